// The words that the syntax itself knows. What else a word may mean is for the vocabulary.

/** The kinds that stand at the top of a file: in column one they close what is still open. */
export const topLevelKinds: ReadonlySet<string> = new Set([
  'business',
  'role',
  'function',
  'process',
  'unit',
  'currency',
  'family',
  'item',
  'items',
  'conversion',
  'group',
  'supply',
  'resource',
  'fence',
  'calendar',
  'cycle',
  'plan',
  'actual',
  'budget',
  'view',
  'mix',
  'objective',
  'assumption',
  'disagreement',
  'decision',
  'commit',
  'authorize',
  'approve',
  'explain-miss',
  'revision',
  'scenario',
  'waive',
  'policy',
  'rule',
  'define',
  'test',
])

/** The words that begin a clause. */
export const prepositions = [
  'for',
  'of',
  'by',
  'on',
  'in',
  'from',
  'to',
  'until',
  'about',
  'with',
  'because',
  'as',
  'within',
  'under',
] as const

/** Words of plan lines alone: in expressions they are names like any other word. */
export const weakWords: ReadonlySet<string> = new Set(['under', 'at'])

/** The words that begin a line of the rule language. */
export const ruleWords = [
  'after',
  'given',
  'let',
  'where',
  'collect',
  'require',
  'severity',
  'at',
  'fix',
] as const

/** The words that are neither a name nor a preposition, wherever they stand. */
export const connectives = [
  'per',
  'and',
  'or',
  'not',
  'if',
  'then',
  'else',
  'between',
  'where',
  'month',
  'at',
] as const

/** Behind a number these are lengths of time. */
export const durationWords: ReadonlyMap<string, 'month' | 'week' | 'day'> = new Map([
  ['month', 'month'],
  ['months', 'month'],
  ['week', 'week'],
  ['weeks', 'week'],
  ['day', 'day'],
  ['days', 'day'],
] as const)

/** The aggregates over binders alone, and those over an expression `for` binders. */
export const countingWords = ['count', 'exists'] as const
export const foldingWords = ['sum', 'average', 'min', 'max', 'every', 'list'] as const

/**
 * The words that a planner's name may not be unless it stands in quotes. `total` is one only at
 * the start of a line: elsewhere the syntax reads it as any other word, and rules use it as one.
 */
export const keywords: ReadonlySet<string> = new Set<string>([
  ...prepositions,
  ...connectives,
  'total',
])
