// A year of acme: every rule of the rulebook holds there, and breaks where its cause is put in.

import { describe, expect, test } from 'vitest'

import { printMonth } from '../../../src/base/month.ts'
import type { Review } from '../../../src/pipeline.ts'
import type { Finding } from '../../../src/rules/finding.ts'
import { rulebookFiles } from '../../../src/rulebook/index.ts'
import { filesIn } from '../../roll/rolling.ts'
import { examplesRoot } from '../workspaces.ts'
import { reviewOf } from './checked.ts'
import { committedAnew } from './seals.ts'
import { changed, readVariants, type Variant } from './variants.ts'

const acme = filesIn(`${examplesRoot}acme/`)
const variants = readVariants()

const reviews = new Map<string | undefined, Review>()

/** Acme as it is, in the cycle that a variant judges. */
function asItIs(cycle: string | undefined): Review {
  const review = reviews.get(cycle) ?? reviewOf(acme, { cycle })
  reviews.set(cycle, review)
  return review
}

function withCause(variant: Variant): Review {
  const files = changed(acme, variant)
  return reviewOf(variant.sealsStay ? files : committedAnew(files), { cycle: variant.cycle })
}

/** What is found, without the words, and without the lines, which move. */
function keyOf({ span, places, months, severity }: Finding): string {
  const when = months.map(({ from, to }) => `${printMonth(from)}..${printMonth(to)}`)
  return [severity, span.source.path, ...places.map(({ reading }) => reading), ...when].join(' ')
}

/** By rule: everything found, whether it counts, is to be done or is waived. */
function foundBy({ judgement }: Review): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>()
  for (const finding of [...judgement.findings, ...judgement.todos, ...judgement.waived]) {
    found.set(finding.rule, [...(found.get(finding.rule) ?? []), keyOf(finding)].toSorted())
  }
  return found
}

const said = ({ diagnostics }: Review): readonly string[] => diagnostics.map(({ message }) => message)

test('every rule of the rulebook has a variant that breaks it', () => {
  const rules = rulebookFiles.flatMap(({ text }) =>
    [...text.matchAll(/^rule (\S+)/gm)].map(([, name = '']) => name),
  )
  expect(variants.map(({ rule }) => rule).toSorted()).toEqual(rules.toSorted())
})

describe.each(variants)('$rule: $says', (variant) => {
  const { rule, cycle, also } = variant

  test('holds in acme as it is', () => {
    const outcome = asItIs(cycle).judgement.outcomes.find((each) => each.rule === rule)
    expect(outcome?.held).toBeGreaterThan(0)
  })

  test('breaks with its cause, and nothing else does', () => {
    const review = withCause(variant)
    expect(said(review)).toEqual(said(asItIs(cycle)))
    const [before, now] = [foundBy(asItIs(cycle)), foundBy(review)]
    const fresh = now.get(rule)?.filter((key) => !before.get(rule)?.includes(key)) ?? []
    expect(fresh).not.toEqual([])
    const others = (found: ReadonlyMap<string, readonly string[]>) =>
      Object.fromEntries([...found].filter(([name]) => name !== rule && !also.has(name)))
    expect(others(now)).toEqual(others(before))
    const changedBesides = [...also.keys()].filter(
      (name) => now.get(name)?.join('\n') !== before.get(name)?.join('\n'),
    )
    expect(changedBesides).toEqual([...also.keys()])
  })
})
