/** Statements that the help of a problem says to write: `have it approved: approve sales of …`. */

import { makeSource, textOf } from '../base/source.ts'
import { parse } from '../../grammar/parse.ts'
import type { Argument, Clause, PlanLine, Statement } from '../../grammar/tree.ts'
import type { FieldSpec, KindSpec } from '../vocabulary/spec.ts'
import { lineKind, topKind } from '../vocabulary/vocabulary.ts'

/** A line to write, with `…` and words in capitals where something is to be filled in. */
export interface Suggested {
  /** The head of the statement in whose block it stands; undefined where it stands for itself. */
  readonly head: string | undefined
  readonly spec: KindSpec
  /** One for each value, where the help names several and the line takes one. */
  readonly lines: readonly string[]
}

/** `around` is the kind of the statement that the problem points at: lines of its block fit, too. */
export function suggestedIn(help: string, around: KindSpec | undefined): readonly Suggested[] {
  return piecesOf(help).flatMap(
    ({ text, within }) => suggested(text, within, around) ?? blockIn(text) ?? [],
  )
}

interface Piece {
  readonly text: string
  readonly within: string | undefined
}

/** What is told to be written: in code as the language's own messages, behind a colon as rules. */
function piecesOf(help: string): readonly Piece[] {
  const coded = [
    ...help.matchAll(/(?:^write|^declare it with|or with) `([^`]+)`(?: in `([^`]+)`)?/g),
  ]
  if (coded.length > 0 || help.includes('`')) {
    return coded.map(([, text = '', within]) => ({ text, within }))
  }
  return help.split('; ').flatMap((sentence) => {
    const colon = sentence.indexOf(': ')
    if (colon < 0) return []
    const said = sentence.slice(colon + 2)
    // What follows a comma may say more about it, or offer another.
    const [text = ''] = said.split(/,? or (?=[a-z]+ )|, (?=with |and |what )|, …/)
    return [{ text, within: undefined }]
  })
}

function suggested(
  text: string,
  within: string | undefined,
  around: KindSpec | undefined,
): Suggested | undefined {
  const keyword = firstWord(text)
  if (within !== undefined) {
    const outer = topKind(firstWord(within))
    const spec = outer && lineKind(outer, keyword)
    return spec && checked(text, spec, within)
  }
  const line = around && lineKind(around, keyword)
  if (around !== undefined && line !== undefined) return checked(text, line, around.kind)
  const spec = topKind(keyword)
  return spec && checked(text, spec, undefined)
}

/** `conversion pumps with price = … from 2026-11`: a line in the block of a statement. */
function blockIn(text: string): Suggested | undefined {
  const at = text.indexOf(' with ')
  return at < 0 ? undefined : suggested(text.slice(at + 6), text.slice(0, at), undefined)
}

function firstWord(text: string): string {
  return /^[^\s]+/.exec(text)?.[0] ?? ''
}

/** Undefined where it is a sentence that only begins as the language does. */
function checked(text: string, spec: KindSpec, head: string | undefined): Suggested | undefined {
  // A number stands where one is to be filled in: the dots would not be read.
  const probe = text.replace(/(?<!")…(?!")/g, '1')
  const whole = head === undefined ? probe : `${head} {\n  ${probe}\n}`
  const { problems, statements } = parse(makeSource('', `${whole}\n`))
  const [outer] = statements
  const entry = head === undefined ? outer : outer?.entries[0]
  if (problems.length > 0 || entry?.sort !== 'statement') return undefined
  if (!isOfKind(entry, spec)) return undefined
  return { head, spec, lines: probe === text ? eachAlone(entry, spec) : [text] }
}

/** No clause, argument or value that the kind does not have. */
function isOfKind({ line, entries }: Statement, spec: KindSpec): boolean {
  const { value, clauses } = line
  const known = clauses.every(({ preposition: { text } }) => clauseOf(spec, text) !== undefined)
  const valued = value === undefined || spec.value !== undefined
  return known && valued && entries.length === 0 && line.arguments.length <= spec.arguments.length
}

function clauseOf(spec: KindSpec, preposition: string) {
  return Object.entries(spec.clauses ?? {}).find(([word]) => word === preposition)?.[1]
}

/** The line once for each value of the first list that stands where one value is taken. */
function eachAlone({ line }: Statement, spec: KindSpec): readonly string[] {
  const text = textOf(line.span)
  const several = listTooLong(line, spec)
  if (several === undefined) return [text]
  const { start } = line.span
  const { values, span } = several
  return values.map(
    (value) =>
      text.slice(0, span.start - start) + textOf(value.span) + text.slice(span.end - start),
  )
}

function listTooLong(line: PlanLine, spec: KindSpec): Argument | undefined {
  const ofClause = ({ preposition, arguments: given }: Clause) =>
    tooLong(given, clauseOf(spec, preposition.text)?.fields ?? [])
  return tooLong(line.arguments, spec.arguments) ?? line.clauses.map(ofClause).find(Boolean)
}

function tooLong(given: readonly Argument[], fields: readonly FieldSpec[]): Argument | undefined {
  const lists = fields.some(({ list }) => list === true)
  return lists ? undefined : given.find(({ values }) => values.length > 1)
}
