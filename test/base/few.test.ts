import { array, assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'

import { Few } from '../../src/base/few.ts'

test('a map of a few keys says what any map says, whatever is put into it', () => {
  assert(
    property(array(integer({ min: 0, max: 5 }), { maxLength: 12 }), (keys) => {
      const few = new Few<number, string>(9, 'first')
      const map = new Map([[9, 'first']])
      for (const [at, key] of keys.entries()) {
        few.set(key, `${at}`)
        map.set(key, `${at}`)
        expect([...few]).toEqual([...map])
        expect(few.size).toBe(map.size)
        const visited: unknown[] = []
        few.forEach((value, name) => visited.push([name, value]))
        expect(visited).toEqual([...map])
        for (let name = 0; name < 10; name += 1) {
          expect(few.get(name)).toBe(map.get(name))
          expect(few.has(name)).toBe(map.has(name))
        }
      }
    }),
  )
})
