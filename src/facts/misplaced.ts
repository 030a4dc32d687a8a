/** Values at another place of their line than where they belong, and what mends it. */

import type { Edit, Span } from '../base/source.ts'
import { spanOf, textOf } from '../base/source.ts'
import type { Extras } from '../diagnostics/define.ts'
import { reportName } from '../diagnostics/names.ts'
import type { Argument, Clause, Expression, PlanLine, Value, Word } from '../../grammar/tree.ts'
import type { FieldSpec, FieldType } from '../vocabulary/spec.ts'
import type { Binding } from './binding.ts'
import type { Draft } from './draft.ts'
import { fits } from './forms.ts'
import { factNamed, kindsIn } from './resolve.ts'
import { headExample, marked, shown, takes, takesClauses } from './wanted.ts'

/**
 * Reports the argument that is missing behind the first word, where it stands elsewhere on the line:
 * behind `=`, behind a word that the line does not take, or in another clause. False if nowhere.
 */
export function reportMisplaced(state: Binding, draft: Draft, spec: FieldSpec): boolean {
  const line = draft.statement?.line
  if (line === undefined) return false
  const place =
    behindEquals(state, draft, line, spec) ??
    behindStray(state, draft, line, spec) ??
    inClause(state, draft, line, spec)
  if (place === undefined) return false
  state.displaced = place
  return true
}

/** Whether a part of a line has something that was reported as belonging elsewhere. */
export function isDisplaced({ displaced }: Binding, { source, start, end }: Span): boolean {
  if (displaced === undefined || displaced.source !== source) return false
  return displaced.start >= start && displaced.end <= end
}

/** The clause that a value lacks its word for: one that must stand, or one that can name the value. */
export function clauseFor(state: Binding, draft: Draft, value: Value): string | undefined {
  const { clauses, requiredClauses } = draft.shape
  const free = [...clauses.keys()].filter((word) => !says(draft, word))
  const typeOf = (word: string): FieldType | undefined => clauses.get(word)?.slots[0]?.spec.type
  const named = free.filter((word) => names(state, typeOf(word), value))
  const [only, other] = named
  return (
    named.find((word) => requiredClauses.includes(word)) ??
    (other === undefined ? only : undefined) ??
    requiredClauses.find((word) => {
      const type = typeOf(word)
      return type !== undefined && free.includes(word) && fits(type, value)
    })
  )
}

/** Another word in the place of the one that stands there. */
export function instead(word: string, { text, span }: Word): Extras {
  const edits = [{ span, text: word }]
  return {
    help: `write ${marked(word)} in place of ${marked(text)}`,
    mends: [{ title: `write ${marked(word)}`, edits }],
  }
}

/** Whether the statement says a clause, on its first line or in its block. */
function says({ statement }: Draft, word: string): boolean {
  const own = statement?.line.clauses ?? []
  if (own.some(({ preposition }) => preposition.text === word)) return true
  return (statement?.entries ?? []).some(
    (entry) =>
      entry.sort === 'clauses' &&
      entry.clauses.some(({ preposition }) => preposition.text === word),
  )
}

/** Whether a value is the name of something that a type wants. */
function names(state: Binding, type: FieldType | undefined, value: Value): boolean {
  if (type === undefined || value.sort !== 'name') return false
  return factNamed(state, kindsIn(type), value.text) !== undefined
}

/** Whether a value is one that a type wants: what names nothing is none. */
function suits(state: Binding, type: FieldType, value: Value): boolean {
  if (!fits(type, value)) return false
  return value.sort !== 'name' || kindsIn(type).length === 0 || names(state, type, value)
}

