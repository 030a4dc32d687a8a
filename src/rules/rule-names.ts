/** Checks that waivers name rules that exist. */

import { closest } from '../base/suggest.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Fact, Facts } from '../facts/fact.ts'
import { wordIn } from '../facts/fact.ts'
import { report } from './compiler.ts'
import { judgedNames } from './judged.ts'

/**
 * A waiver of a rule that does not exist is reported with the nearest name. What a test expects is
 * looked at when it runs: it may have rules of its own.
 */
export function checkRuleNames(facts: Facts): readonly Diagnostic[] {
  return unknownRules(facts, facts.of('waive'))
}

/** The statements of which the field `rule` names none that there is. */
export function unknownRules(facts: Facts, naming: readonly Fact[]): readonly Diagnostic[] {
  const names = new Set(judgedNames(facts))
  return naming.flatMap((fact) => {
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
