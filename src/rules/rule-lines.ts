/** The lines of the rule language in the block of a rule or an objective. */

import { withArticle } from '../base/phrases.ts'
import type { RuleLine } from '../../grammar/tree.ts'
import type { Fact } from '../facts/fact.ts'
import type { Compiler } from './compiler.ts'
import { problem, report } from './compiler.ts'

/** The rule lines whose sort may be this one. */
export type Line<Sort extends RuleLine['sort']> = Matching<RuleLine, Sort>
type Matching<Of, Sort> = Of extends { readonly sort: infer Own }
  ? Sort extends Own
    ? Of
    : never
  : never

const NONE: readonly never[] = []

/** The lines of the rule language in a statement's block, by what they are. */
export class RuleLines {
  private readonly compiler: Compiler
  private readonly fact: Fact
  private readonly bySort = new Map<RuleLine['sort'], RuleLine[]>()

  constructor(compiler: Compiler, fact: Fact) {
    this.compiler = compiler
    this.fact = fact
    const takes = fact.spec.ruleLines ?? []
    for (const line of fact.statement?.entries ?? []) {
      if (line.sort === 'statement' || line.sort === 'clauses' || line.sort === 'table') continue
      const alike = this.bySort.get(line.sort)
      if (alike === undefined) this.bySort.set(line.sort, [line])
      else alike.push(line)
      if (line.sort === 'damaged-rule-line') {
        compiler.program.broken = true
        if (line.word === 'given' || line.word === 'let') compiler.program.lostNames = true
      } else if (!takes.includes(line.sort)) {
        const kind = withArticle(fact.kind).replace(/^a/, 'A')
        problem(compiler, report('rule-line-not-here', line.span, { kind, line: line.sort }))
      }
    }
  }

  all<Sort extends RuleLine['sort']>(sort: Sort): readonly Line<Sort>[] {
    return (this.bySort.get(sort) ?? NONE) as readonly Line<Sort>[]
  }

  one<Sort extends RuleLine['sort']>(sort: Sort): Line<Sort> | undefined {
    const [first, second] = this.all(sort)
    if (first !== undefined && second !== undefined) {
      const values = { line: sort, name: this.compiler.program.name }
      const labels = [{ span: first.span, text: 'the first' }]
      problem(this.compiler, report('rule-line-twice', second.span, values, { labels }))
    }
    return first
  }

  /** Reports lines that are not there; where one is damaged, it may have been meant. */
  missing(examples: readonly string[]): void {
    if (this.fact.damaged) return
    const words = examples.map((example) => `no \`${example.split(' ')[0]}\` line`)
    const values = {
      kind: this.fact.kind,
      name: this.compiler.program.name,
      lines: words.join(' and '),
      example: examples.map((example) => `\`${example}\``).join(' and '),
    }
    problem(this.compiler, report('rule-line-missing', this.fact.span, values))
  }
}
