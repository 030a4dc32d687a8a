// What is known of each line of a text before any is parsed.

/** What a physical line is. */
export const LineSort = {
  blank: 0,
  /** A comment and nothing else. */
  comment: 1,
  plan: 2,
  clauses: 3,
  rule: 4,
  define: 5,
  /** The first line of a table. */
  header: 6,
  /** Begins with a digit. */
  row: 7,
  /** Begins with `total`. */
  total: 8,
  /** Begins with `}`, or with a `{` that should stand on the line before. */
  brace: 9,
  /** Goes on with the line before; a comment between such lines is one, too. */
  continuation: 10,
  /** A marker of git's, and the lines between two that are not read. */
  conflict: 11,
} as const

/** What else is known of a physical line; the bits are added up. */
export const LineFlag = {
  /** Ends with the `{` of a block. */
  opens: 1,
  /** Is a `}` alone. */
  closes: 2,
  /** Has braces where none may stand. */
  braces: 4,
  /** Has a text that does not end. */
  openText: 8,
  /** Stands for all rows of a run, from the first one's start to the last one's end. */
  run: 16,
} as const

/**
 * All physical lines, one entry each in every array, but for runs of rows where they are wanted; a last line without characters is none.
 * A logical line is an entry and the `continuation` entries behind it. Offsets are true offsets.
 */
export interface Lines {
  readonly count: number
  /** One of `LineSort`. */
  readonly sort: Uint8Array
  /** A sum of `LineFlag`; of a logical line's flags, `opens` is on its last entry. */
  readonly flags: Uint8Array
  /** The line's first character. */
  readonly start: Int32Array
  /** The first character that is not white space: the indent is the difference to `start`. */
  readonly codeStart: Int32Array
  /** After the last character of the code: without comment, white space and a block's brace. */
  readonly codeEnd: Int32Array
  /** The `#` of the comment, or -1. */
  readonly comment: Int32Array
  /** After the last character of the line, without its line end. */
  readonly end: Int32Array
}
