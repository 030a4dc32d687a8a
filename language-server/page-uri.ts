/** URIs of pages that depend on more than a name: the path names the tab, the query says which it is. */

/** `said` comes back from `saidInPage`. */
export function pageUri(folder: string, title: string, said: readonly string[]): string {
  const name = encodeURIComponent(title.replaceAll('/', '-'))
  return `${folder}${name}.md?${encodeURIComponent(JSON.stringify(said))}`
}

/** Nothing where the URI is none of these pages. */
export function saidInPage(uri: string): readonly string[] {
  try {
    const query = uri.slice(uri.indexOf('?') + 1)
    const said: unknown = JSON.parse(decodeURIComponent(query))
    return Array.isArray(said) ? said.map((each) => (typeof each === 'string' ? each : '')) : []
  } catch {
    // Anybody may write a URI.
    return []
  }
}
