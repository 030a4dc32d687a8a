/** Fields that nobody writes: what the model knows of a fact. One entry a field. */

import type { Month, MonthRange, MonthSet } from '../base/month.ts'
import { inRange, makeMonthSet, monthsIn } from '../base/month-set.ts'
import { OPEN } from '../../grammar/tree.ts'
import type { Fact } from '../facts/fact.ts'
import { factIn, factsIn, rangeIn } from '../facts/fact.ts'
import { headOf } from '../model/heads.ts'
import { isAllStated, valueIn } from '../model/column.ts'
import type { Column, Model } from '../model/model.ts'
import { expectedSeries, flowsToPlan, strategyOf } from '../model/strategy.ts'
import { familiesOf } from '../units/owner.ts'
import {
  DATE,
  factOf,
  MONTH,
  MONTHS,
  NUMBER,
  SERIES_TYPE,
  setOf,
  TEXT,
  TRUTH,
  type Type,
} from './type.ts'
import { familyAmount, openingAmount, rateAmount, totalMoney, totalVolume } from './amounts.ts'
import { valueOf } from './fact-value.ts'
import { fenceSeries, fenceWithin } from './fence-change.ts'
import { changesSince } from './seals.ts'
import { waivableKinds, type WaiverUse, waiverUse } from './waiver-use.ts'
import type { Known, Value } from './value.ts'

export interface ComputedField {
  /** `family quantity`: in the unit of the family that the fact is about; `family rate`: money per. */
  readonly type: Type | 'family quantity' | 'family rate' | 'money'
  readonly read: (model: Model, fact: Fact) => Value
  /** The kinds that it rests on besides its own statement; unsaid, it may rest on any. */
  readonly rests?: readonly string[]
  /** It tells of what other rules found: whatever reads it is judged after all that does not. */
  readonly late?: true
}

const FAMILY = factOf('family')

const tableFields = (kind: string): readonly (readonly [string, ComputedField])[] => [
  [`${kind}.series`, { type: setOf(SERIES_TYPE), read: (_, fact) => columnsOf(fact) }],
  [`${kind}.months`, { type: MONTHS, read: tableMonths }],
]

const firstFamily = (kind: string): readonly [string, ComputedField] => [
  `${kind}.family`,
  { type: FAMILY, read: (_, fact) => factsIn(fact, 'families')[0] },
]

/** `about` a family without months means the horizon; so does `of`. */
const aboutMonths = (kind: string): readonly [string, ComputedField] => [
  `${kind}.months`,
  { type: MONTHS, read: (model, fact) => monthsOf(model, fact) },
]

type TotalKind = readonly [
  kind: string,
  type: ComputedField['type'],
  read: (model: Model, total: Fact, field: string) => Value,
]

const totalFields = (...[kind, type, read]: TotalKind): [string, ComputedField][] => [
  [`${kind}.family`, { type: FAMILY, read: fieldOf('family'), rests: [] }],
  [`${kind}.series`, { type: SERIES_TYPE, read: fieldOf('series') }],
  [`${kind}.months`, { type: MONTHS, read: fieldOf('months') }],
  [`${kind}.value`, { type, read: (model, total) => read(model, total, 'value') }],
  [`${kind}.sum`, { type, read: (model, total) => read(model, total, 'sum') }],
]

