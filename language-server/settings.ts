/** What an editor's user may switch off: `{ "inlays": { "stock": false } }`. */

import { INLAY_KINDS, type InlayKind } from '../src/service/inlays.ts'

/** The inlays that are left on; settings of another shape switch nothing off. */
export function inlaysIn(settings: unknown): ReadonlySet<InlayKind> {
  const said = isObject(settings) ? settings['inlays'] : undefined
  const off = (kind: InlayKind): boolean => isObject(said) && said[kind] === false
  return new Set(INLAY_KINDS.filter((kind) => !off(kind)))
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
