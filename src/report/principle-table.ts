/** How the rules of each principle fared, as a table; and why some were not judged. */

import { type Block, entry, faint, GAP, paragraph, strong, type Text } from '../markup/document.ts'
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

/** One line for all that are silent for the same reason. */
function silentBlocks(scores: readonly Score[]): readonly Block[] {
  const byReason = new Map<string, Score[]>()
  for (const score of scores) {
    const reason = score.why ?? ''
    const group = byReason.get(reason)
    if (group === undefined) byReason.set(reason, [score])
    else group.push(score)
  }
  if (byReason.size === 0) return []
  const lines = [...byReason].map(([reason, group]) =>
    entry(
      '-',
      [`${group.map(({ number, name }) => `${number} ${name}`).join(', ')}: `, faint(reason)],
      2,
    ),
  )
  return [paragraph([strong('Principles not judged:')]), ...lines, GAP]
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
