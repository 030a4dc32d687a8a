/** The seals of a workspace as its roles would write them now. */

import { nameOf } from '../../../src/facts/fact.ts'
import { sealNow } from '../../../src/rules/seals.ts'
import type { Files } from '../../roll/rolling.ts'
import { modelOf } from './checked.ts'

const COMMITMENT = /^commit (\S+)\s+of (\S+)\s+for (\S+) .*as "(sha256-[0-9a-f]{64})"$/gm

/** The same files, with each seal as the numbers are now: whoever changed a plan commits again. */
export function committedAnew(files: Files): Files {
  const model = modelOf(files)
  const cycles = new Map(model.facts.of('cycle').map((cycle) => [nameOf(cycle), cycle]))
  const families = new Map(model.families.map((family) => [nameOf(family), family]))
  const anew = (text: string): string =>
    text.replaceAll(COMMITMENT, (line, series: string, of: string, month: string, old: string) => {
      const [family, cycle] = [families.get(of), cycles.get(month)]
      const seal = family && cycle && sealNow(model, series, family, cycle)
      return seal === undefined ? line : line.replace(old, () => seal)
    })
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path, path.endsWith('.sop') ? anew(text) : text]),
  )
}
