/** Completion and hover in `concord.yaml`: from its schema, and the names that plans give. */

import type { Span } from '../base/source.ts'
import { type SettingAt, settingAt, settingTyped } from '../configuration/setting-at.ts'
import { isNested, type SettingSpec, settingSpec, takes } from '../configuration/setting-spec.ts'
import { code, type Document, paragraph, withCode } from '../markup/document.ts'
import type { Completion } from './completion-item.ts'
import { freeNames } from './setting-names.ts'
import type { Snapshot } from './snapshot.ts'

/** Undefined where the path is not that of the settings. */
export function settingCompletions(
  snapshot: Snapshot,
  path: string,
  offset: number,
): readonly Completion[] | undefined {
  const { source } = snapshot.given.settings
  if (source?.path !== path) return undefined
  const at = settingTyped(source, offset)
  if (at === undefined) return []
  const spec = at.is === 'name' ? settingSpec(at.path.slice(0, -1)) : settingSpec(at.path)
  if (spec === undefined) return []
  const values = at.is === 'value' ? (spec.enum ?? []) : []
  const items = values.map((value) => itemOf(at, value, 'value', docOf(spec)))
  return [...items, ...nameItems(snapshot, at, spec)]
}

/** The settings that may stand here and do not yet. */
function nameItems(snapshot: Snapshot, at: SettingAt, spec: SettingSpec): readonly Completion[] {
  const { text } = at.span.source
  const own = text.slice(at.span.start, at.span.end)
  const taken = new Set(at.beside.filter((name) => name !== own))
  const named = at.is === 'name' ? at.path.slice(0, -1) : at.path
  const free = freeNames(snapshot, named)
  const known = Object.entries(spec.properties ?? {}).map(([name, inner]) => {
    return { name, inner, doc: docOf(inner), detail: takes(inner) }
  })
  const others = free.map(({ name, doc, detail }) => {
    return { name, inner: settingSpec([...named, name]) ?? {}, doc, detail }
  })
  return [...known, ...others]
    .filter(({ name }) => !taken.has(name))
    .map(({ name, inner, doc, detail }) => {
      const colon = text.charAt(at.span.end) === ':' ? '' : isNested(inner) ? ':' : ': '
      return { ...itemOf(at, name, 'field', doc), detail, text: `${name}${colon}` }
    })
}

function itemOf(
  { span }: SettingAt,
  label: string,
  kind: Completion['kind'],
  doc: Document,
): Completion {
  return { label, kind, detail: undefined, doc, span, text: label, snippet: undefined, order: 0 }
}

/** What a setting is for; over a value, what the setting takes. */
export function settingHover(
  snapshot: Snapshot,
  path: string,
  offset: number,
): { readonly span: Span; readonly doc: Document } | undefined {
  const { source } = snapshot.given.settings
  const at = source?.path === path ? settingAt(source, offset) : undefined
  if (at === undefined) return undefined
  const free = freeNames(snapshot, at.path.slice(0, -1))
  const named = free.find(({ name }) => name === at.path.at(-1))
  const spec = settingSpec(at.path)
  if (spec === undefined) return undefined
  // What each of a list or of free names is, is said of all of them.
  const said = spec.description === undefined ? settingSpec(at.path.slice(0, -1)) : undefined
  const doc = [
    ...(named === undefined ? [] : [paragraph(named.detail ?? named.name), ...named.doc]),
    ...docOf(spec),
    ...(said === undefined || named !== undefined
      ? []
      : docOf({ description: said.description ?? '' })),
  ]
  return doc.length === 0 ? undefined : { span: at.span, doc }
}

function docOf(spec: SettingSpec): Document {
  const values = takes(spec)
  const { description = '' } = spec
  return [
    ...(values === undefined ? [] : [paragraph([code(values)])]),
    ...(description === '' ? [] : [paragraph(withCode(description))]),
  ]
}
