/** Which planned numbers nothing guards: what `concord check --unguarded` adds. */

import { printMonth } from '../base/month.ts'
import { type Block, entry, GAP, paragraph, strong } from '../markup/document.ts'
import type { Unguarded, UnguardedGroup } from '../trials/unguarded.ts'
import { counted, grouped, monthsText } from './words.ts'

export function unguardedBlocks(found: Unguarded | undefined): readonly Block[] {
  if (found === undefined) return []
  return [
    paragraph([strong('Unguarded numbers:'), ` ${verdict(found)}`]),
    ...found.groups.map((group) => entry('-', lineOf(group), 2)),
    GAP,
  ]
}

export function jsonUnguarded({ cells, tried, unnoticed, groups }: Unguarded) {
  const unguarded = groups.map(({ family, series, months }) => ({
    family: family.name ?? null,
    series,
    months: months.map(({ from, to }) => ({ from: printMonth(from), to: printMonth(to) })),
  }))
  return { cells, tried, unnoticed, groups: unguarded }
}

function verdict({ cells, tried, unnoticed }: Unguarded): string {
  if (cells === 0) return 'the plan of the checked cycle states none.'
  const all =
    tried === cells
      ? `each of the ${counted(cells, 'planned number')} was made a tenth larger`
      : `${grouped(String(tried))} of ${counted(cells, 'planned number')}, evenly spread, were made a tenth larger`
  const guarded = Math.floor(((tried - unnoticed) * 1000) / tried) / 10
  const what =
    unnoticed === 0 ? 'a rule noticed each' : `no rule noticed ${grouped(String(unnoticed))}`
  return `${all}, and at least by one; ${what} (${guarded}% are guarded).`
}

function lineOf({ family, series, months }: UnguardedGroup): string {
  return `${series} of ${family.name ?? ''} ${monthsText(months)}`
}
