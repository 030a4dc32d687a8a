/** Pages that the server writes: the path of a URI names the tab, its query says what is shown. */

import { BUILT_IN } from '../src/service/snapshot.ts'

/** `concord:/numbers/inventory of kettles 2026-11.md?…` */
export function pageUri(folder: string, title: string, said: readonly string[]): string {
  const name = encodeURIComponent(title.replaceAll('/', '-'))
  return `${BUILT_IN}${folder}/${name}.md?${encodeURIComponent(JSON.stringify(said))}`
}

export function isPageOf(folder: string, uri: string): boolean {
  return uri.startsWith(`${BUILT_IN}${folder}/`)
}

/** Empty for a query of another shape: anybody may write a URI. */
export function saidIn(uri: string): readonly string[] {
  try {
    const said: unknown = JSON.parse(decodeURIComponent(uri.slice(uri.indexOf('?') + 1)))
    return Array.isArray(said) ? said.map((each) => (typeof each === 'string' ? each : '')) : []
  } catch {
    return []
  }
}
