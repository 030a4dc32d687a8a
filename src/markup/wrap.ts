/** Breaks a text into lines of a width, at blanks, and keeps the styles of its pieces. */

import { clean } from './clean.ts'
import { type Piece, piecesOf, type Text } from './document.ts'
import { widthOf } from './width.ts'

/** Code of at most this many columns stays on one line. */
const LONGEST_UNBROKEN = 40

/** A word that is wider than the width has a line to itself. */
export function wrap(text: Text, width: number): readonly (readonly Piece[])[] {
  const rows: Piece[][] = []
  let row: Piece[] = []
  let used = 0
  for (const word of wordsOf(text)) {
    const columns = word.reduce((sum, part) => sum + widthOf(part.text), 0)
    if (row.length > 0 && used + 1 + columns > width) {
      rows.push(row)
      row = []
      used = 0
    }
    if (row.length > 0) {
      row.push({ text: ' ', style: joint(row.at(-1), word[0]) })
      used += 1
    }
    row.push(...word)
    used += columns
  }
  if (row.length > 0) rows.push(row)
  return rows.map(joined)
}

/** Neighbours of one style as one piece. */
function joined(row: readonly Piece[]): readonly Piece[] {
  const pieces: Piece[] = []
  for (const part of row) {
    const last = pieces.at(-1)
    if (last?.style !== part.style) pieces.push(part)
    else pieces[pieces.length - 1] = { text: last.text + part.text, style: part.style }
  }
  return pieces
}

/** The blank between two words of one style is of that style, so that a style is not broken. */
function joint(before: Piece | undefined, after: Piece | undefined): Piece['style'] {
  return before !== undefined && before.style === after?.style ? before.style : 'plain'
}

/** Words as runs of pieces: a word may change its style in the middle. */
function wordsOf(text: Text): readonly (readonly Piece[])[] {
  const words: Piece[][] = []
  let word: Piece[] = []
  for (const { text: letters, style } of piecesOf(text)) {
    for (const part of partsOf(clean(letters), style)) {
      if (part !== ' ') {
        word.push({ text: part, style })
      } else if (word.length > 0) {
        words.push(word)
        word = []
      }
    }
  }
  if (word.length > 0) words.push(word)
  return words
}

/** Words, and ` ` for the blanks between them. */
function partsOf(letters: string, style: Piece['style']): readonly string[] {
  if (style === 'code' && widthOf(letters) <= LONGEST_UNBROKEN) return [letters]
  return letters
    .split(/( +)/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith(' ') ? ' ' : part))
}
