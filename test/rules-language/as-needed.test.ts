// A built-in rule that is compiled as far as a workspace needs it says what it says compiled whole.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { parseDay } from '../../src/base/date.ts'
import { makeSource } from '../../src/base/source.ts'
import { DEFAULTS } from '../../src/configuration/configuration.ts'
import type { Fact } from '../../src/facts/fact.ts'
import { check, type Review } from '../../src/pipeline.ts'
import { newProgram } from '../../src/rules/compiler.ts'
import { compileRule } from '../../src/rules/rule.ts'
import { compilerBase } from '../../src/rules/rulebook.ts'
import { runRule } from '../../src/rules/run.ts'
import { examplesRoot } from '../examples/workspaces.ts'

function reviewed(example: string): Review {
  const folder = join(examplesRoot, example)
  const paths = (readdirSync(folder, { recursive: true }) as readonly string[])
    .filter((path) => path.endsWith('.sop'))
    .toSorted()
  const today = parseDay('2026-11-20')
  if (today === undefined) throw new Error('no day')
  return check({
    sources: paths.map((path) => makeSource(path, readFileSync(join(folder, path), 'utf8'))),
    configuration: DEFAULTS,
    today,
    readItems: () => ({ problem: 'no files here' }),
  })
}

/** What a rule says, and whether it is one that is judged late: that is asked before it is judged. */
function saidBy({ facts, model }: Review, fact: Fact, whole: boolean) {
  const program = newProgram(fact.name ?? '', whole)
  const rule = compileRule({ ...compilerBase(facts, model), program }, fact)
  if (rule === undefined) throw new Error(`${fact.name} was not compiled`)
  const { late } = program
  const { held, broken, counterexamples, missing, unsure } = runRule(rule)
  const found = counterexamples.map(({ message, severity }) => `${severity} ${message}`)
  return { late, held, broken, found, unsure, missing: [...missing.keys()] }
}

const examples = readdirSync(examplesRoot, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

test.each(examples)('the rulebook over %s', (example) => {
  const review = reviewed(example)
  const rules = review.facts.of('rule').filter(({ span }) => span.source.builtIn)
  expect(rules.length).toBeGreaterThan(60)
  let steps = 0
  for (const fact of rules) {
    const lazy = saidBy(review, fact, false)
    const whole = saidBy(review, fact, true)
    expect([fact.name, lazy]).toEqual([fact.name, whole])
    steps += lazy.held + lazy.broken
  }
  expect(steps).toBeGreaterThan(0)
})
