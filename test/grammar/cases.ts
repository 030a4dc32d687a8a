// A mistake and what is said of it.

/** The text; its problems as `outline.ts` prints them; the text with the first mend made. */
export type Case = readonly [text: string, problems: readonly string[], mended?: string]
