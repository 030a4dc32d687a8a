/** Takes out of a text what a terminal would obey rather than show. */

/**
 * Controls (C0, C1, escape among them) but newline and tab; marks that turn the direction of text,
 * which could show one thing and mean another; separators of lines and paragraphs.
 */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const OBEYED = /[\0-\x08\x0B-\x1F\x7F-\x9F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g

const BREAKS = /[\t\n]+/g

/** A text of a line: without controls, its line ends and tabs as blanks. */
export function clean(text: string): string {
  return text.replace(OBEYED, '').replace(BREAKS, ' ')
}

/** A line of a source, each control shown as `�`, so that a caret has something to point at. */
export function visible(text: string): string {
  return text.replace(OBEYED, '\uFFFD')
}

/** Halves of pairs, and two numbers that are no letters: no XML and no address may hold them. */
const FORBIDDEN =
  /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|[\uFFFE\uFFFF]/g

/** A text that every program can read, what none can shown as `�`. */
export function wellFormed(text: string): string {
  return text.replace(FORBIDDEN, '\uFFFD')
}
