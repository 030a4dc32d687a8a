/** What we agreed: fences and policies; and the language of rules. */

import {
  becauseRequired,
  byRoleRequired,
  fact,
  families,
  kinds,
  months,
  name,
  once,
  title,
  untilDateRequired,
} from './fields.ts'
import type { LineSpec } from './spec.ts'

const text = (keyword: string, doc: string, example: string): LineSpec =>
  once('rule', keyword, { type: { type: 'text' }, doc }, { example })

/** What a finding may be about that a waiver accepts. */
const WAIVABLE = fact(
  'family',
  'resource',
  'group',
  'cycle',
  'item',
  'role',
  'disagreement',
  'assumption',
  'decision',
  'objective',
)

export const policyKinds = kinds(
  {
    kind: 'fence',
    doc: 'A time fence: how far it reaches, which series may change by how much inside it, and who approves more.',
    principle: 5,
    source: 'APICS Dictionary, "demand time fence", "planning time fence"',
    example:
      'fence planning 3 months {\n  change operations within 10%\n  approval by plant-manager\n}',
    repetition: 'named',
    identity: ['families'],
    area: 'fences',
    arguments: [
      name('The fence.'),
      {
        field: 'length',
        type: { type: 'duration', least: 1 },
        required: true,
        doc: 'How far it reaches from the first day of the horizon.',
      },
    ],
    clauses: { about: { fields: [{ ...families, doc: 'The families it governs; unsaid, all.' }] } },
    lines: [
      {
        kind: 'fence-change',
        keyword: 'change',
        once: true,
        doc: 'Which series may change inside the fence, and by how much without approval.',
        example: 'change operations within 10%',
        repetition: 'act',
        arguments: [
          {
            field: 'series',
            type: { type: 'series' },
            list: true,
            required: true,
            doc: 'The series.',
          },
        ],
        clauses: {
          within: {
            required: true,
            fields: [
              {
                field: 'within',
                type: { type: 'percent' },
                required: true,
                doc: 'The most a number may change.',
              },
            ],
          },
        },
      },
      {
        kind: 'fence-approval',
        keyword: 'approval',
        once: true,
        gives: 'by',
        doc: 'Who approves a larger change.',
        example: 'approval by president',
        repetition: 'act',
        arguments: [],
        clauses: { by: byRoleRequired },
      },
    ],
    computed: [
      {
        field: 'series',
        type: { type: 'series' },
        list: true,
        doc: 'The series it governs; unsaid, operations.',
      },
      { field: 'within', type: { type: 'percent' }, doc: 'How much may change without approval.' },
    ],
  },
  {
    kind: 'policy',
    doc: 'A threshold of the rulebook: declared with its meaning, or set by the company, for all or for one family.',
    example: 'policy mix-tolerance = 5% about medium-widgets',
    seenInside: true,
    repetition: 'act',
    arguments: [
      { field: 'policy', type: { type: 'free-word' }, required: true, doc: 'The policy.' },
      title('What it means: this declares it.'),
    ],
    value: {
      field: 'value',
      type: { type: 'expression', scope: [] },
      required: true,
      doc: 'Its value.',
    },
    clauses: {
      about: { fields: [{ ...families, doc: 'The families it is set for; unsaid, all.' }] },
    },
    lines: [
      once(
        'policy',
        'source',
        { type: { type: 'text' }, doc: 'Where the value comes from.' },
        { example: 'source "Wallace & Stahl"' },
      ),
    ],
  },
  {
    kind: 'rule',
    doc: 'A rule over the facts of the plan: what must hold, for what, and what to say where it does not.',
    example:
      'rule plant/stock-cover "A stock is never below zero" {\n  given   family f, month t in horizon\n  require projected.inventory(f, t) >= 0\n  at      projected.inventory(f, t)\n  message "{f} {t}: falls below zero"\n}',
    seenInside: true,
    repetition: 'named',
    arguments: [
      name('The rule: its family of rules, a slash, and its name.'),
      { ...title('What holds when it holds.'), required: true },
    ],
    lines: [
      once(
        'rule',
        'principle',
        {
          type: { type: 'number', most: 10 },
          doc: 'The principle of Executive S&OP that it checks, from 1 to 10.',
        },
        { example: 'principle 2' },
      ),
      text(
        'why',
        'Why it matters, for the page of the rule.',
        'why "A shortage nobody sees comes as a surprise."',
      ),
      text(
        'message',
        'What to say where it does not hold; {holes} are expressions.',
        'message "{f} {t}: stated {said}"',
      ),
      text('help', 'What to do about it; {holes} are expressions.', 'help "write {follows}"'),
      text('source', 'The book or paper behind it.', 'source "Wallace & Stahl"'),
    ],
    ruleLines: ['after', 'given', 'let', 'where', 'collect', 'require', 'severity', 'at', 'fix'],
  },
  {
    kind: 'objective',
    doc: 'A strategic target over the plan: what must hold, who answers for it, until when. Its figures are shown by check.',
    principle: 2,
    example:
      'objective lean "Stock below twelve thousand dollars" by controller until 2027-12 {\n  given   month t in horizon\n  let     stock = sum(inventory(f, t) * cost(f, t) for family f)\n  require stock < 12_000 USD\n}',
    repetition: 'named',
    area: 'objectives',
    arguments: [name('The objective.'), { ...title('What is to be reached.'), required: true }],
    clauses: { by: byRoleRequired, until: untilDateRequired },
    ruleLines: ['given', 'let', 'where', 'require'],
    computed: [
      {
        field: 'due',
        type: { type: 'date', month: 'last' },
        doc: 'The day until which it is to be reached.',
      },
    ],
  },
  {
    kind: 'define',
    doc: 'A function for rules: pure, and never in a circle.',
    example:
      'define band(series s, family f) = if s = inventory then inventory-band(f) else backlog-band(f)',
    seenInside: true,
    repetition: 'named',
    arguments: [name('The function.')],
  },
  {
    kind: 'waive',
    doc: 'A finding that is accepted: by whom, why, and until when.',
    example:
      'waive plant/overtime about assembly 2027-03 {\n  by president until 2027-03\n  because "Overtime is approved."\n}',
    repetition: 'act',
    arguments: [
      {
        field: 'rule',
        type: { type: 'rule' },
        required: true,
        doc: 'The rule whose findings are accepted.',
      },
    ],
    clauses: {
      about: {
        fields: [
          {
            field: 'about',
            list: true,
            required: true,
            doc: 'What the findings are about; of what has no name, its family or cycle.',
            type: WAIVABLE,
          },
          months,
        ],
      },
      by: byRoleRequired,
      until: untilDateRequired,
      because: becauseRequired,
    },
    computed: [
      {
        field: 'judged',
        type: { type: 'truth' },
        doc: 'Whether its rule was judged in this run, with nothing missing.',
      },
      {
        field: 'findings',
        type: { type: 'number' },
        doc: 'How many findings it accepts, or would if it had not ended.',
      },
      { field: 'needs', type: WAIVABLE, list: true, doc: 'What of it these findings are about.' },
      { field: 'needed', type: { type: 'number' }, doc: 'How many facts that is.' },
      {
        field: 'covers',
        type: { type: 'number' },
        doc: 'How many facts it covers: those it names, else all of the kind that the findings are about.',
      },
      { field: 'needed-months', type: { type: 'months' }, doc: 'The months of these findings.' },
      {
        field: 'lacking-months',
        type: { type: 'months' },
        doc: 'Where it accepts nothing: the months that findings have besides those that it covers of them.',
      },
    ],
  },
  {
    kind: 'test',
    doc: "A test of a company's own rules: a small plan, and the findings that it must give. It is a world of its own, which sees of the workspace its rules, functions, policies for all families, and units.",
    example:
      'test "two months without stock" on 2026-11-20 {\n  expect plant/stock-cover at inventory(widgets, 2027-03)\n}',
    repetition: 'act',
    encloses: true,
    arguments: [{ field: 'title', type: { type: 'text' }, required: true, doc: 'What is tested.' }],
    clauses: {
      on: {
        fields: [
          {
            field: 'on',
            type: { type: 'date', month: 'last' },
            required: true,
            doc: "The day on which it takes place; unsaid, the last day of its latest cycle's month.",
          },
        ],
      },
    },
    lines: [
      {
        kind: 'expect',
        doc: 'A finding that the plan of the test must give; with `no`, one that it must not. Any other finding of the same rule fails the test, unless an `expect` without `at` takes them all.',
        example: 'expect no plant/stock-cover',
        repetition: 'act',
        arguments: [
          { field: 'no', type: { type: 'flag', word: 'no' }, doc: 'Nothing must be found.' },
          { field: 'rule', type: { type: 'rule' }, required: true, doc: 'The rule.' },
        ],
        at: {
          field: 'at',
          type: { type: 'expression', scope: [] },
          doc: 'The cell that the finding points at, or the name of what it is about.',
        },
      },
    ],
  },
)
