// A review made by hand, so that reports are tested without any stage of the checker.
import type { Day } from '../../src/base/date.ts'
import { parseDay } from '../../src/base/date.ts'
import { type Month, parseMonth } from '../../src/base/month.ts'
import { makeSource, type Source, type Span, spanOf } from '../../src/base/source.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import type { Fact, Facts } from '../../src/facts/fact.ts'
import type { Model } from '../../src/model/model.ts'
import type { Review } from '../../src/pipeline.ts'
import { reportOn, type Report } from '../../src/report/report.ts'
import type { Finding, Judgement, Outcome } from '../../src/rules/finding.ts'

export const PLAN: Source = makeSource(
  'orlicky.sop',
  `business "Orlicky" {
  currency USD
}
actual widgets {
  month    sales  operations  inventory
  2026-07      -           -        600
  2026-08   1211        1195        584
  2026-09   1197        1202        589
  2026-10   1251        1197        529
}
plan widgts for 2026-11 {
  month               sales  operations  inventory
  2026-11              1125        1200        504
}
`,
)

/** The span of the nth time a text stands in a source, from 1. */
export function placeIn(source: Source, text: string, nth = 1): Span {
  let at = -1
  for (let count = 0; count < nth; count += 1) at = source.text.indexOf(text, at + 1)
  if (at < 0) throw new Error(`${text} does not stand ${nth} times in ${source.path}`)
  return spanOf(source, at, at + text.length)
}

export function month(text: string): Month {
  const found = parseMonth(text)
  if (found === undefined) throw new Error(text)
  return found
}

export function day(text: string): Day {
  const found = parseDay(text)
  if (found === undefined) throw new Error(text)
  return found
}

export function makeFact(kind: string, name: string | undefined, more: Partial<Fact> = {}): Fact {
  return {
    kind,
    spec: { kind, doc: '', example: '', repetition: 'named', arguments: [] },
    index: 0,
    name,
    nameSpan: undefined,
    parent: undefined,
    fields: new Map(),
    lines: new Map(),
    tables: [],
    damaged: false,
    statement: undefined,
    span: spanOf(PLAN, 0, 8),
    ...more,
  }
}

const titled = (title: string): Fact['fields'] =>
  new Map([['title', { value: { type: 'text', text: title }, span: spanOf(PLAN, 9, 18) }]])

export const WIDGETS = makeFact('family', 'widgets')
export const CYCLE = makeFact('cycle', '2026-11')

export const UNKNOWN_FAMILY: Diagnostic = {
  code: 'unknown-name',
  severity: 'error',
  span: placeIn(PLAN, 'widgts'),
  message: 'There is no family `widgts`.',
  help: 'Did you mean `widgets`?',
  labels: [{ span: placeIn(PLAN, 'widgets'), text: 'here it is `widgets`' }],
  mends: [{ title: 'Write widgets', edits: [{ span: placeIn(PLAN, 'widgts'), text: 'widgets' }] }],
}

export const WRONG_STOCK: Finding = {
  key: 'balance/ending-inventory of widgets',
  rule: 'balance/ending-inventory',
  title: 'Ending inventory follows from the flows',
  principle: 2,
  severity: 'error',
  message: 'widgets 2026-10: stated 529 each, the flows give 535 each',
  why: 'An inventory nobody can reach hides a shortage or idle cash; every later decision rests on it.',
  help: 'Write 535 each, or sales 1257 each, or operations 1191 each.',
  span: placeIn(PLAN, '529'),
  places: [{ reading: 'outlook inventory of widgets 2026-10', cell: undefined, fact: undefined }],
  evidence: [
    {
      expression: 'outlook.inventory(f, t)',
      reading: 'inventory of widgets 2026-10',
      value: '529 each',
      span: placeIn(PLAN, '529'),
      cell: { version: 'outlook', series: 'inventory', subject: WIDGETS, month: month('2026-10') },
    },
    {
      expression: 'projected.inventory(f, t)',
      reading: 'projected inventory of widgets 2026-10',
      value: '535 each',
      span: undefined,
      cell: {
        version: 'projected',
        series: 'inventory',
        subject: WIDGETS,
        month: month('2026-10'),
      },
    },
    {
      expression: 'outlook.sales(f, t)',
      reading: 'sales of widgets 2026-10',
      value: '1251 each',
      span: placeIn(PLAN, '1251'),
      cell: { version: 'outlook', series: 'sales', subject: WIDGETS, month: month('2026-10') },
    },
    {
      expression: 'outlook.operations(f, t)',
      reading: 'operations of widgets 2026-10',
      value: '1197 each',
      span: placeIn(PLAN, '1197', 2),
      cell: { version: 'outlook', series: 'operations', subject: WIDGETS, month: month('2026-10') },
    },
    {
      expression: 'outlook.inventory(f, t - 1)',
      reading: 'inventory of widgets 2026-09',
      value: '589 each',
      span: placeIn(PLAN, '589'),
      cell: { version: 'outlook', series: 'inventory', subject: WIDGETS, month: month('2026-09') },
    },
  ],
  mend: { title: 'Write 535', edits: [{ span: placeIn(PLAN, '529'), text: '535' }] },
  about: [WIDGETS],
  months: [{ from: month('2026-10'), to: month('2026-10') }],
  due: undefined,
  waiver: undefined,
}

