/** How wide a text is on a page of letters of one width. */

const PLAIN = /^[\x20-\x7e]*$/
const MARKS = /\p{M}/gu
const PAIRS = /[\ud800-\udbff][\udc00-\udfff]/g

/** One a character; marks stand on the letter before them. */
export function widthOf(text: string): number {
  if (PLAIN.test(text)) return text.length
  return text.replace(MARKS, '').replace(PAIRS, '-').length
}

/** The text with spaces behind it. */
export function padded(text: string, width: number): string {
  const missing = width - widthOf(text)
  return missing > 0 ? text + ' '.repeat(missing) : text
}

/** The text with spaces before it. */
export function indentedTo(text: string, width: number): string {
  const missing = width - widthOf(text)
  return missing > 0 ? ' '.repeat(missing) + text : text
}
