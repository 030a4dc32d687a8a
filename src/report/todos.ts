/** What is still to be done before each meeting of the cycle. */

import { type Block, entry, faint, GAP, paragraph, strong } from '../markup/document.ts'
import { placeOf } from '../markup/excerpt.ts'
import type { Finding } from '../rules/finding.ts'
import { wholeMessage } from '../diagnostics/whole-message.ts'
import type { Report } from './report.ts'
import { counted } from './words.ts'

/** By step, in the order of the process where the plan tells it. */
export function todoBlocks(report: Report): readonly Block[] {
  if (report.todos.length === 0) return [paragraph('Nothing is left to do for this cycle.'), GAP]
  const groups = bySteps(report.todos)
  return stepsInOrder(report, [...groups.keys()]).flatMap((step) =>
    stepBlocks(step, groups.get(step) ?? []),
  )
}

function stepBlocks(step: string, todos: readonly Finding[]): readonly Block[] {
  return [
    paragraph([strong(`To do by the ${step}`), ` (${counted(todos.length, 'thing')})`]),
    ...todos.map((todo) =>
      entry('-', [`${wholeMessage(todo)} `, faint(`(${todo.rule}, ${placeOf(todo.span)})`)], 2),
    ),
    GAP,
  ]
}

function stepsInOrder(report: Report, steps: readonly string[]): readonly string[] {
  const order = report.review.facts.of('step').map((fact) => fact.name ?? '')
  return steps.toSorted((a, b) => order.indexOf(a) - order.indexOf(b) || (a < b ? -1 : 1))
}

function bySteps(todos: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>()
  for (const todo of todos) {
    const step = todo.due ?? ''
    const group = groups.get(step)
    if (group === undefined) groups.set(step, [todo])
    else group.push(todo)
  }
  return groups
}
