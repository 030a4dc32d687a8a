/** Who committed to what: assumptions, disagreements, decisions, commitments, approvals. */

import {
  aboutFamilies,
  because,
  becauseRequired,
  byRole,
  byRoleRequired,
  fact,
  families,
  forCycle,
  kinds,
  months,
  name,
  ofFamilies,
  onDate,
  onDateRequired,
  once,
  title,
  untilDate,
  untilDateRequired,
} from './fields.ts'
import type { ClauseSpec, FieldSpec } from './spec.ts'

const due = (owner: string) =>
  once(
    owner,
    'due',
    { type: { type: 'date', month: 'last' }, doc: 'The day by which it is due.' },
    { example: 'due 2026-11-19' },
  )

const seriesField: FieldSpec = {
  field: 'series',
  type: { type: 'series' },
  required: true,
  doc: 'The series.',
}

const about: ClauseSpec = { ...aboutFamilies, required: true }

const firstFamily: FieldSpec = {
  field: 'family',
  type: fact('family'),
  doc: 'The first of its families; unknown where it names none.',
}

export const peopleKinds = kinds(
  {
    kind: 'assumption',
    doc: 'What is believed: by whom, about what, until when; with a driver and a value where there is one.',
    principle: 8,
    example:
      'assumption promotion "Two regions run the promotion" about medium-widgets 2027-02 .. 2027-04 {\n  by sales-director until 2027-03\n  driver promotion\n}',
    repetition: 'named',
    area: 'assumptions',
    arguments: [name('The assumption.'), { ...title('What is believed.'), required: true }],
    clauses: { about, by: byRoleRequired, until: untilDate, because },
    lines: [
      once(
        'assumption',
        'driver',
        {
          type: { type: 'free-word' },
          doc: 'What drives the numbers, such as a promotion or a price.',
        },
        { example: 'driver promotion' },
      ),
      once(
        'assumption',
        'value',
        { type: { type: 'number' }, doc: 'The value that the driver is taken to have.' },
        { example: 'value 3%' },
      ),
    ],
    computed: [firstFamily],
  },
  {
    kind: 'disagreement',
    doc: 'A disagreement, on record: the positions, when it is due, and how it was resolved.',
    principle: 8,
    example:
      'disagreement spring-promotion about medium-widgets 2027-03 {\n  position sales-director sales 1450\n  position plant-manager  sales 1310\n  due 2026-11-19\n}',
    repetition: 'named',
    closedBy: 'resolved',
    area: 'disagreements',
    arguments: [name('The disagreement.'), title('What it is about.')],
    clauses: { about, because },
    lines: [
      {
        kind: 'position',
        doc: 'What one role holds the number to be.',
        principle: 8,
        example: 'position sales-director sales 1450',
        repetition: 'act',
        identity: ['role', 'series'],
        arguments: [
          { field: 'role', type: fact('role'), required: true, doc: 'Whose position.' },
          seriesField,
          {
            field: 'value',
            type: { type: 'quantity', in: 'family' },
            required: true,
            doc: 'The number.',
          },
        ],
      },
      due('disagreement'),
      {
        kind: 'resolved',
        once: true,
        doc: 'How it was resolved: to what, by whom, when and why.',
        principle: 8,
        example:
          'resolved to 1400 by president on 2026-11-19 because "Two of three regions confirmed."',
        repetition: 'act',
        arguments: [],
        clauses: {
          to: {
            required: true,
            fields: [
              {
                field: 'value',
                type: { type: 'quantity', in: 'family' },
                required: true,
                doc: 'The number adopted.',
              },
            ],
          },
          by: byRole,
          on: onDate,
          because,
        },
        computed: [{ ...seriesField, doc: 'The series of the positions.' }],
      },
    ],
    computed: [firstFamily],
  },
  {
    kind: 'decision',
    doc: 'What was decided, by whom, about what; who carries it out, and by when.',
    principle: 1,
    example:
      'decision hire "A third shift from March" about medium-widgets 2027-03 .. {\n  by president on 2026-11-19\n  owner plant-manager\n  due 2027-02\n}',
    repetition: 'named',
    area: 'decisions',
    arguments: [name('The decision.'), { ...title('What was decided.'), required: true }],
    clauses: { about, by: byRole, on: onDate, because },
    lines: [
      once(
        'decision',
        'owner',
        { type: fact('role'), doc: 'Who carries it out.' },
        { example: 'owner plant-manager' },
      ),
      due('decision'),
    ],
    computed: [firstFamily],
  },
  {
    kind: 'commit',
    doc: 'A commitment to a plan, by the role that answers for it; sealed where it carries its hash.',
    principle: 9,
    example: 'commit sales for 2026-11 by sales-director on 2026-11-19',
    repetition: 'act',
    atRoll: 'closes',
    area: 'commitments',
    arguments: [seriesField],
    clauses: {
      of: {
        fields: [
          {
            field: 'families',
            type: fact('family'),
            list: true,
            required: true,
            doc: 'The families; unsaid, all that the role owns.',
          },
        ],
      },
      for: forCycle,
      by: byRoleRequired,
      on: onDateRequired,
      as: {
        fields: [
          {
            field: 'as',
            type: { type: 'text' },
            required: true,
            doc: 'The seal: a hash over the cells committed to.',
          },
        ],
      },
    },
    computed: [firstFamily],
  },
  {
    kind: 'authorize',
    doc: "The leader's sign-off of a cycle's plan.",
    principle: 1,
    example: 'authorize 2026-11 by president on 2026-11-19',
    repetition: 'act',
    atRoll: 'closes',
    area: 'authorizations',
    arguments: [{ field: 'cycle', type: fact('cycle'), required: true, doc: 'The cycle.' }],
    clauses: { by: byRoleRequired, on: onDateRequired },
  },
  {
    kind: 'approve',
    doc: 'The approval of a change inside a fence.',
    principle: 5,
    example:
      'approve operations of medium-widgets 2026-12 .. 2027-01 for 2026-11 by president on 2026-11-18 because "One order, signed."',
    repetition: 'act',
    atRoll: 'closes',
    area: 'approvals',
    arguments: [seriesField],
    clauses: { of: ofFamilies, for: forCycle, by: byRoleRequired, on: onDate, because },
    computed: [firstFamily],
  },
  {
    kind: 'explain-miss',
    doc: 'Why an actual missed its commitment, and the date by which it is recovered.',
    principle: 9,
    example:
      'explain-miss shipments of medium-widgets 2026-10 by sales-director until 2026-12 because "Orders came early."',
    repetition: 'act',
    area: 'explanations',
    arguments: [seriesField],
    clauses: {
      of: {
        required: true,
        fields: [families, { ...months, required: true, doc: 'The closed months that missed.' }],
      },
      by: byRoleRequired,
      until: untilDateRequired,
      because: becauseRequired,
    },
    computed: [firstFamily],
  },
)
