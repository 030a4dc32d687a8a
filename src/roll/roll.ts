/**
 * Opens the next cycle: texts in, texts out. Files keep their names and are edited in place, so that
 * `git diff` shows what moved; what the closed cycle's statements held is kept in a folder.
 */

import type { Month } from '../base/month.ts'
import { addMonths, printMonth } from '../base/month.ts'
import type { Edit, Source } from '../base/source.ts'
import { spanOf, withEdits } from '../base/source.ts'
import type { Model } from '../model/model.ts'
import { closedFolder, horizonAt, monthOfCycle } from '../model/cycles.ts'
import { askActuals } from './asked.ts'
import type { Horizons } from './carry-table.ts'
import { carry } from './carry.ts'
import type { Copy } from './closed-files.ts'
import { closedFiles } from './closed-files.ts'
import { ratesLeft, statementsLeft } from './left-over.ts'
import { readRevised } from './revised.ts'
import { deletion, laidOut, laidOutAs, withCommentsAbove } from './text.ts'
import type { Roll, Said } from './turn.ts'
import { readTurns } from './turn.ts'

export interface Rolled {
  readonly closed: Month
  readonly opened: Month
  /** The folder of the closed cycle. */
  readonly folder: string
  /** Files that change, each with its new text. */
  readonly changed: readonly { readonly source: Source; readonly text: string }[]
  /** Files of the closed cycle, by path. */
  readonly kept: ReadonlyMap<string, string>
  /** Files of data that are copied for the closed cycle. */
  readonly copies: readonly Copy[]
  /** What a person has to see to, a sentence each. */
  readonly notes: readonly string[]
}

export interface Refused {
  readonly refused: string
  readonly help: string
}

/**
 * @param model of the workspace, about its latest cycle, without a scenario; no text of it is wrong
 * @param opened the month of the cycle to open: the one after the latest
 */
export function roll(model: Model, opened: Month): Rolled | Refused {
  const closing = model.cycle
  const closed = closing && monthOfCycle(closing)
  if (closing === undefined || closed === undefined) {
    return { refused: 'There is no cycle to roll from.', help: 'Say one: `cycle 2026-11 { … }`.' }
  }
  const objection = objectionTo(closed, opened)
  if (objection !== undefined) return objection
  const horizon = model.horizonOf(closing)
  const next = horizonAt(closing, opened)
  if (horizon === undefined || next === undefined) {
    return {
      refused: `The cycle ${printMonth(closed)} does not say how far it looks ahead.`,
      help: 'Give it a horizon: `horizon 18 months`.',
    }
  }
  const of: Roll = { facts: model.facts, closing, closed, opened }
  return rolled(of, model, { closing: horizon, next })
}

function objectionTo(closed: Month, opened: Month): Refused | undefined {
  const next = addMonths(closed, 1)
  if (opened === next) return undefined
  const [latest, asked, after] = [closed, opened, next].map(printMonth)
  if (opened === closed) {
    return { refused: `The cycle ${asked} is open already.`, help: `The next is ${after}.` }
  }
  const refused =
    opened < closed
      ? `The cycle ${asked} lies before the latest, ${latest}.`
      : `Between the latest cycle, ${latest}, and ${asked} a month would have no cycle.`
  return { refused, help: `Roll to the month after the latest: \`concord roll ${after}\`.` }
}

function rolled(of: Roll, model: Model, horizons: Horizons): Rolled {
  const folder = closedFolder(of.closed)
  const turns = readTurns(of)
  const revised = readRevised(model, of.closing, horizons.next)
  const edits = new Map<Source, Edit[]>()
  const edit = (source: Source, more: readonly Edit[]): void => {
    edits.set(source, [...(edits.get(source) ?? []), ...more])
  }
  const removed = [...turns.closing]
  for (const said of turns.goingOn) {
    const own = carry(of, model, said, horizons, revised)
    if (own === undefined) removed.push(said)
    else edit(said.source, own)
  }
  for (const [source, deletions] of deletionsOf(removed)) edit(source, deletions)
  const asked = askActuals(of, model, turns)
  for (const each of asked.edits) edit(each.span.source, [each])
  const { added, notes } = statementsLeft(of, model, turns, horizons, revised)
  for (const { source, text } of [...asked.statements, ...added]) {
    edit(source, [appended(source, text)])
  }
  const kept = [...turns.goingOn, ...turns.closing].toSorted(
    (a, b) => a.statement.span.start - b.statement.span.start,
  )
  const { files, copies } = closedFiles(folder, kept)
  return {
    closed: of.closed,
    opened: of.opened,
    folder,
    changed: [...edits]
      .map(([source, own]) => ({ source, text: laidOutAs(source, withEdits(source.text, own)) }))
      .filter(({ source, text }) => text !== source.text)
      .toSorted((a, b) => (a.source.path < b.source.path ? -1 : 1)),
    kept: new Map([...files].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    copies,
    notes: [...notes, ...ratesLeft(of)],
  }
}

/** Statements that stand together go together, with the blank lines between them. */
function deletionsOf(removed: readonly Said[]): ReadonlyMap<Source, readonly Edit[]> {
  const bySource = new Map<Source, Edit[]>()
  const inOrder = removed.toSorted((a, b) => a.statement.span.start - b.statement.span.start)
  for (const { source, statement } of inOrder) {
    const { start, end } = withCommentsAbove(statement.span)
    const own = bySource.get(source) ?? []
    bySource.set(source, own)
    const last = own.at(-1)?.span
    if (last !== undefined && source.text.slice(last.end, start).trim() === '') {
      own[own.length - 1] = deletion(spanOf(source, last.start, end))
    } else own.push(deletion(spanOf(source, start, end)))
  }
  return bySource
}

function appended(source: Source, text: string): Edit {
  const end = source.text.length
  const gap = source.text.endsWith('\n') ? '\n' : '\n\n'
  return { span: spanOf(source, end, end), text: gap + laidOut(source.path, text) }
}