export const NO_ITEMS: Finding = {
  ...WRONG_STOCK,
  key: 'alignment/mix-known of widgets',
  rule: 'alignment/mix-known',
  title: 'Inside the planning time fence the items are planned',
  principle: 5,
  severity: 'warning',
  message: 'widgets 2026-11: inside the planning time fence, and no items planned',
  why: undefined,
  help: undefined,
  mend: undefined,
  span: placeIn(PLAN, 'plan widgts for 2026-11'),
  evidence: [],
  months: [{ from: month('2026-11'), to: month('2027-01') }],
}

export function outcome(
  rule: string,
  principle: number | undefined,
  more: Partial<Outcome>,
): Outcome {
  return {
    rule,
    title: rule,
    principle,
    held: 0,
    broken: 0,
    findings: 0,
    todo: 0,
    waived: 0,
    unjudged: 0,
    unusedAreas: [],
    severity: 'error',
    milliseconds: 0,
    ...more,
  }
}

export const QUIET: Judgement = {
  findings: [],
  todos: [],
  waived: [],
  outcomes: [outcome('balance/ending-inventory', 2, { held: 1312 })],
  unjudged: [],
  objectives: [],
  unusedAreas: [],
}

export const BUSY: Judgement = {
  findings: [WRONG_STOCK, NO_ITEMS],
  todos: [{ ...NO_ITEMS, due: 'executive', message: 'the plan is not authorized' }],
  waived: [{ ...NO_ITEMS, waiver: CYCLE }],
  outcomes: [
    outcome('balance/ending-inventory', 2, { held: 1311, broken: 1 }),
    outcome('alignment/mix-known', 5, {
      broken: 3,
      todo: 1,
      waived: 1,
      unjudged: 12,
      severity: 'warning',
    }),
    outcome('alignment/price-known', 6, { severity: 'off', held: 7 }),
    outcome('own/thing', undefined, { held: 2 }),
  ],
  unjudged: Array.from({ length: 12 }, (_, at) => ({
    what: `actual sales of family-${at}`,
    months: [{ from: month('2026-01'), to: month('2026-09') }],
    rules: at === 0 ? ['balance/capacity'] : ['balance/capacity', 'balance/level'],
    instances: 24 - at,
  })),
  objectives: [
    {
      objective: makeFact('objective', 'cost', { fields: titled('Cost of the half-year') }),
      held: true,
      figures: [
        { name: 'layoff', low: '8000 USD', high: '8000 USD' },
        { name: 'total', low: '422660 USD', high: '422660 USD' },
      ],
    },
    { objective: makeFact('objective', 'lean'), held: undefined, figures: [] },
  ],
  unusedAreas: ['prices', 'groups', 'items'],
}

export function review(judgement: Judgement, diagnostics: readonly Diagnostic[] = []): Review {
  const byKind = new Map<string, readonly Fact[]>([
    ['business', [makeFact('business', undefined, { fields: titled('Orlicky') })]],
    ['step', [makeFact('step', 'demand-review'), makeFact('step', 'executive')]],
  ])
  const facts: Facts = {
    of: (kind) => byKind.get(kind) ?? [],
    named: () => undefined,
    whose: () => [],
    references: [],
    kinds: [],
    complete: true,
    strays: false,
    mayLack: () => false,
    mayDeclare: () => false,
  }
  const model: Pick<Model, 'facts' | 'today' | 'cycle' | 'horizon' | 'origin'> = {
    facts,
    today: day('2026-11-22'),
    cycle: CYCLE,
    horizon: { from: month('2026-11'), to: month('2027-07') },
    origin: () => ({
      from: 'nothing',
      missing: { what: 'anything', month: undefined, area: undefined },
    }),
  }
  return {
    trees: [],
    rulebook: NO_RULEBOOK,
    facts,
    model: model as Model,
    diagnostics,
    judgement,
    timings: [
      { stage: 'parse', milliseconds: 12.34 },
      { stage: 'judge', milliseconds: 3 },
    ],
  }
}

const NO_RULEBOOK = {
  rules: [],
  objectives: [],
  policies: new Map(),
  problems: [],
} as unknown as Review['rulebook']

/** `named` are files; none are all. */
export function report(of: Review, named: readonly string[] = []): Report {
  const shows = (path: string): boolean => named.length === 0 || named.includes(path)
  return reportOn(of, shows, { named, notes: [], scenario: undefined })
}
