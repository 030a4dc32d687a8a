/** The roll to the next cycle as one edit: all of it or nothing, once a person has said yes. */

import {
  type CreateFile,
  type TextDocumentEdit,
  TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver'

import { addMonths, printMonth } from '../src/base/month.ts'
import { closedFolder, monthOfCycle } from '../src/model/cycles.ts'
import { openCycle } from '../src/roll/open-cycle.ts'
import type { Refused, Rolled } from '../src/roll/roll.ts'
import { lineEdits } from '../src/service/line-edits.ts'
import type { Desk } from './handler.ts'
import { isPlanFile } from './plan-globs.ts'
import { rangeOf } from './positions.ts'
import type { RolledCycle } from './requests.ts'
import type { Root } from './root.ts'

export function rolledCycle({ session, client }: Desk, root: Root): RolledCycle | Refused {
  const { review, given } = root.snapshot
  const latest = review.model.cycle && monthOfCycle(review.model.cycle)
  if (latest === undefined) {
    return { refused: 'There is no cycle to roll from.', help: 'Say one: `cycle 2026-11 { … }`.' }
  }
  const opened = addMonths(latest, 1)
  if (!client.createsFiles) {
    return {
      refused: 'This editor makes no files by an edit.',
      help: `Roll on the command line: \`concord roll ${printMonth(opened)}\`.`,
    }
  }
  const { configuration } = given.settings
  const folder = closedFolder(latest)
  const folderThere = root.snapshot.paths.some((path) => path.startsWith(`${folder}/`))
  const rolled = openCycle({
    review,
    configuration,
    readItems: given.readItems,
    opened,
    folderThere,
  })
  if ('refused' in rolled) return rolled
  const unread = [...rolled.kept.keys()].find((path) => !isPlanFile(configuration)(path))
  if (unread !== undefined) {
    return {
      refused: `Nothing was rolled: concord.yaml leaves out ${unread}, so the closed cycle would be lost.`,
      help: `Include \`${folder.replace(/\/.*/, '')}/**/*.sop\`.`,
    }
  }
  const copied = new Map<string, string>()
  for (const { from, to } of rolled.copies) {
    const read = given.readItems(from)
    if ('problem' in read)
      return { refused: `${from} cannot be copied: ${read.problem}.`, help: '' }
    copied.set(to, read.source.text)
  }
  const versionOf = (uri: string): number | null => session.documents.get(uri)?.version ?? null
  return {
    closed: printMonth(rolled.closed),
    opened: printMonth(rolled.opened),
    folder: rolled.folder,
    changed: rolled.changed.map(({ source }) => source.path),
    notes: [...rolled.notes],
    edit: editOf(root, rolled, copied, versionOf),
  }
}

function editOf(
  root: Root,
  { changed, kept }: Rolled,
  copied: ReadonlyMap<string, string>,
  versionOf: (uri: string) => number | null,
): WorkspaceEdit {
  const edits = changed.map(({ source, text }): TextDocumentEdit => {
    const uri = root.uriOf(source.path)
    return {
      textDocument: { uri, version: versionOf(uri) },
      edits: lineEdits(source, text).map(({ span, text: newText }) => ({
        range: rangeOf(span),
        newText,
      })),
    }
  })
  const files = [...kept, ...copied].flatMap(([path, text]): (CreateFile | TextDocumentEdit)[] => {
    const uri = root.uriOf(path)
    return [
      { kind: 'create', uri },
      {
        textDocument: { uri, version: null },
        edits: [TextEdit.insert({ line: 0, character: 0 }, text)],
      },
    ]
  })
  return { documentChanges: [...files, ...edits] }
}
