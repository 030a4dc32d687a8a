/** Which policies a rule reads, by itself or through the functions it calls. */

import { textOf } from '../base/source.ts'
import type { Fact, Facts } from '../facts/fact.ts'
import type { Binder, Expression } from '../../grammar/tree.ts'
import { expressionsOf } from './rule-lines.ts'

export interface PolicyRead {
  readonly name: string
  /** As written; with those set for single families. */
  readonly value: string
  readonly doc: string
}

/** In the order of their names. */
export function policiesOf(rule: Fact, facts: Facts): readonly PolicyRead[] {
  const statements = facts.of('policy')
  const words = wordsRead(rule, facts)
  return statements
    .flatMap((fact): readonly PolicyRead[] => {
      const name = nameOf(fact)
      const title = fact.fields.get('title')?.value
      if (name === undefined || title?.type !== 'text' || !words.has(name)) return []
      return [{ name, value: valueOf(name, statements), doc: title.text }]
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

function nameOf(policy: Fact): string | undefined {
  const value = policy.fields.get('policy')?.value
  return value?.type === 'word' ? value.word : undefined
}

/** The declared value, or what the company set instead. */
function valueOf(name: string, statements: readonly Fact[]): string {
  const own = statements.filter((fact) => nameOf(fact) === name)
  const general = own.findLast((fact) => !fact.fields.has('families'))
  const special = own.filter((fact) => fact.fields.has('families'))
  const value = general === undefined ? '' : written(general)
  return special.length === 0 ? value : `${value} (${special.map(about).join(', ')})`
}

function about(policy: Fact): string {
  const families = policy.fields.get('families')
  return `${written(policy)} about ${families === undefined ? '' : textOf(families.span)}`
}

function written(policy: Fact): string {
  const value = policy.fields.get('value')
  return value === undefined ? '' : textOf(value.span)
}

/** All words that a rule's expressions hold, and those of the functions that it calls. */
function wordsRead(rule: Fact, facts: Facts): ReadonlySet<string> {
  const bodies = new Map(
    facts.of('define').map((fact) => [fact.name ?? '', fact.statement?.define?.body]),
  )
  const words = new Set<string>()
  const visit = (word: string): void => {
    if (words.has(word)) return
    words.add(word)
    const body = bodies.get(word)
    if (body !== undefined) visitWords(body, visit)
  }
  for (const expression of expressionsOf(rule)) visitWords(expression, visit)
  return words
}

function visitWords(expression: Expression, visit: (word: string) => void): void {
  if (expression.sort === 'word') visit(expression.text)
  for (const part of partsOf(expression)) visitWords(part, visit)
}

function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.sort) {
    case 'unary':
      return [expression.operand]
    case 'binary':
      return [expression.left, expression.right]
    case 'between':
      return [expression.value, expression.low, expression.high]
    case 'if':
      return [expression.condition, expression.then, expression.otherwise]
    case 'field':
      return [expression.of]
    case 'call':
      return [expression.callee, ...expression.arguments]
    case 'aggregate':
      return [
        ...(expression.body === undefined ? [] : [expression.body]),
        ...expression.binders.flatMap(partsOfBinder),
      ]
    case 'list':
      return expression.items
    case 'quantity':
    case 'date':
    case 'month':
    case 'text':
    case 'word':
      return []
  }
}

function partsOfBinder({ domain, condition }: Binder): readonly Expression[] {
  return [
    ...(domain === undefined ? [] : [domain]),
    ...(condition === undefined ? [] : [condition]),
  ]
}
