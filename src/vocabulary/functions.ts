/** The built-in functions of rules that need no arguments: as bare words, they stand where names do. */

export const BARE_FUNCTIONS = ['business', 'cycle', 'horizon', 'months', 'past', 'today'] as const
