/** Reads the lines of a rule as they are written, whether or not it compiles. */

import { textOf } from '../base/source.ts'
import type { Fact } from '../facts/fact.ts'
import type { Expression, RuleLine } from '../../grammar/tree.ts'

/** What stands behind the first line of a sort; undefined where there is none. */
export function ruleLine(rule: Fact, sort: 'severity' | 'after'): string | undefined {
  for (const line of linesOf(rule)) {
    if (line.sort !== sort) continue
    if (line.sort === 'after') return line.name.text
    if (line.sort === 'severity') return textOf(line.value.span)
  }
  return undefined
}

/** The expressions of a rule, those of its binders too. */
export function expressionsOf(rule: Fact): readonly Expression[] {
  return linesOf(rule).flatMap((line): readonly Expression[] => {
    switch (line.sort) {
      case 'given':
        return line.binders.flatMap((binder) => [
          ...(binder.domain === undefined ? [] : [binder.domain]),
          ...(binder.condition === undefined ? [] : [binder.condition]),
        ])
      case 'let':
      case 'where':
      case 'require':
      case 'severity':
      case 'at':
        return [line.value]
      case 'fix':
        return [line.target, line.value]
      case 'after':
      case 'collect':
      case 'damaged-rule-line':
        return []
    }
  })
}

/** The kinds that a rule is about. */
export function kindsGiven(rule: Fact): readonly string[] {
  return linesOf(rule).flatMap((line) =>
    line.sort === 'given' ? line.binders.map((binder) => binder.kind.text) : [],
  )
}

/** Whether `at` names a number, and so a month, such as `inventory(f, horizon.last)`. */
export function pointsAtCell(rule: Fact): boolean {
  return linesOf(rule).some((line) => line.sort === 'at' && line.value.sort === 'call')
}

function linesOf(rule: Fact): readonly RuleLine[] {
  return (rule.statement?.entries ?? []).filter(
    (line): line is RuleLine =>
      line.sort !== 'statement' && line.sort !== 'clauses' && line.sort !== 'table',
  )
}
