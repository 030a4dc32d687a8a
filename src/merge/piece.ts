/** What a merge is put together from: lines, and conflicts with the lines of both sides. */

/** A cell that both sides changed, each to something else; undefined where a side has no value. */
export interface CellConflict {
  readonly column: string
  /** Months; the same two numbers behind all months for a total. */
  readonly from: number
  readonly to: number
  readonly base: string | undefined
  readonly ours: string | undefined
  readonly theirs: string | undefined
}

/** What both sides changed: a line, a statement, a row. */
export interface Conflict {
  /** Identities of the statements it stands in, and its own, outermost first. */
  readonly path: readonly string[]
  /** Where it is a row: its cells that both changed. */
  readonly cells: readonly CellConflict[]
  /** Where it is more than that both changed it: what, in words. */
  readonly happened?: string
}

export type Piece =
  | { readonly sort: 'lines'; readonly lines: readonly string[] }
  | {
      readonly sort: 'conflict'
      readonly ours: readonly string[]
      readonly theirs: readonly string[]
      readonly conflict: Conflict
      /** Comment lines that say what may be done. */
      readonly advice: readonly string[]
    }

export function linesPiece(lines: readonly string[]): Piece {
  return { sort: 'lines', lines }
}

export function conflictPiece(
  ours: readonly string[],
  theirs: readonly string[],
  conflict: Conflict,
  advice: readonly string[] = [],
): Piece {
  return { sort: 'conflict', ours, theirs, conflict, advice }
}

export function conflictsIn(pieces: readonly Piece[]): readonly Conflict[] {
  return pieces.flatMap((piece) => (piece.sort === 'conflict' ? [piece.conflict] : []))
}

/** The lines as one side would have them. */
export function resolvedFor(pieces: readonly Piece[], side: 'ours' | 'theirs'): readonly string[] {
  return pieces.flatMap((piece) => (piece.sort === 'lines' ? piece.lines : piece[side]))
}

/** How git marks a conflict: so many of each sign, then the name of a side. */
export interface Marks {
  readonly size: number
  readonly ours: string
  readonly theirs: string
}

/** Conflicts that follow each other stand in one pair of markers. */
export function withMarkers(pieces: readonly Piece[], marks: Marks): readonly string[] {
  const parts: (readonly string[])[] = []
  let at = 0
  while (at < pieces.length) {
    const piece = pieces[at]
    if (piece?.sort === 'lines') parts.push(piece.lines)
    if (piece?.sort !== 'conflict') {
      at += 1
      continue
    }
    let end = at + 1
    while (pieces[end]?.sort === 'conflict' || isEmpty(pieces[end])) end += 1
    const run = pieces.slice(at, end)
    const mark = (sign: string, label = ''): string => `${sign.repeat(marks.size)}${label}`
    parts.push([mark('<', ` ${marks.ours}`)], resolvedFor(run, 'ours'), [mark('=')])
    parts.push(resolvedFor(run, 'theirs'))
    parts.push(run.flatMap((each) => (each.sort === 'conflict' ? each.advice : [])))
    parts.push([mark('>', ` ${marks.theirs}`)])
    at = end
  }
  return parts.flat()
}

function isEmpty(piece: Piece | undefined): boolean {
  return piece?.sort === 'lines' && piece.lines.length === 0
}
