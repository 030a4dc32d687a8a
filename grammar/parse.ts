// Parses a file: any text gives a tree and all of its problems, in one pass over its lines.

import { lengthOf, type Source } from '../src/base/source.ts'
import { TreeBuilder } from './blocks.ts'
import { REPLACEMENT } from './chars.ts'
import { type Codes, codesOf, NO_ASCII } from './codes.ts'
import { reportConflicts } from './conflicts.ts'
import { topLevelKinds } from './kinds.ts'
import { MOST_FILE } from './limits.ts'
import { scanLines } from './lines.ts'
import { Problems, report } from './problems.ts'
import { RowRuns } from './row-runs.ts'
import type { Statement, Tree } from './tree.ts'

export { parseExpression, parseTemplate } from './template.ts'
export type { ParsedExpression } from './template.ts'

/** Parses a source. In column one a line of one of the kinds closes what is still open. */
export function parse(source: Source, kinds: ReadonlySet<string> = topLevelKinds): Tree {
  const problems = new Problems(source)
  const statements = isReadable(problems) ? readStatements(problems, kinds) : []
  return { source, statements, problems: problems.list() }
}

/**
 * Parses some lines of a source by themselves: what stands before them is taken to be closed. The
 * part begins and ends where lines do.
 */
export function parsePart(source: Source, from: number, to: number): Omit<Tree, 'source'> {
  const problems = new Problems(source)
  const codes = codesOf(source, from, to)
  const statements = buildTree(problems, codes, topLevelKinds)
  return { statements, problems: problems.list() }
}

function readStatements(problems: Problems, kinds: ReadonlySet<string>): readonly Statement[] {
  const { source } = problems
  const codes = codesOf(source)
  if (source.letters === undefined && codes.bytes.includes(NO_ASCII)) {
    const lost = source.text.indexOf(String.fromCharCode(REPLACEMENT))
    if (lost !== -1) problems.add(report('not-utf8', problems.span(lost, lost + 1), {}))
  }
  return buildTree(problems, codes, kinds)
}

function buildTree(
  problems: Problems,
  codes: Codes,
  kinds: ReadonlySet<string>,
): readonly Statement[] {
  const runs = new RowRuns(codes)
  const lines = scanLines(problems.source, codes, runs)
  reportConflicts(problems, lines)
  return new TreeBuilder(problems, lines, runs, codes, kinds).build()
}

function isReadable(problems: Problems): boolean {
  const { source } = problems
  const length = lengthOf(source)
  if (length > MOST_FILE) {
    const values = { length, most: MOST_FILE }
    problems.add(report('file-too-long', problems.span(0, 0), values))
    return false
  }
  if (source.letters !== undefined) return true
  const zero = source.text.indexOf('\0')
  if (zero === -1) return true
  problems.add(report('not-text', problems.span(zero, zero + 1), {}))
  return false
}
