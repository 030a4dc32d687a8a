/** Binds a statement: its head line, its block, and the lines in it. */

import { and, or, withArticle } from '../base/phrases.ts'
import type { Span } from '../base/source.ts'
import { reportName } from '../diagnostics/names.ts'
import { entryOf } from '../../grammar/lean-nodes.ts'
import type { RuleLine, Statement, Table } from '../../grammar/tree.ts'
import type { LineSpec } from '../vocabulary/spec.ts'
import { keywordOf, VOCABULARY } from '../vocabulary/vocabulary.ts'
import { runFrom } from './block-lines.ts'
import type { SaidClauses } from './said-clauses.ts'
import { declareLines } from './declare.ts'
import type { Binding } from './binding.ts'
import type { Draft } from './draft.ts'
import { isLost, loseLine } from './binding.ts'
import { giveField, setField } from './draft.ts'
import { fillArguments, fillClauses, fillAt, fillValue, missClauses } from './fill.ts'
import { bindTable } from './tables.ts'
import { headExample, inSentence, marked } from './wanted.ts'

/** Fills a fact from its statement, its lines first of all with what they say themselves. */
export function bindDraft(state: Binding, draft: Draft): void {
  const { statement, shape } = draft
  if (statement === undefined) return
  const { line } = statement
  if (statement.define !== undefined) {
    bindDefine(draft)
    return
  }
  if (statement.hasBlock && !shape.namesLines) declareLines(state, draft, statement)
  fillArguments(state, draft, shape.slots, line, line.damaged)
  if (line.value !== undefined || shape.takesValue) fillValue(state, draft)
  if (line.at !== undefined) fillAt(state, draft)
  const { clauses } = state
  clauses.clear()
  const said = line.clauses
  if (said.length > 0) fillClauses(state, draft, said, line.damaged, clauses)
  const readWhole = !statement.hasBlock || bindEntries(state, draft, statement, clauses)
  if (statement.unclosed) draft.damaged = true
  const { unread } = state
  if (unread.any && statement.hasBlock && unread.loses(statement)) loseLine(state, draft, undefined)
  if (isSaidOnce(state, draft) && !statement.unclosed) {
    if (readWhole && !line.damaged) missClauses(state, draft, clauses)
    if (statement.hasBlock || !line.damaged) missLines(state, draft)
  }
  if (draft.firstLine !== undefined) bindLines(state, draft)
}

/** What one of two declarations lacks may stand in the other. */
function isSaidOnce({ dropped, doubled }: Binding, draft: Draft): boolean {
  return (dropped.size === 0 || !dropped.has(draft)) && (doubled.size === 0 || !doubled.has(draft))
}

function bindDefine(draft: Draft): void {
  const define = draft.statement?.define
  if (define === undefined) return
  const { text, span } = define.name
  setField(draft, 'name', { type: 'word', word: text }, span)
  // One of the rulebook is whole, and its body is made where it is called.
  if (!define.span.source.builtIn && define.body === undefined) draft.damaged = true
}

/** What of the block is no statement; false where some of its clauses could not be read. */
function bindEntries(
  state: Binding,
  draft: Draft,
  statement: Statement,
  clauses: SaidClauses,
): boolean {
  const { spec, takesBlock } = draft.shape
  if (!takesBlock) {
    reportBlock(state, draft, entryOf(statement, 0)?.span ?? draft.span)
    return true
  }
  let complete = true
  for (let at = 0; ; at += 1) {
    const entry = entryOf(statement, at)
    if (entry === undefined) break
    switch (entry.sort) {
      case 'clauses':
        fillClauses(state, draft, entry.clauses, entry.damaged, clauses)
        if (entry.damaged) {
          draft.damaged = true
          complete = false
        }
        break
      case 'table':
        if (spec.table === undefined) reportTable(state, draft, entry)
        else bindTable(state, draft, spec.table, entry)
        break
      case 'statement':
        break
      default:
        bindRuleLine(state, draft, entry)
    }
  }
  return complete
}

function reportTable(state: Binding, draft: Draft, table: Table): void {
  draft.damaged = true
  const homes = VOCABULARY.filter((spec) => spec.table !== undefined).map(keywordOf)
  const help = `tables stand in ${and(homes.map(marked))}`
  const values = { keyword: draft.shape.keyword }
  state.problems.push(reportName('unexpected-table', headerSpan(table), values, { help }))
}

