// The house keeps its layers: who may import whom, which package belongs where, how long a file is.
import { describe, expect, test } from 'vitest'

import { circles } from './cycles.ts'
import { filesBelow, importsOf, readSource } from './imports.ts'
import { objection, order, packageObjection, planRooms, roomOf } from './rooms.ts'

const isCode = (path: string) => /\.(?:ts|mjs)$/.test(path)
const paths = filesBelow('grammar', 'src', 'language-server')
const sources = paths.filter((path) => isCode(path) && !path.endsWith('.d.ts')).map(readSource)
const longest = 500
const emptyNames = /^(?:utils?|helpers?|common|misc|.*manager)$/i

describe('the house', () => {
  test('every file lies in a room', () => {
    const homeless = sources.filter(({ path }) => roomOf(path) === undefined)
    const rooms = `the rooms are ${order.join(', ')}`
    expect(homeless.map(({ path }) => `${path}: ${rooms}`)).toEqual([])
  })

  test('a room imports only rooms before it', () => {
    const complaints = sources.flatMap(({ path, imports }) => {
      const room = roomOf(path)
      if (room === undefined) return []
      return imports.flatMap(({ line, target, typeOnly }) => {
        if (target === undefined) return []
        const why = objection(room, target, typeOnly)
        return why === undefined ? [] : [`${path}:${line}: ${why}`]
      })
    })
    expect(complaints).toEqual([])
  })

  test('a package is used only where it belongs', () => {
    const complaints = sources.flatMap(({ path, imports }) =>
      imports.flatMap(({ line, specifier, target }) => {
        if (target !== undefined) return []
        const why = packageObjection(path, specifier)
        return why === undefined ? [] : [`${path}:${line}: ${why}`]
      }),
    )
    expect(complaints).toEqual([])
  })

  test('no import goes in a circle', () => {
    const graph = new Map(
      sources.map(({ path, imports }) => [path, imports.flatMap(({ target }) => target ?? [])]),
    )
    expect(circles(graph).map((circle) => circle.join(' → '))).toEqual([])
  })

  test('rooms of plan files hold plan files and an index', () => {
    const strangers = paths.filter((path) => {
      const room = roomOf(path)
      if (room === undefined || !planRooms.has(room)) return false
      return !path.endsWith('.sop') && path !== `src/${room}/index.ts`
    })
    expect(strangers.map((path) => `${path}: only *.sop and index.ts live here`)).toEqual([])
  })

  test(`no file is longer than ${longest} lines`, () => {
    const long = [...paths, ...filesBelow('test')]
      .filter(isCode)
      .map((path) => ({ path, lines: readSource(path).text.split('\n').length - 1 }))
      .filter(({ lines }) => lines > longest)
    expect(long.map(({ path, lines }) => `${path}: ${lines} lines; split it`)).toEqual([])
  })

  test('no name says nothing', () => {
    const said = [...paths, ...filesBelow('test')].filter((path) =>
      path.split('/').some((part) => emptyNames.test(part.replace(/\..*$/, ''))),
    )
    expect(said.map((path) => `${path}: name it for the one thing inside`)).toEqual([])
  })
})

describe('the check itself', () => {
  test('reads every form of import', () => {
    const text = [
      "import { a } from '../base/a.ts'",
      "import type { B } from '../base/b.ts'",
      'import {',
      '  type C,',
      '  type D,',
      "} from '../base/c.ts'",
      "export * from './e.ts'",
      "import 'chevrotain'",
      "const f = await import('./f.ts')",
      "// import('./not.ts')",
      'const text = `import nothing`',
    ].join('\n')
    const seen = importsOf('src/facts/x.ts', text).map(({ line, specifier, target, typeOnly }) =>
      [line, target ?? specifier, typeOnly ? 'type' : 'value'].join(' '),
    )
    expect(seen).toEqual([
      '1 src/base/a.ts value',
      '2 src/base/b.ts type',
      '3 src/base/c.ts type',
      '7 src/facts/e.ts value',
      '8 chevrotain value',
      '9 src/facts/f.ts value',
    ])
  })

  test('objects to what the table forbids', () => {
    expect(objection('base', 'src/markup/a.ts', true)).toContain('no other room')
    expect(objection('syntax', 'grammar/tree.ts', false)).toBeUndefined()
    expect(objection('sources', 'src/units/a.ts', true)).toBe('sources may import base; not units')
    expect(objection('report', 'src/model/a.ts', true)).toBeUndefined()
    expect(objection('report', 'src/model/a.ts', false)).toContain('only with `import type`')
    expect(objection('cli', 'src/rulebook/index.ts', false)).toContain('not rulebook')
    expect(objection('built-in', 'src/rulebook/index.ts', false)).toBeUndefined()
    expect(objection('language-server', 'src/cli/main.ts', true)).toContain('not cli')
    expect(objection('cli', 'language-server/main.ts', true)).toContain('not language-server')
    expect(packageObjection('src/model/a.ts', 'node:fs')).toContain('node:* is used only in')
    expect(packageObjection('grammar/a.ts', 'chevrotain')).toBeUndefined()
    expect(packageObjection('src/cli/a.ts', 'left-pad')).toContain('not in the table')
  })

  test('finds a circle', () => {
    const graph = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['a']],
    ])
    expect(circles(graph)).toEqual([['a', 'b', 'c', 'a']])
  })
})
