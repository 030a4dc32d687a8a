/** Who we are: the business, its roles and functions, its process, its units and currencies. */

import { fact, fromMonth, kinds, MONTH, name, once, title } from './fields.ts'

export const businessKinds = kinds(
  {
    kind: 'business',
    doc: 'The business: its name, its reporting currency, its leader and its fiscal year.',
    principle: 1,
    example: 'business "Acme Widgets" {\n  currency USD\n  leader president\n}',
    repetition: 'named',
    arguments: [
      {
        field: 'title',
        type: { type: 'text' },
        required: true,
        doc: 'What the business is called.',
      },
    ],
    identity: [],
    lines: [
      once(
        'business',
        'currency',
        {
          type: { type: 'unit', currency: 'yes' },
          doc: 'The reporting currency: what money is added up in.',
        },
        { required: true, example: 'currency USD' },
      ),
      once(
        'business',
        'leader',
        { type: fact('role'), doc: 'The role that leads the business and authorizes the plan.' },
        { principle: 1, example: 'leader president' },
      ),
      {
        kind: 'business-fiscal-year',
        keyword: 'fiscal-year',
        once: true,
        gives: 'from',
        doc: 'The first month of a fiscal year; a year begins in that month every year.',
        example: 'fiscal-year from 2026-01',
        repetition: 'act',
        arguments: [],
        clauses: {
          from: {
            required: true,
            fields: [
              {
                field: 'from',
                type: MONTH,
                required: true,
                doc: 'A month in which a fiscal year begins.',
              },
            ],
          },
        },
      },
    ],
  },
  {
    kind: 'function',
    doc: 'A function of the business, such as operations or finance. The prelude declares the five of the field.',
    principle: 7,
    example: 'function quality "Quality assurance"',
    repetition: 'named',
    arguments: [name('The function.'), title('What it is called.')],
  },
  {
    kind: 'role',
    doc: 'A role, the function it belongs to and the role above it. Authority is the role named, any role above it, or the leader.',
    principle: 7,
    source: 'Wallace & Stahl, Sales & Operations Planning: The Executive View',
    example: 'role plant-manager in operations under president',
    repetition: 'named',
    arguments: [name('The role.'), title('What it is called.')],
    clauses: {
      in: {
        required: true,
        fields: [
          {
            field: 'function',
            type: fact('function'),
            required: true,
            doc: 'The function the role belongs to.',
          },
        ],
      },
      under: {
        fields: [{ field: 'under', type: fact('role'), required: true, doc: 'The role above it.' }],
      },
    },
  },
  {
    kind: 'process',
    doc: 'The steps of the monthly cycle, in order, and the functions that must be there; the last decides.',
    principle: 3,
    source: 'Wallace & Stahl: the classic five-step process',
    example: 'process {\n  step executive with general-management, finance\n}',
    repetition: 'named',
    arguments: [],
    identity: [],
    lines: [
      {
        kind: 'step',
        doc: 'A step of the cycle and the functions that must be there.',
        principle: 7,
        example: 'step supply-review with operations',
        repetition: 'named',
        arguments: [name('The step.'), title('What it is called.')],
        clauses: {
          with: {
            fields: [
              {
                field: 'with',
                type: fact('function'),
                list: true,
                required: true,
                doc: 'The functions that must be there.',
              },
            ],
          },
        },
        computed: [
          { field: 'order', type: { type: 'number' }, doc: 'Its place in the process, from 1.' },
        ],
      },
    ],
  },
  {
    kind: 'unit',
    doc: 'A unit of measure, and what it is in another, for every family.',
    principle: 6,
    example: 'unit case = 12 each',
    seenInside: true,
    repetition: 'named',
    arguments: [name('The unit.'), title('What it is called.')],
    value: {
      field: 'value',
      type: { type: 'quantity', in: 'stated' },
      doc: 'How much of another unit it is.',
    },
  },
  {
    kind: 'currency',
    doc: 'A currency and its planning rate from a month on, until the next; "as actual" is the rate that was.',
    principle: 6,
    example: 'currency EUR = 1.08 USD from 2026-01',
    repetition: 'cells',
    arguments: [name('The currency.')],
    value: {
      field: 'value',
      type: { type: 'quantity', in: 'stated' },
      doc: 'What one is worth in another currency.',
    },
    clauses: {
      from: fromMonth,
      as: {
        fields: [
          {
            field: 'actual',
            type: { type: 'flag', word: 'actual' },
            required: true,
            doc: 'An actual rate, not a planning rate.',
          },
        ],
      },
    },
  },
  {
    kind: 'calendar',
    doc: 'Working days by month, where Monday to Friday will not do; and when periods start, where they are not calendar months.',
    principle: 5,
    example: 'calendar {\n  month    workdays\n  2026-12        17\n}',
    repetition: 'cells',
    arguments: [],
    lines: [
      {
        kind: 'starts',
        doc: 'The day a period starts, where it is not the first of its month.',
        example: 'starts 2027-01 on 2026-12-28',
        repetition: 'cells',
        identity: ['month'],
        arguments: [{ field: 'month', type: MONTH, required: true, doc: 'The period.' }],
        clauses: {
          on: {
            required: true,
            fields: [
              {
                field: 'on',
                type: { type: 'date', month: 'first' },
                required: true,
                doc: 'Its first day.',
              },
            ],
          },
        },
      },
    ],
    table: {
      columns: ['workdays'],
      numbers: 'days',
      percent: false,
      rest: false,
      total: false,
      doc: 'The working days of each month.',
    },
  },
)
