/** How the rules of each principle fared, as a table; and why some were not judged. */

import { type Block, entry, faint, GAP, paragraph, strong, type Text } from '../markup/document.ts'
import { gather } from '../base/gather.ts'
import type { Score } from './scorecard.ts'
import { grouped } from './words.ts'

const COUNTED = ['held', 'broken', 'todo', 'waived', 'unjudged'] as const

/** Invariant: every instance of a rule is counted once, so that a row adds up. */
export function principleBlocks(scores: readonly Score[]): readonly Block[] {
  const shown = scores.filter(({ why, unjudged }) => why === undefined || unjudged > 0)
  const silent = scores.filter((score) => !shown.includes(score) && score.number !== undefined)
  const right = (title: string) => ({ title: title, align: 'right' as const })
  const columns = [
    right(''),
    { title: 'principle', align: 'left' as const },
    ...['held', 'broken', 'to do', 'waived', 'not judged'].map(right),
  ]
  return [
    ...(shown.length === 0 ? [] : [{ kind: 'table' as const, columns, rows: shown.map(row) }, GAP]),
    ...silentBlocks(silent),
  ]
}

/** Those that lack the areas which the summary names, in a sentence; the others by their reason. */
function silentBlocks(scores: readonly Score[]): readonly Block[] {
  if (scores.length === 0) return []
  const idle = scores.filter(({ unusedAreas, off }) => unusedAreas.length > 0 && off.length === 0)
  const others = gather(
    scores.filter((score) => !idle.includes(score)),
    reasonOf,
  )
  const lines = [
    ...(idle.length === 0 ? [] : [[namesOf(idle), 'what they are about is not in use']]),
    ...[...others].map(([reason, group]) => [namesOf(group), reason]),
  ]
  return [
    paragraph([strong('Principles not judged:')]),
    ...lines.map(([names = '', reason = '']) => entry('-', [`${names}: `, faint(reason)], 2)),
    GAP,
  ]
}

function reasonOf({ why }: Score): string {
  return why ?? ''
}

function namesOf(scores: readonly Score[]): string {
  return scores.map(({ number, name }) => `${number} ${name}`).join(', ')
}

function row(score: Score): readonly Text[] {
  const { number, name } = score
  return [String(number ?? ''), name, ...COUNTED.map((key) => cell(key, score[key]))]
}

/** A zero is a dash, so that what there is stands out. */
function cell(key: (typeof COUNTED)[number], count: number): Text {
  if (count === 0) return [faint('-')]
  const text = grouped(String(count))
  return key === 'broken' ? [{ text, style: 'error' }] : text
}
