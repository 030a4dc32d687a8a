// Blocks that are left open: those that follow one another have one cause, and one report.

import type { Span } from '../src/base/source.ts'
import { textOf } from '../src/base/source.ts'
import { skipBlanks, wordEnd } from './chars.ts'
import type { Problems } from './problems.ts'
import { brief, mendOf, report } from './problems.ts'

/** How many more blocks a message shows besides the first. */
const MOST_LABELS = 2

/** The deepest indent that the mend writes. */
const MOST_INDENT = 80

interface UnclosedBlock {
  readonly head: Span
  /** Where its brace belongs. */
  readonly end: number
  readonly brace: string
}

/** Gathers blocks that are left open until one is closed at the top of the file. */
export class UnclosedBlocks {
  private readonly problems: Problems
  private blocks: UnclosedBlock[] = []

  constructor(problems: Problems) {
    this.problems = problems
  }

  /** `end` is where the last line of the block ends. */
  add(head: Span, indent: number, end: number): void {
    const brace = `\n${' '.repeat(Math.min(indent, MOST_INDENT))}}`
    this.blocks.push({ head, end, brace })
  }

  report(): void {
    const { blocks } = this
    if (blocks.length === 0) return
    this.blocks = []
    const heads = blocks.map(({ head }) => head).toSorted((a, b) => a.start - b.start)
    const [first, ...others] = heads
    if (first === undefined) return
    const labels = others.slice(0, MOST_LABELS).map((span) => ({ span, text: 'nor is this' }))
    const title = others.length === 0 ? 'close it' : 'close them'
    const mends = [mendOf(title, this.edits(blocks))]
    const values = { head: headText(first), more: moreBlocks(others.length) }
    this.problems.add(report('block-not-closed', first, values, { labels, mends }))
  }

  /** Blocks that end at the same place are closed by one edit, the innermost first. */
  private edits(blocks: readonly UnclosedBlock[]): readonly (readonly [Span, string])[] {
    const texts = new Map<number, string>()
    for (const { end, brace } of blocks) texts.set(end, (texts.get(end) ?? '') + brace)
    return [...texts].map(([end, text]) => [this.problems.span(end, end), text])
  }
}

/** The first two words of a statement, to name it by. */
export function headText(head: Span): string {
  const text = textOf(head)
  const word = wordEnd(text, 0, text.length)
  const next = skipBlanks(text, word, text.length)
  if (next >= text.length || next === word) return brief(text.slice(0, word))
  const second = text.slice(next, next + 40).split(/[\s"]/, 1)[0] ?? ''
  return brief(text.slice(0, word) + (second === '' ? '' : ` ${second}`))
}

function moreBlocks(count: number): string {
  if (count === 0) return ''
  return `, nor ${count === 1 ? 'is 1 more block' : `are ${count} more blocks`} below it`
}
