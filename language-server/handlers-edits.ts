/** What changes the text: renaming, actions, layout. */

import {
  type CodeAction,
  CodeActionKind,
  CodeActionRequest,
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  LSPErrorCodes,
  PrepareRenameRequest,
  RenameRequest,
  ResponseError,
} from 'vscode-languageserver'

import type { Action } from '../src/service/action.ts'
import { actions } from '../src/service/actions.ts'
import { formatFile, formatOnType, formatRange } from '../src/service/formatting.ts'
import { rename, renameable } from '../src/service/rename.ts'
import { diagnosticOf } from './diagnostics.ts'
import { type Desk, documentOf, handle, type Handler, placeOf } from './handler.ts'
import { offsetAt, rangeOf, textEdits } from './positions.ts'
import type { Located } from './session.ts'
import { snippetEdit, workspaceEdit } from './workspace-edits.ts'

export const editHandlers: readonly Handler[] = [
  handle(PrepareRenameRequest.type, (desk, params) => {
    const at = placeOf(desk, params)
    const found = at && renameable(at.snapshot, at.path, at.offset)
    if (found === undefined) return null
    if ('refused' in found) throw refusal(found.refused)
    return { range: rangeOf(found.span), placeholder: found.name }
  }),
  handle(RenameRequest.type, (desk, params) => {
    const at = placeOf(desk, params)
    const made = at && rename(at.snapshot, at.path, at.offset, params.newName)
    if (at === undefined || made === undefined) return null
    if ('refused' in made) throw refusal(made.refused)
    return workspaceEdit(desk.client, desk.session, at, made.edits)
  }),
  handle(CodeActionRequest.type, (desk, params) => {
    const at = documentOf(desk, params)
    if (at === undefined || !desk.client.codeActions) return null
    const start = offsetAt(at.source, params.range.start)
    const end = offsetAt(at.source, params.range.end)
    const { only } = params.context
    const found = actions(at.snapshot, { path: at.path, start, end })
    return found.map((action) => actionOf(desk, at, action)).filter(({ kind }) => fits(kind, only))
  }),
  handle(DocumentFormattingRequest.type, (desk, params) => {
    const at = documentOf(desk, params)
    return at === undefined ? null : textEdits(formatFile(at.snapshot, at.path))
  }),
  handle(DocumentRangeFormattingRequest.type, (desk, params) => {
    const at = documentOf(desk, params)
    if (at === undefined) return null
    const start = offsetAt(at.source, params.range.start)
    const end = offsetAt(at.source, params.range.end)
    return textEdits(formatRange(at.snapshot, at.path, start, end))
  }),
  handle(DocumentOnTypeFormattingRequest.type, (desk, params) => {
    const at = placeOf(desk, params)
    return at === undefined ? null : textEdits(formatOnType(at.snapshot, at.path, at.offset))
  }),
]

/** Editors show the sentence. */
function refusal(sentence: string): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, sentence)
}

const KINDS: Readonly<Record<Action['kind'], CodeActionKind>> = {
  fix: CodeActionKind.QuickFix,
  write: CodeActionKind.RefactorRewrite,
  'fix-all': CodeActionKind.SourceFixAll,
}

/** A kind that is asked for stands for those below it, too. */
function fits(kind: string | undefined, only: readonly string[] | undefined): boolean {
  return (
    only === undefined ||
    only.some((each) => each === '' || kind === each || kind?.startsWith(`${each}.`) === true)
  )
}

function actionOf(desk: Desk, at: Located, action: Action): CodeAction {
  const { title, kind, edits, snippet, problem, preferred } = action
  return {
    title,
    // What is written to answer a problem stands among its fixes.
    kind: kind === 'write' && problem !== undefined ? CodeActionKind.QuickFix : KINDS[kind],
    edit: snippetEdit(desk.client, desk.session, at, edits, snippet),
    ...(problem === undefined
      ? {}
      : { diagnostics: [diagnosticOf(desk.client, at.root, problem)] }),
    ...(preferred && desk.client.preferredActions ? { isPreferred: true } : {}),
  }
}
