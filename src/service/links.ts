/** Files that a plan names: `items from "items.csv"`. */

import type { Span } from '../base/source.ts'
import { fieldsOf } from '../rules/kind-fields.ts'
import { perFacts, type Snapshot } from './snapshot.ts'

export interface Link {
  readonly span: Span
  /** Relative to the workspace, as the configuration or the plan says it. */
  readonly path: string
  /** As the plan says it. */
  readonly name: string
}

export function links(snapshot: Snapshot, path: string): readonly Link[] {
  return allLinks(snapshot).get(path) ?? []
}

const allLinks = perFacts((snapshot): ReadonlyMap<string, readonly Link[]> => {
  const { facts } = snapshot.review
  const { itemSources } = snapshot.given.settings.configuration
  const found = new Map<string, Link[]>()
  for (const kind of facts.kinds) {
    for (const fact of facts.of(kind)) {
      const paths = fieldsOf(fact.spec).filter(({ type }) => type.type === 'path')
      for (const { field } of paths) {
        const value = fact.fields.get(field)
        if (value?.value.type !== 'text') continue
        const name = value.value.text
        const link = { span: value.span, path: itemSources.get(name)?.file ?? name, name }
        const list = found.get(value.span.source.path)
        if (list === undefined) found.set(value.span.source.path, [link])
        else list.push(link)
      }
    }
  }
  return found
})
