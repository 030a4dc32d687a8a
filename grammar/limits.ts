// How far a text may go before the parser says so instead of going on. Each limit has its message.

/** Blocks within blocks. The language needs three; more than this is a lost brace or a joke. */
export const MOST_BLOCKS = 64

/** Parentheses within one another. The parser calls itself some twenty times for each. */
export const MOST_PARENTHESES = 64

/** Parentheses, calls and operators within one another: how deep the tree of an expression is. */
export const MOST_DEPTH = 200

/** Characters of a line, continuation lines included. */
export const MOST_LINE = 100_000

/** Characters of a file. */
export const MOST_FILE = 256 * 1024 * 1024

/** Problems reported for a file; past these one note says how many more there are. */
export const MOST_PROBLEMS = 1_000