/** By kind and field: `family.life`. */
export const computedFields: ReadonlyMap<string, ComputedField> = new Map<string, ComputedField>([
  ['step.order', { type: NUMBER, read: (_, step) => orderOf(step) }],
  ['family.series', { type: setOf(SERIES_TYPE), read: (_, family) => seriesOf(family) }],
  ['family.life', { type: MONTHS, read: (model, family) => ranges(model.life(family)) }],
  ['family.unplanned', { type: MONTHS, read: unplanned }],
  ['family.planned', { type: TRUTH, read: isPlanned }],
  ['price.family', { type: FAMILY, read: (_, price) => familyOfStatement(price) }],
  ['cost.family', { type: FAMILY, read: (_, cost) => familyOfStatement(cost) }],
  ['price.value', { type: 'family rate', read: rateAmount }],
  ['cost.value', { type: 'family rate', read: rateAmount }],
  ['price.until', { type: MONTH, read: (_, price) => untilNext(price) }],
  ['cost.until', { type: MONTH, read: (_, cost) => untilNext(cost) }],
  [
    'resource.families',
    { type: setOf(FAMILY), read: (model, resource) => model.usersOf(resource) },
  ],
  ['cycle.horizon', { type: MONTHS, read: (model, cycle) => ranges(model.horizonOf(cycle)) }],
  [
    'cycle.previous',
    { type: factOf('cycle'), read: (model, cycle) => model.previous(cycle), rests: ['cycle'] },
  ],
  ['meeting.order', { type: NUMBER, read: (_, meeting) => stepOrder(meeting) }],
  ['meeting.cycle', { type: factOf('cycle'), read: (_, meeting) => meeting.parent }],
  ['opening.family', { type: FAMILY, read: (_, opening) => familyOfStatement(opening) }],
  ['opening.value', { type: 'family quantity', read: openingAmount }],
  ['fence.series', { type: setOf(SERIES_TYPE), read: (_, fence) => fenceSeries(fence) }],
  ['fence.within', { type: NUMBER, read: (_, fence) => fenceWithin(fence) }],
  ['objective.due', { type: DATE, read: (_, objective) => dueOf(objective) }],
  ...tableFields('plan'),
  ...tableFields('actual'),
  ...tableFields('budget'),
  ...tableFields('view'),
  ...tableFields('plan-change'),
  ['mix.months', { type: MONTHS, read: mixMonths }],
  firstFamily('assumption'),
  firstFamily('disagreement'),
  firstFamily('decision'),
  firstFamily('commit'),
  firstFamily('approve'),
  firstFamily('explain-miss'),
  aboutMonths('assumption'),
  aboutMonths('disagreement'),
  aboutMonths('decision'),
  aboutMonths('approve'),
  aboutMonths('explain-miss'),
  aboutMonths('change'),
  aboutMonths('waive'),
  ['resolved.series', { type: SERIES_TYPE, read: (_, resolved) => resolvedSeries(resolved) }],
  ['change.families', { type: setOf(FAMILY), read: (_, change) => factsIn(change, 'of') }],
  ['change.family', { type: FAMILY, read: (_, change) => factsIn(change, 'of')[0] }],
  ['change.value', { type: 'family quantity', read: changeValue }],
  ...totalFields('total', 'family quantity', totalVolume),
  ...totalFields('money-total', 'money', totalMoney),
  ['seal.family', { type: FAMILY, read: fieldOf('family') }],
  ['seal.series', { type: SERIES_TYPE, read: fieldOf('series') }],
  ['seal.cycle', { type: factOf('cycle'), read: fieldOf('cycle') }],
  ['seal.value', { type: TEXT, read: fieldOf('value') }],
  ['seal.changed', { type: MONTHS, read: (model, seal) => changesSince(model, seal)?.months }],
  ['revision.families', { type: setOf(FAMILY), read: (_, revision) => changedFamilies(revision) }],
  ['revision.months', { type: MONTHS, read: changedMonths }],
  ['waive.judged', late(TRUTH, (use) => use.judged)],
  ['waive.findings', late(NUMBER, (use) => use.findings)],
  ['waive.needs', late(setOf(factOf(...waivableKinds())), (use) => use.needs)],
  ['waive.needed', late(NUMBER, (use) => use.needs.length)],
  ['waive.covers', late(NUMBER, (use) => use.covers)],
  ['waive.needed-months', late(MONTHS, (use) => use.months)],
  ['waive.lacking-months', late(MONTHS, (use) => use.lacking)],
])

/** What a waiver accepts in this run. */
function late(type: Type, read: (use: WaiverUse) => Value): ComputedField {
  return {
    type,
    late: true,
    read: (model, waive) => {
      const use = waiverUse(model, waive)
      return use && read(use)
    },
  }
}

/** The kinds that have such fields: rules about them are judged last, and cannot be waived. */
export const LATE_KINDS: ReadonlySet<string> = new Set(
  [...computedFields].flatMap(([key, field]) =>
    field.late === true ? [key.split('.')[0] ?? ''] : [],
  ),
)

/** Whether the plan has each flow that it must state in each month of the horizon in its life. */
function isPlanned(model: Model, family: Fact): Value {
  const { horizon } = model
  if (horizon === undefined) return undefined
  const flows = flowsToPlan(family)
  let whole = 0
  while (whole < flows.length && isWhole(planned(model, flows[whole], family), horizon)) whole += 1
  if (whole === flows.length) return true
  const lacking = unplanned(model, family) as MonthSet | undefined
  return lacking && lacking.length === 0
}

function planned(model: Model, flow: string | undefined, family: Fact): Column {
  return model.column('plan', flow ?? '', family)
}

/** The months in which it has not. */
function unplanned(model: Model, family: Fact): Value {
  const { horizon } = model
  const life = model.life(family)
  if (horizon === undefined || life === undefined) return undefined
  const columns = flowsToPlan(family).map((flow) => model.column('plan', flow, family))
  const lacking = [...monthsIn(horizon)].filter(
    (month) => inRange(life, month) && columns.some((column) => lacks(column, month)),
  )
  return makeMonthSet(lacking.map((month) => ({ from: month, to: month })))
}

function isWhole(column: Column, { from, to }: MonthRange): boolean {
  return column.first <= from && column.first + column.length > to && isAllStated(column)
}

