/** What the schema of `concord.yaml` says of a setting: for those who write one. */

import type { SettingPath } from './places.ts'
import schema from './schema.json'

/** A part of the schema, as far as it is read here. */
export interface SettingSpec {
  readonly description?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly string[]
  readonly minimum?: number
  readonly maximum?: number
  readonly properties?: Readonly<Record<string, SettingSpec>>
  /** Of settings whose names are free: what each of them is. */
  readonly additionalProperties?: boolean | SettingSpec
  readonly items?: SettingSpec
}

/** Undefined where the schema has no such setting. */
export function settingSpec(path: SettingPath): SettingSpec | undefined {
  return path.reduce<SettingSpec | undefined>(within, schema)
}

function within(spec: SettingSpec | undefined, part: string | number): SettingSpec | undefined {
  if (spec === undefined) return undefined
  if (typeof part === 'number') return spec.items
  const { properties = {}, additionalProperties } = spec
  if (Object.hasOwn(properties, part)) return properties[part]
  return typeof additionalProperties === 'object' ? additionalProperties : undefined
}

/** Whether a setting has settings of its own, or a list. */
export function isNested({ type }: SettingSpec): boolean {
  const types: readonly (string | undefined)[] = Array.isArray(type) ? type : [type]
  return types.includes('object') || types.includes('array')
}

/** What it takes, in a few words: `error, warning or never`, `40 to 400`. */
export function takes(spec: SettingSpec): string | undefined {
  if (spec.enum !== undefined) return spec.enum.join(' | ')
  const { minimum, maximum } = spec
  return minimum === undefined || maximum === undefined ? undefined : `${minimum} to ${maximum}`
}
