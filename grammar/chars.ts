// What single characters are, by their codes: lines, tokens and rows all ask here.

export const TAB = 9
export const NEWLINE = 10
export const RETURN = 13
export const SPACE = 32
export const QUOTE = 34
export const HASH = 35
export const OPEN_PAREN = 40
export const CLOSE_PAREN = 41
export const PLUS = 43
export const COMMA = 44
export const MINUS = 45
export const POINT = 46
export const SLASH = 47
export const ZERO = 48
export const NINE = 57
export const UNDERSCORE = 95
export const BACKSLASH = 92
export const OPEN_BRACE = 123
export const CLOSE_BRACE = 125
export const BYTE_ORDER_MARK = 0xfeff
/** Stands where a byte could not be read. */
export const REPLACEMENT = 0xfffd

/** Made where a text has such letters: a class of Unicode takes long to make. */
let letterOrMark: RegExp | undefined

/** The white space of the language. */
export function isBlank(code: number): boolean {
  return code === SPACE || code === TAB
}

/** Spaces that look like one and are none: from web pages, word processors and spreadsheets. */
export function isOddSpace(code: number): boolean {
  if (code < 0xa0) return false
  return (
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x2060 ||
    code === 0x3000 ||
    code === BYTE_ORDER_MARK
  )
}

/** Dashes that look like a minus and are none. */
export function isOddMinus(code: number): boolean {
  if (code < 0x2010) return false
  return (code >= 0x2010 && code <= 0x2015) || code === 0x2212 || code === 0xfe63 || code === 0xff0d
}

/** Curly, low and angled double quotes. */
export function isOddQuote(code: number): boolean {
  if (code < 0xab) return false
  return code === 0xab || code === 0xbb || (code >= 0x201c && code <= 0x201f) || code === 0xff02
}

export function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE
}

/**
 * A letter or `_`. Letters of all scripts count, and the marks that a letter may be made with; and
 * so does what was a letter before the file lost its encoding, which is said once for the file.
 */
export function isLetter(code: number): boolean {
  const lower = code | 32
  if (code < 128) return (lower >= 97 && lower <= 122) || code === UNDERSCORE
  letterOrMark ??= /[\p{L}\p{M}]/u
  return code === REPLACEMENT || letterOrMark.test(String.fromCharCode(code))
}

/** What a word is made of, but for the `-` and `/` between. */
export function isWordPart(code: number): boolean {
  return isLetter(code) || isDigit(code)
}

/** The end of the word that begins at `start`: single `-` and `/` stand between its parts. */
export function wordEnd(text: string, start: number, end: number): number {
  let at = start + 1
  while (at < end) {
    const code = text.charCodeAt(at)
    if (isWordPart(code)) at += 1
    else if (code !== MINUS && code !== SLASH) break
    else if (at + 1 < end && isWordPart(text.charCodeAt(at + 1))) at += 2
    else break
  }
  return at
}

/** Past the closing quote of the text whose quote stands at `start`; -1 if it never closes. */
export function textEnd(text: string | Uint8Array, start: number, end: number): number {
  const codeAt = (at: number) => (typeof text === 'string' ? text.charCodeAt(at) : text[at])
  for (let at = start + 1; at < end; at += 1) {
    const code = codeAt(at)
    if (code === QUOTE) return at + 1
    if (code === NEWLINE) return -1
    if (code === BACKSLASH && codeAt(at + 1) !== NEWLINE) at += 1
  }
  return -1
}

/** Past the quote that closes a text in odd quotes, or -1. */
export function oddTextEnd(text: string, start: number, end: number): number {
  for (let at = start + 1; at < end; at += 1) {
    const code = text.charCodeAt(at)
    if (code === QUOTE || isOddQuote(code)) return at + 1
    if (code === NEWLINE) return -1
  }
  return -1
}

/** The first place from `start` that holds no blank. */
export function skipBlanks(text: string, start: number, end: number): number {
  let at = start
  while (at < end && isBlank(text.charCodeAt(at))) at += 1
  return at
}