function behindEquals(
  state: Binding,
  draft: Draft,
  line: PlanLine,
  spec: FieldSpec,
): Span | undefined {
  const value = line.value && asValue(line.value)
  if (value === undefined || draft.spec.value !== undefined || !fits(spec.type, value)) {
    return undefined
  }
  const { source, start } = value.span
  const equals = source.text.lastIndexOf('=', start)
  const edits = [{ span: spanOf(source, equals, start), text: '' }]
  const extras = { help: 'write it without the `=`', mends: [{ title: 'delete `=`', edits }] }
  const values = { keyword: draft.shape.keyword, example: headExample(draft.spec) }
  state.problems.push(reportName('unexpected-value', value.span, values, extras))
  return value.span
}

/** A value alone, as it would be read where no `=` stands before it. */
export function asValue(expression: Expression): Value | undefined {
  const { sort, span } = expression
  if (sort === 'quantity' || sort === 'date') return expression
  if (sort === 'month')
    return { sort: 'months', from: expression.value, to: expression.value, span }
  if (sort !== 'word' && sort !== 'text') return undefined
  return { sort: 'name', text: expression.text, quoted: sort === 'text', span }
}

/** `due on 2026-11-19`: the clause says nothing that the line takes, and its value is what is missing. */
function behindStray(
  state: Binding,
  draft: Draft,
  { clauses }: PlanLine,
  { type }: FieldSpec,
): Span | undefined {
  const clause = clauses.find(({ preposition }) => !draft.shape.clauses.has(preposition.text))
  const [argument, other] = clause?.arguments ?? []
  const value = argument?.values[0]
  if (clause === undefined || argument === undefined || other !== undefined) return undefined
  if (value === undefined || !suits(state, type, value)) return undefined
  const { keyword } = draft.shape
  const { preposition } = clause
  const clausesOf = takesClauses(draft.spec.clauses ?? {})
  const values = { keyword, preposition: preposition.text, takes: clausesOf }
  const extras = moved(draft, argument, clause)
  state.problems.push(reportName('unexpected-clause', clause.span, values, extras))
  return clause.span
}

/** `owner for sales plant-manager`: a clause has one value more than it takes. */
function inClause(
  state: Binding,
  draft: Draft,
  { clauses }: PlanLine,
  { type }: FieldSpec,
): Span | undefined {
  for (const clause of clauses) {
    const slots = draft.shape.clauses.get(clause.preposition.text)?.slots ?? []
    if (clause.arguments.length !== slots.length + 1) continue
    for (const argument of clause.arguments) {
      const [value] = argument.values
      const rest = clause.arguments.filter((each) => each !== argument)
      const restFits = rest.every(({ values: [first] }, at) => {
        const slot = slots[at]
        return first !== undefined && slot !== undefined && suits(state, slot.type, first)
      })
      if (value === undefined || !restFits || !suits(state, type, value)) continue
      const values = {
        found: shown(value).slice(1, -1),
        keyword: marked(clause.preposition.text),
        takes: takes(
          slots.map(({ spec }) => spec),
          clause.preposition.text,
        ),
      }
      const extras = moved(draft, argument, undefined)
      state.problems.push(reportName('unexpected-argument', argument.span, values, extras))
      return argument.span
    }
  }
  return undefined
}

/** The argument behind what stands behind the first word, and taken from where it is. */
function moved(draft: Draft, argument: Argument, clause: Clause | undefined): Extras {
  const line = draft.statement?.line
  if (line === undefined) return {}
  const { source } = line.span
  const behind = (line.arguments.at(-1) ?? line.keyword).span.end
  const start = (clause ?? argument).span.start
  const blanks = /[ \t]*$/.exec(source.text.slice(behind, start))?.[0].length ?? 0
  const from = start - blanks
  const text = ` ${textOf(argument.span)}`
  const gone = spanOf(source, from, argument.span.end)
  const edits: readonly Edit[] =
    from === behind
      ? [{ span: gone, text }]
      : [
          { span: spanOf(source, behind, behind), text },
          { span: gone, text: '' },
        ]
  const before = textOf(spanOf(source, line.keyword.span.start, behind))
  const title = `write \`${before}${text}\``
  const help = clause === undefined ? `write it first: ${marked(`${before}${text}`)}` : title
  return { help, mends: [{ title, edits }] }
}
