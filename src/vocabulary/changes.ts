/** Changes on top of a plan: revisions and scenarios, with the lines and tables they share. */

import { because, byRole, fact, inUnit, kinds, MONTHS, name, onDate, title } from './fields.ts'
import { covered, seriesTable } from './plans.ts'
import type { LineSpec } from './spec.ts'
import { resourceTable, supplyTable } from './supply.ts'

const change: LineSpec = {
  kind: 'change',
  doc: "A change of monthly numbers: a series, a price or cost, a group's column, or what there is of a resource.",
  principle: 3,
  example: 'change operations of medium-widgets 2026-12 .. 2027-01 by -200',
  repetition: 'cells',
  arguments: [
    {
      field: 'series',
      required: true,
      doc: 'What changes.',
      type: {
        type: 'either',
        of: [{ type: 'series', also: ['price', 'cost', 'available', 'overtime'] }, fact('group')],
      },
    },
  ],
  clauses: {
    of: {
      required: true,
      fields: [
        {
          field: 'of',
          type: fact('family', 'resource'),
          list: true,
          required: true,
          doc: 'Whose: families or resources.',
        },
        { field: 'months', type: MONTHS, doc: 'The months; unsaid, the horizon.' },
      ],
    },
    by: {
      fields: [
        {
          field: 'by',
          type: { type: 'quantity', in: 'family' },
          required: true,
          doc: 'By how much, or by which per cent.',
        },
      ],
    },
    to: {
      fields: [
        { field: 'to', type: { type: 'quantity', in: 'family' }, required: true, doc: 'To what.' },
      ],
    },
  },
  oneOf: ['by', 'to'],
  computed: [
    { field: 'family', type: fact('family'), doc: 'The first family it changes.' },
    { field: 'families', type: fact('family'), list: true, doc: 'The families it changes.' },
    { field: 'value', type: { type: 'quantity', in: 'family' }, doc: 'By how much, or to what.' },
  ],
}

const changed = (
  keyword: string,
  of: string,
  table: LineSpec['table'],
  more: Partial<LineSpec> = {},
): LineSpec => ({
  kind: `${keyword}-change`,
  keyword,
  doc: `New numbers for some months of a ${of}: each cell of the table is changed to this.`,
  example:
    keyword === 'resource'
      ? 'resource assembly {\n  month    overtime\n  2027-03        40\n}'
      : `${keyword} medium-widgets {\n  month    ${keyword === 'plan' ? 'operations' : 'line-a'}\n  2027-03        1600\n}`,
  repetition: 'cells',
  arguments: [{ field: of, type: fact(of), required: true, doc: `The ${of}.` }],
  clauses: { in: inUnit },
  ...(table === undefined ? {} : { table }),
  ...more,
})

const changeLines: readonly LineSpec[] = [
  change,
  changed('plan', 'family', seriesTable, { computed: covered }),
  changed('supply', 'family', supplyTable),
  changed('resource', 'resource', resourceTable),
]

export const changeKinds = kinds(
  {
    kind: 'revision',
    doc: 'A revision in mid-period, when something major has changed: why, the changes, who approved.',
    principle: 3,
    example:
      'revision fire of 2026-11 on 2026-12-04 by plant-manager {\n  because "Fire in hall 2."\n  approved by president on 2026-12-05\n  change operations of medium-widgets 2026-12 by -200\n}',
    repetition: 'named',
    atRoll: 'closes',
    area: 'revisions',
    arguments: [name('The revision.'), title('What it is called.')],
    clauses: {
      of: {
        required: true,
        fields: [
          {
            field: 'cycle',
            type: fact('cycle'),
            required: true,
            doc: 'The cycle whose plan it revises.',
          },
        ],
      },
      on: { ...onDate, required: true },
      by: byRole,
      because,
    },
    lines: [
      {
        kind: 'approved',
        once: true,
        doc: 'Who approved it, and when.',
        example: 'approved by president on 2026-12-05',
        repetition: 'act',
        arguments: [],
        clauses: { by: { ...byRole, required: true }, on: onDate },
      },
      ...changeLines,
    ],
    computed: [
      { field: 'families', type: fact('family'), list: true, doc: 'The families it changes.' },
      { field: 'months', type: MONTHS, doc: 'The months it changes.' },
    ],
  },
  {
    kind: 'scenario',
    doc: "A what-if on top of a cycle's plan or of another scenario.",
    principle: 2,
    example:
      'scenario strong "The promotion works" of 2026-11 {\n  change sales of medium-widgets 2027-02 .. 2027-04 by +20%\n}',
    repetition: 'named',
    atRoll: 'closes',
    area: 'scenarios',
    arguments: [name('The scenario.'), title('What it supposes.')],
    clauses: {
      of: {
        required: true,
        fields: [
          {
            field: 'on',
            type: fact('cycle', 'scenario'),
            required: true,
            doc: 'The cycle or scenario it starts from.',
          },
        ],
      },
    },
    lines: changeLines,
  },
)
