/** Checks that waivers and tests name rules that exist. */

import { closest } from '../base/suggest.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Facts } from '../facts/fact.ts'
import { wordIn } from '../facts/fact.ts'
import { report } from './compiler.ts'

/** A waiver or expectation of a rule that does not exist is reported with the nearest name. */
export function checkRuleNames(facts: Facts): readonly Diagnostic[] {
  const names = new Set(
    [...facts.of('rule'), ...facts.of('objective')].flatMap((r) => r.name ?? []),
  )
  return [...facts.of('waive'), ...facts.of('expect')].flatMap((fact) => {
    const name = wordIn(fact, 'rule')
    if (name === undefined || names.has(name)) return []
    const span = fact.fields.get('rule')?.span ?? fact.span
    const near = closest(name, [...names])
    return [
      report(
        'unknown-rule',
        span,
        { name },
        near === undefined
          ? {}
          : {
              help: `Did you mean ${near}?`,
              mends: [{ title: `Write ${near}`, edits: [{ span, text: near }] }],
            },
      ),
    ]
  })
}
