/** How the rules of each principle fared, as a table. */

import { type Block, faint, GAP, type Text } from '../markup/document.ts'
import type { Outcome } from '../rules/finding.ts'
import { PRINCIPLES } from './principles.ts'
import { grouped } from './words.ts'

type Counts = Pick<Outcome, 'held' | 'broken' | 'todo' | 'waived' | 'unjudged'>

const COUNTED = ['held', 'broken', 'todo', 'waived', 'unjudged'] as const

/** Invariant: every instance of a rule is counted once, so that a row adds up. */
export function principleBlocks(outcomes: readonly Outcome[]): readonly Block[] {
  const judged = outcomes.filter((outcome) => outcome.severity !== 'off')
  if (judged.length === 0) return []
  const rows = PRINCIPLES.flatMap(({ number, name }) => {
    const own = judged.filter((outcome) => outcome.principle === number)
    return own.length === 0 ? [] : [row(String(number), name, own)]
  })
  const others = judged.filter((outcome) => outcome.principle === undefined)
  if (others.length > 0) rows.push(row('', 'Other rules', others))
  const right = (title: string) => ({ title: title, align: 'right' as const })
  return [
    {
      kind: 'table',
      columns: [
        right(''),
        { title: 'principle', align: 'left' },
        ...['held', 'broken', 'to do', 'waived', 'not judged'].map(right),
      ],
      rows,
    },
    GAP,
  ]
}

function row(number: string, name: string, outcomes: readonly Outcome[]): readonly Text[] {
  const counts = COUNTED.map((key) => cell(key, sumOf(outcomes, key)))
  return [number, name, ...counts]
}

function sumOf(outcomes: readonly Outcome[], key: keyof Counts): number {
  return outcomes.reduce((sum, outcome) => sum + outcome[key], 0)
}

/** A zero is a dash, so that what there is stands out. */
function cell(key: keyof Counts, count: number): Text {
  if (count === 0) return [faint('-')]
  const text = grouped(String(count))
  return key === 'broken' ? [{ text, style: 'error' }] : text
}
