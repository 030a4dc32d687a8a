/** What is planned: families, items, conversions, prices and costs. */

import { fact, fromMonth, kinds, MONTH, name, once, title, untilMonth } from './fields.ts'
import { STRATEGIES } from './series.ts'
import type { LineSpec } from './spec.ts'

/** `target inventory = 50% * sales(f, t + 1)`: an expression over the family f and the month t. */
function bound(kind: 'minimum' | 'target' | 'maximum', doc: string, example: string): LineSpec {
  return {
    kind,
    doc,
    principle: 2,
    example,
    repetition: 'cells',
    identity: ['series', 'from'],
    area: 'stock targets',
    arguments: [
      {
        field: 'series',
        type: { type: 'series', nature: 'stock' },
        required: true,
        doc: 'Which stock: inventory or backlog.',
      },
    ],
    value: {
      field: 'value',
      type: { type: 'expression', scope: ['f', 't'] },
      required: true,
      doc: "How much, in the family's unit: a number, or an expression over this family f and the month t.",
    },
    clauses: { from: fromMonth, until: untilMonth },
  }
}

/** `price = 24.50 USD per each from 2026-01`. */
function rate(kind: 'price' | 'cost', doc: string, example: string): LineSpec {
  return {
    kind,
    doc,
    principle: 6,
    example,
    repetition: 'cells',
    area: `${kind}s`,
    arguments: [],
    value: {
      field: 'value',
      type: { type: 'quantity', in: 'stated' },
      required: true,
      doc: 'Money per unit.',
    },
    clauses: { from: fromMonth },
    computed: [
      { field: 'family', type: fact('family'), doc: 'The family whose it is.' },
      { field: 'until', type: MONTH, doc: 'The last month before the next one holds.' },
    ],
  }
}

export const familyKinds = kinds(
  {
    kind: 'family',
    doc: 'A product family as the market sees it: the level at which executives plan.',
    principle: 10,
    source: 'Wallace & Stahl; APICS Dictionary, "product family"',
    example: 'family pumps "Dosing pumps" {\n  strategy make-to-order\n  unit each\n}',
    repetition: 'named',
    arguments: [name('The family.'), title('What it is called.')],
    lines: [
      once(
        'family',
        'market',
        { type: { type: 'text' }, doc: 'Whom the family serves.' },
        { principle: 10, example: 'market "Industrial distributors"' },
      ),
      once(
        'family',
        'strategy',
        {
          type: { type: 'word', words: STRATEGIES },
          doc: 'The demand strategy: what customers wait for. It says what is shipped where nobody says.',
        },
        { required: true, principle: 10, example: 'strategy make-to-stock' },
      ),
      once(
        'family',
        'unit',
        { type: { type: 'unit', currency: 'no' }, doc: 'The unit in which the family is planned.' },
        { required: true, principle: 6, example: 'unit each' },
      ),
      {
        kind: 'owner',
        doc: 'The role that owns one plan of the family; "launch" is a plan, too.',
        principle: 9,
        example: 'owner sales-director for sales',
        repetition: 'cells',
        area: 'owners',
        arguments: [{ field: 'role', type: fact('role'), required: true, doc: 'The role.' }],
        clauses: {
          for: {
            required: true,
            fields: [
              {
                field: 'for',
                type: { type: 'series', also: ['launch'] },
                required: true,
                doc: 'The plan it owns.',
              },
            ],
          },
        },
        key: 'for',
        gives: 'role',
      },
      once(
        'family',
        'lead-time',
        { type: { type: 'duration' }, doc: 'The cumulative lead time of the family.' },
        { principle: 5, area: 'lead times', example: 'lead-time 9 weeks' },
      ),
      once(
        'family',
        'production',
        {
          type: { type: 'word', words: ['level', 'chase'] },
          doc: 'How it is made: at a level rate, or chasing demand.',
        },
        {
          principle: 2,
          source: 'APICS Dictionary, "production strategy"',
          area: 'production',
          example: 'production level',
        },
      ),
      once(
        'family',
        'negligible',
        { type: { type: 'quantity', in: 'family' }, doc: 'A difference nobody needs to look at.' },
        { example: 'negligible 2 each' },
      ),
      bound('minimum', 'The least a stock may be.', 'minimum inventory = 500'),
      bound('target', 'What a stock should be.', 'target inventory = 50% * sales(f, t + 1)'),
      bound('maximum', 'The most a stock may be.', 'maximum backlog = 30 until 2027-06'),
    ],
    clauses: {
      from: {
        fields: [
          { field: 'from', type: MONTH, required: true, doc: 'The month the family is launched.' },
        ],
      },
      until: {
        fields: [
          { field: 'until', type: MONTH, required: true, doc: 'The last month of the family.' },
        ],
      },
    },
    computed: [
      {
        field: 'series',
        type: { type: 'series' },
        list: true,
        doc: 'The series its strategy plans.',
      },
      {
        field: 'life',
        type: { type: 'months' },
        doc: 'From its launch to its end; unsaid, both lie far beyond what is planned.',
      },
      {
        field: 'planned',
        type: { type: 'truth' },
        doc: 'Whether the plan has sales, operations and, finished to order, shipments in each month of the horizon in its life.',
      },
      {
        field: 'unplanned',
        type: { type: 'months' },
        doc: 'The months of the horizon in its life in which the plan lacks one of them.',
      },
    ],
  },
  {
    kind: 'item',
    doc: 'An item of a family: what the mix is made of.',
    principle: 5,
    example: 'item MW-101 in medium-widgets',
    repetition: 'named',
    area: 'items',
    arguments: [name('The item.'), title('What it is called.')],
    clauses: {
      in: {
        required: true,
        fields: [
          {
            field: 'family',
            type: fact('family'),
            required: true,
            doc: 'The family it belongs to.',
          },
        ],
      },
    },
  },
  {
    kind: 'items',
    doc: 'Items from a file with the columns item, family and, if wanted, title.',
    principle: 5,
    example: 'items from "items.csv"',
    repetition: 'act',
    arguments: [],
    clauses: {
      from: {
        required: true,
        fields: [
          {
            field: 'path',
            type: { type: 'path' },
            required: true,
            doc: 'The file, below the workspace.',
          },
        ],
      },
    },
  },
  {
    kind: 'conversion',
    doc: "A family's own factors between units, and its price and cost, each from its month until the next.",
    principle: 6,
    example:
      'conversion medium-widgets {\n  unit pallet = 480 each\n  price = 24.50 USD per each from 2026-01\n}',
    repetition: 'cells',
    arguments: [{ field: 'family', type: fact('family'), required: true, doc: 'The family.' }],
    lines: [
      {
        kind: 'factor',
        keyword: 'unit',
        doc: 'What one unit is in another, for this family.',
        example: 'unit pallet = 480 each',
        repetition: 'cells',
        arguments: [
          {
            field: 'unit',
            type: { type: 'unit', currency: 'no' },
            required: true,
            doc: 'The unit.',
          },
        ],
        value: {
          field: 'value',
          type: { type: 'quantity', in: 'stated' },
          required: true,
          doc: 'How much of the other.',
        },
        clauses: { from: fromMonth },
      },
      rate('price', 'What one is sold for.', 'price = 24.50 USD per each from 2026-01'),
      rate('cost', 'What one costs to make or buy.', 'cost = 15.10 USD per each from 2026-01'),
    ],
  },
)
