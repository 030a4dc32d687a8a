import { describe, expect, it } from 'vitest'
import type { KindSpec } from '../../src/vocabulary/spec.ts'
import { keywordOf, VOCABULARY } from '../../src/vocabulary/vocabulary.ts'
import { bound, said } from './binding.ts'

/** What the examples name. It is built in, so that an example may declare the same. */
const surrounding = `
business "Acme" {
  currency USD
  leader president
}
function finance
function operations
function sales-marketing
function general-management
process {
  step supply-review with operations
  step executive with finance
}
role president in general-management
role controller in finance
role plant-manager in operations
role sales-director in sales-marketing
unit each
unit hour
unit case = 12 each
family medium-widgets {
  strategy make-to-stock
  unit each
}
family pumps {
  strategy make-to-order
  unit each
}
item MW-101 in medium-widgets
item MW-102 in medium-widgets
group line-a {
  unit each
}
group tower {
  unit each
}
resource assembly {
  unit hour
}
cycle 2026-11 {
  horizon 18 months
}
`

const lent = {
  builtIn: { 'surrounding.sop': surrounding },
  files: { 'items.csv': 'item,family,title\nP-1,pumps,"Pump"' },
}

const lines = VOCABULARY.flatMap((spec) =>
  (spec.lines ?? []).map((line) => [`${keywordOf(spec)}: ${line.kind}`, spec, line] as const),
)

describe('the example of each kind binds', () => {
  it.each(VOCABULARY.map((spec) => [spec.kind, spec] as const))('%s', (kind, spec) => {
    const { facts, problems } = bound(`${spec.example}\n`, lent)
    expect(said(problems)).toEqual([])
    const own = facts.of(kind).find((fact) => fact.span.source.path === 'plan.sop')
    expect(own?.damaged).toBe(false)
  })

  it.each(lines)('%s', (_, spec, line) => {
    const { facts, problems } = bound(`${within(spec, line)}\n`, lent)
    expect(said(problems)).toEqual([])
    const own = facts.of(line.kind).find((fact) => fact.span.source.path === 'plan.sop')
    expect(own?.damaged).toBe(false)
    expect(own?.parent?.kind).toBe(spec.kind)
  })
})

/** A line's example in the block of its statement's, in the place of lines of the same keyword. */
function within(spec: KindSpec, line: KindSpec): string {
  const [head = '', ...body] = spec.example.split('\n')
  const keyword = keywordOf(line)
  const others = body.slice(0, -1).filter((text) => text.trim().split(' ')[0] !== keyword)
  const opened = head.endsWith(' {') ? head : `${head} {`
  const own = line.example.split('\n').map((text) => `  ${text}`)
  return [opened, ...own, ...others, '}'].join('\n')
}
