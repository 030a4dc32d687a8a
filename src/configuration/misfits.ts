/** Says in a planner's words where settings do not fit the schema of `concord.yaml`. */

import { or } from '../base/phrases.ts'
import { closest } from '../base/suggest.ts'
import { reportConfiguration as report } from '../diagnostics/configuration.ts'
import type { Diagnostic, Mend } from '../diagnostics/diagnostic.ts'
import type { Span } from '../base/source.ts'
import type { Places, SettingPath } from './places.ts'
import schema from './schema.json'
import { validate as generated } from './validate.generated.ts'

/** An error as ajv's code reports it. */
interface Misfit {
  readonly keyword: string
  readonly instancePath: string
  readonly schemaPath: string
  readonly params: Readonly<Record<string, unknown>>
}

interface Validate {
  (values: unknown): boolean
  readonly errors?: readonly Misfit[] | null
}

const validate = generated as unknown as Validate

export function fits(values: unknown): boolean {
  return validate(values)
}

export function misfits(values: unknown, places: Places): readonly Diagnostic[] {
  if (validate(values)) return []
  return (validate.errors ?? []).map((misfit) => describe(misfit, values, places))
}

function describe(misfit: Misfit, values: unknown, places: Places): Diagnostic {
  const path = pathOf(misfit.instancePath)
  if (misfit.keyword === 'additionalProperties') return unknownSetting(misfit, path, places)
  const span = places.valueSpan(path)
  const setting = settingName(path)
  const value = shown(at(values, path))
  const meant = allowed(misfit).length > 0 ? closest(value, allowed(misfit)) : undefined
  return report(
    'configuration-value-wrong',
    span,
    { setting, value: `\`${value}\``, wanted: wanted(misfit) },
    meant === undefined ? {} : suggestion(meant, span),
  )
}

function unknownSetting(misfit: Misfit, path: SettingPath, places: Places): Diagnostic {
  const name = String(misfit.params['additionalProperty'])
  const known = Object.keys(propertiesAt(misfit.schemaPath))
  const span = places.nameSpan([...path, name])
  const meant = closest(name, known)
  const where = path.length === 0 ? 'in concord.yaml' : `in \`${settingName(path)}\``
  return report(
    'configuration-setting-unknown',
    span,
    { name, where, known: known.join(', ') },
    meant === undefined ? {} : suggestion(meant, span),
  )
}

function suggestion(meant: string, span: Span): { help: string; mends: readonly Mend[] } {
  const mend = { title: `Write ${meant}`, edits: [{ span, text: meant }] }
  return { help: `did you mean \`${meant}\`?`, mends: [mend] }
}

/** What a value must be, as the end of "it takes …". */
function wanted(misfit: Misfit): string {
  const { params } = misfit
  switch (misfit.keyword) {
    case 'enum':
      return or(allowed(misfit))
    case 'type': {
      const types = Array.isArray(params['type']) ? params['type'] : [params['type']]
      return TYPES[String(types[0])] ?? 'another sort of value'
    }
    case 'minimum':
      return `at least ${String(params['limit'])}`
    case 'maximum':
      return `at most ${String(params['limit'])}`
    case 'not':
      return 'a glob of files below this one, without `..`'
    default:
      return 'a text that is not empty'
  }
}

const TYPES: Readonly<Record<string, string>> = {
  array: 'a list, `- …` a line',
  object: 'settings of its own, one `name: value` a line',
  string: 'a text',
  integer: 'a whole number',
}

function allowed(misfit: Misfit): readonly string[] {
  const values = misfit.params['allowedValues']
  return Array.isArray(values) ? values.map(String) : []
}

/** `report.width`; of a list, `include, entry 1`. */
function settingName(path: SettingPath): string {
  return path.reduce<string>((name, part) => {
    if (/^\d+$/.test(String(part))) return `${name}, entry ${Number(part) + 1}`
    return name === '' ? String(part) : `${name}.${part}`
  }, '')
}

/** A value on one line, cut where it is long. */
function shown(value: unknown): string {
  const text =
    typeof value === 'string' && value !== '' ? value : (JSON.stringify(value) ?? 'nothing')
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}

/** `/rules/plant~1overtime` → `rules`, `plant/overtime`. */
function pathOf(pointer: string): SettingPath {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'))
}

function at(values: unknown, path: SettingPath): unknown {
  return path.reduce<unknown>(
    (value, name) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, name)
        ? (value as Readonly<Record<string, unknown>>)[name]
        : undefined,
    values,
  )
}

/** The settings that the schema has beside an `additionalProperties`. */
function propertiesAt(schemaPath: string): Readonly<Record<string, unknown>> {
  const parent = pathOf(schemaPath.replace(/^#/, '')).slice(0, -1)
  const properties = at(schema, [...parent, 'properties'])
  return typeof properties === 'object' && properties !== null
    ? (properties as Readonly<Record<string, unknown>>)
    : {}
}
