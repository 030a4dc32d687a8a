/** How operations see it: groups, resources, and what of a family goes where. */

import { fact, inUnit, kinds, name, once, title } from './fields.ts'
import type { LineSpec, TableSpec } from './spec.ts'

const uses: LineSpec = {
  kind: 'uses',
  doc: 'How much of a resource one unit takes; of operations, unless it says of what.',
  principle: 10,
  source: 'APICS Dictionary, "rough-cut capacity planning", bill of resources',
  example: 'uses assembly 0.05 hour per each on line-a',
  repetition: 'cells',
  identity: ['resource', 'of', 'on'],
  arguments: [
    { field: 'resource', type: fact('resource'), required: true, doc: 'The resource.' },
    {
      field: 'value',
      type: { type: 'quantity', in: 'stated' },
      required: true,
      doc: 'How much of it, per unit.',
    },
  ],
  clauses: {
    of: {
      fields: [
        {
          field: 'of',
          type: { type: 'series' },
          required: true,
          unsaid: 'operations',
          doc: 'The series that loads it, if not operations.',
        },
      ],
    },
    on: {
      fields: [
        {
          field: 'on',
          type: fact('group'),
          required: true,
          doc: 'The group where this rate holds.',
        },
      ],
    },
  },
}

const unitOf = (owner: string): LineSpec =>
  once(
    owner,
    'unit',
    { type: { type: 'unit', currency: 'no' }, doc: `The unit in which the ${owner} is planned.` },
    { required: true, example: owner === 'group' ? 'unit each' : 'unit hour' },
  )

export const resourceTable: TableSpec = {
  columns: ['available', 'overtime'],
  numbers: 'resource',
  percent: false,
  rest: false,
  total: false,
  doc: 'What there is of the resource in each month, and what overtime adds.',
}

export const supplyTable: TableSpec = {
  columns: 'groups',
  numbers: 'share-or-volume',
  percent: true,
  rest: true,
  total: false,
  doc: 'What goes to each group: a share of the operations plan, a number, or the rest.',
}

export const supplyKinds = kinds(
  {
    kind: 'group',
    doc: "One of operations' groupings: a plant, a line, a supplier.",
    principle: 10,
    example: 'group line-a "Presses over 200 t" {\n  unit each\n}',
    repetition: 'named',
    area: 'groups',
    arguments: [name('The group.'), title('What it is called.')],
    lines: [unitOf('group'), uses],
  },
  {
    kind: 'resource',
    doc: 'A resource of rough-cut capacity planning: what there is of it, month by month.',
    principle: 2,
    source: 'APICS Dictionary, "rough-cut capacity planning"',
    example:
      'resource assembly "Assembly" {\n  unit hour\n  month       available  overtime\n  2026-10 ..        100        20\n}',
    repetition: 'named',
    area: 'resources',
    arguments: [name('The resource.'), title('What it is called.')],
    lines: [unitOf('resource')],
    table: resourceTable,
    computed: [
      { field: 'families', type: fact('family'), list: true, doc: 'The families that use it.' },
    ],
  },
  {
    kind: 'supply',
    doc: "Where a family's operations plan goes, month by month, and what it uses there.",
    principle: 10,
    example: 'supply pumps {\n  month       line-a  tower\n  2027-03 ..     400   rest\n}',
    repetition: 'cells',
    area: 'supply',
    arguments: [{ field: 'family', type: fact('family'), required: true, doc: 'The family.' }],
    clauses: { in: inUnit },
    lines: [uses],
    table: supplyTable,
  },
)