/** Kinds with rule lines leave it to the rule language which of them they need. */
function bindRuleLine(state: Binding, draft: Draft, line: RuleLine): void {
  if (line.sort === 'damaged-rule-line') {
    draft.damaged = true
    return
  }
  if (draft.spec.ruleLines !== undefined) return
  loseLine(state, draft, undefined)
  const homes = VOCABULARY.filter((spec) => spec.ruleLines?.includes(line.sort))
  const takes = `: it stands in the block of ${or(homes.map((spec) => withArticle(spec.kind)))}`
  const values = { keyword: draft.shape.keyword, word: line.sort, takes }
  state.problems.push(reportName('unexpected-rule-line', line.span, values))
}

function reportBlock(state: Binding, draft: Draft, span: Span): void {
  draft.damaged = true
  const values = { keyword: draft.shape.keyword, example: headExample(draft.spec) }
  state.problems.push(reportName('unexpected-block', span, values))
}

function bindLines(state: Binding, draft: Draft): void {
  let first = draft.firstLine
  while (first !== undefined) {
    const { shape } = first
    const spec: LineSpec = shape.spec
    let line: Draft | undefined = first
    for (; line?.shape === shape; line = line.nextLine) bindDraft(state, line)
    if (spec.once === true) bindOnce(state, draft, spec, first, line)
    else if (spec.key !== undefined && first.nextLine !== line) {
      checkKeys(state, spec.key, runFrom(first))
    }
    first = line
  }
}

/** A line that stands once is a field of its statement. */
function bindOnce(
  state: Binding,
  draft: Draft,
  spec: LineSpec,
  first: Draft,
  behind: Draft | undefined,
): void {
  const { keyword } = first.shape
  const second = first.nextLine
  if (second !== behind && second !== undefined) {
    draft.damaged = true
    reportDoubled(state, keyword, first, second)
    const [, ...others] = runFrom(first)
    for (const line of others) state.dropped.add(line)
    first.nextLine = behind
  }
  if (first.damaged) draft.damaged = true
  if (spec.gives === undefined) {
    setField(draft, keyword, first, first.span)
    return
  }
  giveField(first, spec.gives, draft)
}

/** `f.owner(sales)` is one role: a key stands once. */
function checkKeys(state: Binding, key: string, lines: readonly Draft[]): void {
  const seen = new Map<string, Draft>()
  for (const line of lines) {
    const value = line.fields.get(key)?.value
    if (value?.type !== 'word') continue
    const before = seen.get(value.word)
    if (before === undefined) {
      seen.set(value.word, line)
    } else {
      before.damaged = true
      line.damaged = true
      reportDoubled(state, `${line.shape.keyword} … ${key} ${value.word}`, before, line)
    }
  }
}

function reportDoubled(state: Binding, line: string, first: Draft, second: Draft): void {
  const labels = [{ span: first.span, text: 'said here first' }]
  state.problems.push(reportName('doubled-line', second.span, { line }, { labels }))
}

function missLines(state: Binding, draft: Draft): void {
  const { requiredLines, keyword } = draft.shape
  if (requiredLines.length === 0) return
  for (let at = 0; at < requiredLines.length; at += 1) {
    const line = requiredLines[at]
    if (line === undefined) continue
    if (hasLine(draft, line) || isLost(state, draft, keywordOf(line))) continue
    draft.damaged = true
    if (draft.statement !== undefined && state.unread.within(draft.statement.span)) return
    const doc = inSentence(line.doc)
    const values = { keyword, line: keywordOf(line), doc, example: line.example }
    state.problems.push(reportName('missing-line', draft.span, values))
  }
}

function hasLine({ firstLine }: Draft, spec: LineSpec): boolean {
  let line = firstLine
  while (line !== undefined && line.shape.spec !== spec) line = line.nextLine
  return line !== undefined
}

/** The head of a table: from `month` to its last column. */
function headerSpan(table: Table): Span {
  const last = table.columns.at(-1)
  return { source: table.source, start: table.span.start, end: last?.span.end ?? table.span.end }
}
