/** The lines of the rule language that stand in the blocks of rules: their form, and what they say. */

export interface RuleLineSpec {
  readonly word: string
  /** The whole line as a pattern. */
  readonly pattern: string
  readonly doc: string
  readonly example: string
}

export const RULE_LINES: readonly RuleLineSpec[] = [
  {
    word: 'given',
    pattern: 'given KIND NAME [in SET] [where CONDITION], …',
    doc: 'What the rule is about: it is judged once for each family, each month, each pair of them. Without it, once.',
    example: 'given family f, month t in horizon',
  },
  {
    word: 'let',
    pattern: 'let NAME = EXPRESSION',
    doc: 'A name for a value.',
    example: 'let before = operations(f, t - 1)',
  },
  {
    word: 'where',
    pattern: 'where CONDITION',
    doc: 'A condition on the cases; where it is false the rule has nothing to say.',
    example: 'where known(f.lead-time)',
  },
  {
    word: 'after',
    pattern: 'after STEP',
    doc: 'Until this meeting of the cycle is past, what is missing is a to-do. Without a date it is past with a later one, or with the month of the cycle.',
    example: 'after executive',
  },
  {
    word: 'require',
    pattern: 'require CONDITION',
    doc: 'What must hold; a rule may require several things.',
    example: 'require inventory(f, t) >= 0',
  },
  {
    word: 'collect',
    pattern: 'collect NAME',
    doc: 'Cases of one severity that differ only in this, in months that follow one another, are one finding.',
    example: 'collect t',
  },
  {
    word: 'severity',
    pattern: 'severity EXPRESSION',
    doc: '`error`, `warning` or `information`; it may depend on the case.',
    example: 'severity if t = cycle.month then error else warning',
  },
  {
    word: 'at',
    pattern: 'at EXPRESSION',
    doc: 'The cell or the statement to point at.',
    example: 'at inventory(f, t)',
  },
  {
    word: 'fix',
    pattern: 'fix CELL = EXPRESSION',
    doc: 'The number that mends it.',
    example: 'fix inventory(f, t) = projected.inventory(f, t)',
  },
]

export function ruleLine(word: string): RuleLineSpec | undefined {
  return RULE_LINES.find((each) => each.word === word)
}
