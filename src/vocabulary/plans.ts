/** The numbers: cycles, plans, actuals, budgets, views and mixes. */

import { fact, forCycle, inUnit, kinds, MONTH, ofFamily, onDate } from './fields.ts'
import type { FieldSpec, TableSpec } from './spec.ts'

export const seriesTable: TableSpec = {
  columns: 'series',
  numbers: 'series',
  percent: false,
  rest: false,
  total: true,
  doc: 'A column for each series, a line for each month.',
}

/** In a plan, what follows from the rest is not stated. */
const planTable: TableSpec = { ...seriesTable, computes: true }

/** What the tables of a statement cover. */
export const covered: readonly FieldSpec[] = [
  { field: 'series', type: { type: 'series' }, list: true, doc: 'The series its tables state.' },
  { field: 'months', type: { type: 'months' }, doc: 'The months its tables state.' },
]

export const planKinds = kinds(
  {
    kind: 'cycle',
    doc: "One month's cycle: how far it looks ahead, and its meetings. The months before its horizon are closed.",
    principle: 3,
    example:
      'cycle 2026-11 {\n  horizon 18 months\n  meeting executive on 2026-11-19 with president\n}',
    repetition: 'named',
    atRoll: 'goes on',
    arguments: [
      {
        field: 'month',
        type: MONTH,
        atRoll: 'moves',
        declares: true,
        required: true,
        doc: 'The month in which it is held.',
      },
    ],
    lines: [
      {
        kind: 'cycle-horizon',
        keyword: 'horizon',
        once: true,
        gives: 'horizon',
        required: true,
        doc: 'How many months it looks ahead, this one first; or which months.',
        example: 'horizon 18 months',
        repetition: 'act',
        arguments: [
          {
            field: 'horizon',
            required: true,
            atRoll: 'moves',
            doc: 'A number of months, or a range of them.',
            type: { type: 'either', of: [{ type: 'duration', least: 1 }, { type: 'months' }] },
          },
        ],
      },
      {
        kind: 'meeting',
        doc: 'A meeting of the cycle: which step, when, and who was there.',
        principle: 7,
        example: 'meeting executive on 2026-11-19 with president, controller',
        repetition: 'named',
        area: 'meetings',
        arguments: [
          { field: 'step', type: fact('step'), required: true, doc: 'The step of the process.' },
        ],
        identity: ['step'],
        clauses: {
          on: {
            fields: onDate.fields.map((field) => ({ ...field, atRoll: 'moves' })),
            required: true,
          },
          with: {
            atRoll: 'closes',
            fields: [
              {
                field: 'with',
                type: fact('role'),
                list: true,
                required: true,
                doc: 'Who was there.',
              },
            ],
          },
        },
        computed: [
          {
            field: 'order',
            type: { type: 'number' },
            doc: 'The place of its step in the process.',
          },
          { field: 'cycle', type: fact('cycle'), doc: 'The cycle it belongs to.' },
        ],
      },
    ],
    computed: [
      { field: 'horizon', type: { type: 'months' }, doc: 'The months it plans.' },
      { field: 'previous', type: fact('cycle'), doc: 'The cycle before.' },
    ],
  },
  {
    kind: 'plan',
    doc: "A family's sales plan and operations plan for a cycle; and its stock, where it is to be asserted.",
    principle: 2,
    example:
      'plan pumps for 2026-11 {\n  month    sales  operations\n  2026-11     10          12\n}',
    repetition: 'cells',
    atRoll: 'goes on',
    arguments: [{ field: 'family', type: fact('family'), required: true, doc: 'The family.' }],
    clauses: { for: forCycle, in: inUnit },
    lines: [
      {
        kind: 'opening',
        doc: 'A stock before the first month, where there is no actual of it.',
        principle: 2,
        example: 'opening inventory 600',
        repetition: 'cells',
        atRoll: 'closes',
        arguments: [
          {
            field: 'series',
            type: { type: 'series', nature: 'stock' },
            required: true,
            doc: 'Which stock.',
          },
          {
            field: 'value',
            type: { type: 'quantity', in: 'family' },
            required: true,
            doc: "How much: in its own unit, else the table's.",
          },
        ],
        computed: [{ field: 'family', type: fact('family'), doc: 'The family whose it is.' }],
      },
    ],
    table: planTable,
    computed: covered,
  },
  {
    kind: 'actual',
    doc: 'What happened in closed months, adjustments such as scrap and counts included.',
    principle: 9,
    example:
      'actual pumps {\n  month    sales  operations  inventory\n  2026-10     10          12          5\n}',
    repetition: 'cells',
    atRoll: 'asks',
    area: 'actuals',
    arguments: [{ field: 'family', type: fact('family'), required: true, doc: 'The family.' }],
    clauses: { in: inUnit },
    table: seriesTable,
    computed: covered,
  },
  {
    kind: 'budget',
    doc: 'The business plan, in money or in units, of a family or of the whole business.',
    principle: 2,
    example:
      'budget medium-widgets in USD {\n  month               revenue\n  2026-11 .. 2026-12    29500\n}',
    repetition: 'cells',
    area: 'budgets',
    arguments: [
      { field: 'family', type: fact('family'), doc: 'The family; unsaid, the business.' },
    ],
    clauses: { in: inUnit },
    table: seriesTable,
    computed: covered,
  },
  {
    kind: 'view',
    doc: "Another function's own numbers for the same cells, stated openly.",
    principle: 8,
    example:
      'view sales-marketing of medium-widgets for 2026-11 {\n  month    sales\n  2027-03   1450\n}',
    repetition: 'cells',
    atRoll: 'goes on',
    area: 'views',
    arguments: [
      {
        field: 'function',
        type: fact('function'),
        required: true,
        doc: 'The function whose view it is.',
      },
    ],
    clauses: { of: ofFamily, for: forCycle, in: inUnit },
    table: seriesTable,
    computed: covered,
  },
  {
    kind: 'mix',
    doc: 'The item plans of a family, in the unit of the family, as shares of its volume, or from a file.',
    principle: 5,
    source: 'APICS Dictionary, "mix", "planning bill of material"',
    example:
      'mix sales of medium-widgets for 2026-11 {\n  month    MW-101  MW-102\n  2026-11     400     800\n}',
    repetition: 'cells',
    atRoll: 'goes on',
    area: 'mix',
    arguments: [
      { field: 'series', type: { type: 'series' }, required: true, doc: 'The series it splits.' },
    ],
    clauses: {
      of: ofFamily,
      for: forCycle,
      in: inUnit,
      as: {
        fields: [
          {
            field: 'share',
            type: { type: 'flag', word: 'share' },
            required: true,
            doc: 'Shares of the volume, not volumes.',
          },
        ],
      },
      from: {
        fields: [
          {
            field: 'path',
            type: { type: 'path' },
            required: true,
            doc: 'The file with the item plans: `month,item,quantity`, or `month` and a column an item. An empty cell is no value.',
          },
        ],
      },
    },
    table: {
      columns: 'items',
      numbers: 'share-or-volume',
      percent: true,
      rest: true,
      total: true,
      doc: 'A column for each item of the family.',
    },
    computed: [{ field: 'months', type: { type: 'months' }, doc: 'The months it states.' }],
  },
)
