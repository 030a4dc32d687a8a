import { describe, expect, it } from 'vitest'

import { builtInTrees } from '../../src/built-in/trees.ts'
import { filesBelow, readSource } from './imports.ts'

describe('the rulebook is data', () => {
  it('names no rule in TypeScript', () => {
    const names = builtInTrees()
      .flatMap((tree) => tree.statements)
      .filter((statement) => statement.line.keyword.text === 'rule')
      .flatMap((statement) => statement.line.arguments[0]?.values[0] ?? [])
      .flatMap((value) => (value.sort === 'name' ? [value.text] : []))
    expect(names.length).toBeGreaterThan(20)
    const code = filesBelow('grammar', 'src', 'language-server').filter((path) =>
      /(?<!\.generated)\.ts$|\.mjs$/.test(path),
    )
    const found = code.flatMap((path) => {
      const { text } = readSource(path)
      return names.filter((name) => text.includes(name)).map((name) => `${path} names ${name}`)
    })
    expect(found).toEqual([])
  })
})
