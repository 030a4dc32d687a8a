/** The settings of `concord.yaml` as its schema describes them, for the page about them. */

import schema from './schema.json'

export interface Setting {
  /** `report.width`: with the names that lead to it. */
  readonly name: string
  readonly doc: string
}

interface Described {
  readonly description?: string
  readonly enum?: readonly string[]
  readonly properties?: Readonly<Record<string, Described>>
  readonly additionalProperties?: boolean | Described
}

export const SETTINGS: readonly Setting[] = settingsOf('', schema)

function settingsOf(prefix: string, of: Described): readonly Setting[] {
  const more = of.additionalProperties
  return [
    ...Object.entries(of.properties ?? {}).flatMap(([name, described]) => [
      { name: prefix + name, doc: docOf(described) },
      ...settingsOf(`${prefix}${name}.`, described),
    ]),
    ...(typeof more === 'object' ? [...settingsOf(`${prefix}NAME.`, more)] : []),
  ]
}

function docOf(described: Described): string {
  const more = described.additionalProperties
  const words = described.enum ?? (typeof more === 'object' ? more.enum : undefined)
  const values = words === undefined ? '' : ` One of ${words.join(', ')}.`
  return `${(described.description ?? '').replace(/\.$/, '')}.${values}`
}
