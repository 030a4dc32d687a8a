// Did you mean: the known name nearest to a misspelt one.

/** Names longer than this are neither mended nor offered. */
export const MOST_LETTERS = 64

/** Among more names than this nothing is offered: it would be slow, and a guess. */
export const MOST_CANDIDATES = 50_000

const MOST_EDITS = 4
const SHORTEST_PART = 3

/**
 * The candidate most like the word, or undefined when none is like it. A slip of the fingers
 * (Damerau-Levenshtein, a third of the letters at most) goes before a shared part (`sales` for
 * `sales-plan`), and that before a beginning (`op` for `operations`). The order of the candidates
 * does not matter; the word itself is never offered.
 */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase()
  if (wanted.length === 0 || wanted.length > MOST_LETTERS) return undefined
  const rows = makeRows()
  let best: string | undefined
  let bestRank = Number.POSITIVE_INFINITY
  let seen = 0
  for (const candidate of candidates) {
    seen += 1
    if (seen > MOST_CANDIDATES) return undefined
    if (candidate === word || candidate.length > MOST_LETTERS) continue
    const name = candidate.toLowerCase()
    if (name.length === 0 || name.length > MOST_LETTERS) continue
    const found = rank(wanted, name, bestRank, rows)
    if (found > bestRank || found === Number.POSITIVE_INFINITY) continue
    if (found < bestRank || best === undefined || precedes(candidate, best, word)) best = candidate
    bestRank = found
  }
  return best
}

/** How far a candidate is from the word: edits, then parts, then beginnings; less is nearer. */
function rank(word: string, candidate: string, best: number, rows: Rows): number {
  const most = Math.min(Math.floor((word.length + 1) / 3), MOST_EDITS, best)
  if (Math.abs(word.length - candidate.length) <= most) {
    const edits = distance(word, candidate, most, rows)
    if (edits <= most) return edits
  }
  if (best > MOST_EDITS && (isPart(word, candidate) || isPart(candidate, word))) {
    return MOST_EDITS + 1
  }
  if (best > MOST_EDITS + 1 && word.length > 1 && candidate.startsWith(word)) return MOST_EDITS + 2
  return Number.POSITIVE_INFINITY
}

/** Whether a name is a whole part of a longer one, between its `-`, `/`, `_`, `.` and blanks. */
function isPart(part: string, whole: string): boolean {
  if (part.length < SHORTEST_PART || part.length >= whole.length) return false
  for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) {
    if (isEdge(whole, at - 1) && isEdge(whole, at + part.length)) return true
  }
  return false
}

function isEdge(text: string, at: number): boolean {
  return at < 0 || at >= text.length || '-/_. '.includes(text.charAt(at))
}

/** Of two equally near names, the one nearer in length, then the first in code order. */
function precedes(a: string, b: string, word: string): boolean {
  const nearer = Math.abs(a.length - word.length) - Math.abs(b.length - word.length)
  return nearer === 0 ? a < b : nearer < 0
}

type Rows = readonly [Uint8Array, Uint8Array, Uint8Array]

function makeRows(): Rows {
  const row = (): Uint8Array => new Uint8Array(MOST_LETTERS + 1)
  return [row(), row(), row()]
}

/**
 * Insertions, deletions, replacements and swaps of neighbours from one word to the other.
 * Where that is more than `most`, some number more than `most`.
 */
function distance(a: string, b: string, most: number, rows: Rows): number {
  let [older, last, row] = rows
  for (let j = 0; j <= b.length; j += 1) last[j] = j
  for (let i = 1; i <= a.length; i += 1) {
    const letter = a.charCodeAt(i - 1)
    let least = i
    row[0] = i
    for (let j = 1; j <= b.length; j += 1) {
      const same = letter === b.charCodeAt(j - 1)
      let edits = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
      )
      const swapped =
        i > 1 &&
        j > 1 &&
        letter === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      if (swapped) {
        edits = Math.min(edits, (older[j - 2] ?? 0) + 1)
      }
      row[j] = edits
      least = Math.min(least, edits)
    }
    if (least > most) return least
    ;[older, last, row] = [last, row, older]
  }
  return last[b.length] ?? 0
}
