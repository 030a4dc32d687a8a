/** The series: what a plan has numbers of, by family and month. One entry a series. */

export type Strategy = 'make-to-stock' | 'make-to-order' | 'finish-to-order'

export interface SeriesSpec {
  readonly series: string
  readonly doc: string
  /** Volume is in the family's unit, money in the reporting currency. */
  readonly dimension: 'volume' | 'money'
  /** A flow is of a month; a stock is at its end. */
  readonly nature: 'flow' | 'stock'
  /** A stock's month-to-month change: the flows that fill and empty it. */
  readonly flows?: readonly { readonly series: string; readonly sign: 1 | -1 }[]
  /** What a flow is where nobody states it, by strategy: another series, or 0. */
  readonly unstated?: Readonly<Partial<Record<Strategy, string | 0>>>
  /** A stock that is 0 if nobody opens it, for these strategies. */
  readonly opensAtZero?: readonly Strategy[]
  /** A product of a series and a factor, where nobody states it. */
  readonly computed?: { readonly series: string; readonly factor: 'price' }
  /** Which strategies' families are expected to have actuals of it. */
  readonly expectedOf: readonly Strategy[]
}

const ALL = ['make-to-stock', 'make-to-order', 'finish-to-order'] as const

export const STRATEGIES: readonly Strategy[] = ALL

export const SERIES: readonly SeriesSpec[] = [
  {
    series: 'sales',
    doc: 'The sales plan: incoming demand, when it is ordered.',
    dimension: 'volume',
    nature: 'flow',
    expectedOf: ALL,
  },
  {
    series: 'shipments',
    doc: 'What is delivered. Unstated, make-to-stock ships what is sold and make-to-order what is made.',
    dimension: 'volume',
    nature: 'flow',
    unstated: { 'make-to-stock': 'sales', 'make-to-order': 'operations' },
    expectedOf: ['finish-to-order'],
  },
  {
    series: 'operations',
    doc: 'The operations plan: what is made or bought.',
    dimension: 'volume',
    nature: 'flow',
    expectedOf: ALL,
  },
  {
    series: 'adjustment',
    doc: 'Scrap, count corrections and returns to stock: what changes the inventory besides the two plans.',
    dimension: 'volume',
    nature: 'flow',
    unstated: { 'make-to-stock': 0, 'make-to-order': 0, 'finish-to-order': 0 },
    expectedOf: [],
  },
  {
    series: 'inventory',
    doc: 'What is in stock at the end of the month.',
    dimension: 'volume',
    nature: 'stock',
    flows: [
      { series: 'operations', sign: 1 },
      { series: 'shipments', sign: -1 },
      { series: 'adjustment', sign: 1 },
    ],
    opensAtZero: ['make-to-order'],
    expectedOf: ['make-to-stock', 'finish-to-order'],
  },
  {
    series: 'backlog',
    doc: 'What is ordered and not yet delivered at the end of the month.',
    dimension: 'volume',
    nature: 'stock',
    flows: [
      { series: 'sales', sign: 1 },
      { series: 'shipments', sign: -1 },
    ],
    opensAtZero: ['make-to-stock'],
    expectedOf: ['make-to-order', 'finish-to-order'],
  },
  {
    series: 'revenue',
    doc: 'Shipments at price, in the reporting currency; 0 where nothing is shipped, also without a price.',
    dimension: 'money',
    nature: 'flow',
    computed: { series: 'shipments', factor: 'price' },
    expectedOf: [],
  },
]

export const SERIES_NAMES: readonly string[] = SERIES.map((spec) => spec.series)

/** Those of a nature; all where none is wanted. */
export function seriesNamed(nature: SeriesSpec['nature'] | undefined): readonly string[] {
  if (nature === undefined) return SERIES_NAMES
  return SERIES.filter((spec) => spec.nature === nature).map(({ series }) => series)
}

const byName = new Map(SERIES.map((spec, index) => [spec.series, { spec, index }]))

export function seriesSpec(name: string): SeriesSpec | undefined {
  return byName.get(name)?.spec
}

/** The place of a series in `SERIES`: the number that the cube uses for it. */
export function seriesIndex(name: string): number {
  return byName.get(name)?.index ?? -1
}
