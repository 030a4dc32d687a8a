/** Each objective with its figures. */

import { type Block, faint, GAP, paragraph, piece, strong, type Text } from '../markup/document.ts'
import type { Figure, ObjectiveResult } from '../rules/finding.ts'
import { textIn } from './text-in.ts'
import { grouped } from './words.ts'

export function objectiveBlocks(objectives: readonly ObjectiveResult[]): readonly Block[] {
  return objectives.flatMap((result) => [
    headOf(result),
    ...(result.figures.length === 0 ? [] : [figuresOf(result.figures)]),
    GAP,
  ])
}

function headOf({ objective, held }: ObjectiveResult): Block {
  const title = textIn(objective, 'title')
  const words = title === undefined ? '' : `: ${title}`
  return paragraph([strong(`Objective ${objective.name ?? ''}`), `${words} `, ...stateOf(held)])
}

function stateOf(held: boolean | undefined): readonly (string | ReturnType<typeof piece>)[] {
  if (held === undefined) return [faint('(not judged)')]
  return held ? [piece('good', '(held)')] : [piece('error', '(missed)')]
}

function figuresOf(figures: readonly Figure[]): Block {
  return {
    kind: 'table',
    columns: [
      { title: '', align: 'left' },
      { title: '', align: 'right' },
    ],
    rows: figures.map((figure): readonly Text[] => [figure.name, valueOf(figure)]),
    indent: 4,
  }
}

/** One value, or the lowest and the highest of several months or families. */
export function valueOf({ low, high }: Figure): string {
  return low === high ? grouped(low) : `${grouped(low)} .. ${grouped(high)}`
}
