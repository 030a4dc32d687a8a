// Whatever the text, the model is built: nothing throws for a mistake.

import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { SERIES_NAMES } from '../../src/vocabulary/series.ts'
import { VERSION_NAMES } from '../../src/vocabulary/versions.ts'
import { month, workspace } from './workspace.ts'

const TEXT = `business "Test" {
  currency USD
  fiscal-year from 2026-04
}
unit each
unit case = 12 each
unit hour
currency EUR = 1.08 USD from 2026-01
family a {
  strategy make-to-stock
  unit each
  target inventory = 50% * sales(f, t + 1)
}
item i in a
item j in a
conversion a {
  unit each = 2.4 case
  price = 24.50 USD per each from 2026-01
}
resource r {
  unit hour
  month available overtime
  2027-01 .. 100 20
}
group here {
  unit each
}
supply a {
  uses r 0.05 hour per each on here
  month here
  2027-01 .. 60%
}
fence demand 1 month
cycle 2026-12 {
  horizon 12 months
}
cycle 2027-01 {
  horizon 6 weeks
}
actual a {
  month sales operations inventory
  2026-12 9 5 40
}
plan a for 2027-01 in case {
  opening inventory 5
  month sales operations inventory
  2027-01 .. 10 12.5 -
  total 10 25 -
}
mix sales of a for 2027-01 {
  month i j
  2027-01 40% rest
}
budget a in EUR {
  month revenue
  2027-01 500
}
revision late of 2027-01 on 2027-01-20 {
  change sales of a 2027-01 to 70
}
scenario s of 2027-01 {
  change price of a 2027-01 .. by 10%
  plan a {
    month operations
    2027-02 5
  }
}
scenario u of s {
  change here of a 2027-01 by 5%
}
`

const words = TEXT.split(/(?<=\s)/)

test('words dropped, doubled or put elsewhere never make anything throw', () => {
  const edit = fc.tuple(fc.nat(words.length - 1), fc.nat(words.length - 1), fc.nat(2))
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
      const mangled = [...words]
      for (const [at, from, how] of edits) {
        if (how === 0) mangled[at] = ''
        else if (how === 1) mangled[at] = words[from] ?? ''
        else mangled[at] = `${mangled[at] ?? ''}${words[from] ?? ''}`
      }
      const { model, facts } = workspace(mangled.join(''))
      const versions = [
        ...VERSION_NAMES,
        ...['cycle', 'scenario', 'view'].flatMap((kind) => facts.of(kind)),
      ]
      for (const family of model.families) {
        for (const version of versions) {
          for (const series of SERIES_NAMES) {
            model.origin(version, series, family, month('2027-01'))
            model.place(version, series, family, month('2027-02'))
            model.since(version, series, family, month('2027-01'))
          }
        }
        model.cover(family, month('2027-01'), 'forward')
        model.zone(family, month('2027-01'))
      }
      for (const resource of facts.of('resource')) model.load(resource, month('2027-01'))
      expect(model.totals()).toBeDefined()
    }),
    { numRuns: 150 },
  )
})