/** What is stated and cannot be read has its own message. */
function lacks(column: Column, month: Month): boolean {
  if (valueIn(column, month) !== undefined) return false
  return (column.stated[month - column.first] ?? 0) === 0
}

function ranges(range: MonthRange | undefined): Value {
  return range === undefined ? undefined : [range]
}

function orderOf(step: Fact): Value {
  const steps = step.parent?.lines.get(step.kind) ?? []
  const place = steps.indexOf(step)
  return place === -1 ? undefined : place + 1
}

function stepOrder(meeting: Fact): Value {
  const step = factIn(meeting, 'step')
  return step === undefined ? undefined : orderOf(step)
}

function seriesOf(family: Fact): Value {
  if (strategyOf(family) === undefined) return undefined
  return expectedSeries(family).map(({ series }) => series)
}

function familyOfStatement(line: Fact): Value {
  return line.parent === undefined ? undefined : factIn(line.parent, 'family')
}

/** A price holds until the next one of its statement's family. */
function untilNext(price: Fact): Value {
  const from = rangeIn(price, 'from')?.from
  const siblings = price.parent?.lines.get(price.kind) ?? []
  const later = siblings.flatMap((other) => {
    const start = rangeIn(other, 'from')?.from
    return start !== undefined && (from === undefined || start > from) ? [start] : []
  })
  const [first] = later
  return first === undefined ? undefined : later.reduce((a, b) => (b < a ? b : a), first) - 1
}

function dueOf(objective: Fact): Value {
  const until = objective.fields.get('until')?.value
  return until?.type === 'date' ? until.day : undefined
}

function columnsOf(fact: Fact): Value {
  const first = fact.tables[0]
  if (first === undefined) return []
  if (fact.tables.length === 1) return headOf(first).names
  const names = new Set<string>()
  for (const { columns } of fact.tables) {
    for (const column of columns) if (column !== undefined) names.add(column.name)
  }
  return [...names] as readonly Known[]
}

/** The months that a statement's tables state; an open row reaches to the end of the horizon. */
function tableMonths(model: Model, fact: Fact): MonthSet {
  const end = horizonAround(model, fact)?.to
  const found: MonthRange[] = []
  for (const { table } of fact.tables) {
    for (let row = 0; row < table.rowCount; row++) {
      const from = table.from[row] as MonthRange['from']
      const to = table.to[row] === OPEN ? end : (table.to[row] as MonthRange['to'])
      if (to !== undefined && to >= from) found.push({ from, to })
    }
  }
  return makeMonthSet(found)
}

/** Those of its table, and those of its file. */
function mixMonths(model: Model, mix: Fact): Value {
  const tabled = tableMonths(model, mix)
  if (!mix.fields.has('path')) return tabled
  const ofFile = model.fileMonths(mix)
  return ofFile && makeMonthSet([...tabled, ...ofFile])
}

function monthsOf(model: Model, fact: Fact): Value {
  const horizon = horizonAround(model, fact)
  const range = rangeIn(fact, 'months')
  if (range?.from === undefined) return fact.damaged ? undefined : ranges(horizon)
  const to = range.to ?? horizon?.to
  return to === undefined ? undefined : makeMonthSet([{ from: range.from, to }])
}

/** The horizon of the cycle that a statement names, or the one around it; else the checked one. */
function horizonAround(model: Model, fact: Fact): MonthRange | undefined {
  for (let at: Fact | undefined = fact; at !== undefined; at = at.parent) {
    const cycle = factIn(at, 'cycle')
    if (cycle !== undefined) return model.horizonOf(cycle)
  }
  return model.horizon
}

/** The families that the lines and tables of a revision change. */
function changedFamilies(revision: Fact): Value {
  const changes = [...revision.lines.values()].flat()
  return [...new Set(changes.flatMap((each) => familiesOf(each)))]
}

/** The months that the lines and tables of a revision change. */
function changedMonths(model: Model, revision: Fact): Value {
  const months: MonthRange[] = []
  for (const line of [...revision.lines.values()].flat()) {
    const read = line.tables.length > 0 ? tableMonths : monthsOf
    // The line that approves it changes nothing.
    const own = line.fields.has('of') || line.tables.length > 0 ? read(model, line) : []
    if (own === undefined) return undefined
    for (const each of own as readonly MonthRange[]) months.push(each)
  }
  return makeMonthSet(months)
}

function resolvedSeries(resolved: Fact): Value {
  const positions = resolved.parent?.lines.get('position') ?? []
  const series = positions[0]?.fields.get('series')?.value
  return series?.type === 'word' ? series.word : undefined
}

function changeValue(model: Model, change: Fact): Value {
  return familyAmount(model, change, change.fields.get('to') ?? change.fields.get('by'))
}

function fieldOf(field: string): (model: Model, fact: Fact) => Value {
  return (_, fact) => valueOf(fact.fields.get(field))
}
