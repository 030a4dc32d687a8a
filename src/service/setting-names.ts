/** Names that settings of `concord.yaml` may have where the schema leaves them to the workspace. */

import type { SettingPath } from '../configuration/places.ts'
import { textIn } from '../facts/fact.ts'
import { code, type Document, paragraph, withCode } from '../markup/document.ts'
import { judgedIn } from '../rules/judged.ts'
import { links } from './links.ts'
import type { Snapshot } from './snapshot.ts'

export interface FreeName {
  readonly name: string
  readonly detail: string | undefined
  readonly doc: Document
}

/** The names that may stand within a setting; none where the schema has its own. */
export function freeNames(snapshot: Snapshot, within: SettingPath): readonly FreeName[] {
  return NAMES[within.join('.')]?.(snapshot) ?? []
}

/** Settings whose names are the workspace's to say, by where they stand. */
const NAMES: Readonly<Record<string, (snapshot: Snapshot) => readonly FreeName[]>> = {
  rules: ruleNames,
  'item-sources': (snapshot) =>
    [...new Set(snapshot.paths.flatMap((path) => links(snapshot, path).map(({ name }) => name)))]
      .toSorted()
      .map((name) => {
        const doc = [paragraph(withCode('Item data that a plan names after `from`.'))]
        return { name, detail: 'item data', doc }
      }),
}

/** Every rule and objective, and what their names begin with. */
function ruleNames({ review }: Snapshot): readonly FreeName[] {
  const areas = new Map<string, number>()
  const all = judgedIn(review.facts).flatMap((fact): readonly FreeName[] => {
    const { name } = fact
    if (name === undefined) return []
    const [area = name, ...rest] = name.split('/')
    if (rest.length > 0) areas.set(area, (areas.get(area) ?? 0) + 1)
    const reason = textIn(fact, 'why')
    const doc = reason === undefined ? [] : [paragraph(withCode(reason))]
    return [{ name, detail: textIn(fact, 'title'), doc }]
  })
  const heads = [...areas].map(([name, count]) => {
    const doc = [paragraph(['Every rule whose name begins with ', code(`${name}/`), '.'])]
    return { name, detail: `${count} rules`, doc }
  })
  return [...heads, ...all]
}
