// A reader of our pages that knows only what our printer writes: any other element or attribute, and
// anything that is left open, is an error.

const VOID = new Set(['meta'])

/** Element → what it may say of itself. */
const ELEMENTS: Readonly<Record<string, RegExp>> = {
  html: /^ lang="en"$/,
  head: /^$/,
  meta: /^ (?:charset="utf-8"|name="viewport" content="[\w=,. -]*"|http-equiv="Content-Security-Policy" content="[\w'; -]*")$/,
  title: /^$/,
  style: /^$/,
  body: /^$/,
  main: /^$/,
  h1: /^$/,
  h2: /^$/,
  h3: /^$/,
  p: /^(?: class="entry")?$/,
  pre: /^$/,
  ul: /^$/,
  li: /^$/,
  dl: /^$/,
  dt: /^$/,
  dd: /^$/,
  details: /^$/,
  summary: /^$/,
  div: /^ class="wide" role="group" aria-label="table" tabindex="0"$/,
  table: /^$/,
  thead: /^$/,
  tbody: /^$/,
  tr: /^$/,
  th: /^ scope="col"(?: class="number")?$/,
  td: /^(?: class="number")?$/,
  b: /^(?: class="(?:error|warning|information|good)")?$/,
  code: /^$/,
  span: /^ class="faint"$/,
}

const TOKEN = /<!DOCTYPE html>|<(\/?)([A-Za-z][A-Za-z0-9]*)([^<>]*)>|([^<>]+)/y

export interface HtmlPage {
  /** How often each element begins. */
  readonly counts: ReadonlyMap<string, number>
  /** What a reader sees in the body, and in the title. */
  readonly text: string
}

/** Throws where the page is not one of ours. */
export function readHtml(page: string): HtmlPage {
  const counts = new Map<string, number>()
  const open: string[] = []
  let text = ''
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < page.length) {
    const at = TOKEN.lastIndex
    const match = TOKEN.exec(page)
    if (match === null) throw new Error(`no page of ours: ${page.slice(at, at + 60)}`)
    const [, end, name, attributes = '', words] = match
    if (words !== undefined) {
      if (open.at(-1) !== 'style') text += decoded(words)
    } else if (name !== undefined && end === '/') {
      if (open.pop() !== name) throw new Error(`</${name}> ends what it does not begin`)
    } else if (name !== undefined) {
      if (ELEMENTS[name]?.test(attributes) !== true) throw new Error(`<${name}${attributes}>`)
      counts.set(name, (counts.get(name) ?? 0) + 1)
      if (!VOID.has(name)) open.push(name)
    }
  }
  if (open.length > 0) throw new Error(`nothing ends <${open.at(-1) ?? ''}>`)
  return { counts, text }
}

function decoded(words: string): string {
  return words.replace(/&(#\d+)?;?/g, (sign, number: string | undefined) => {
    if (number === undefined) throw new Error(`${sign} stands bare in ${words}`)
    return String.fromCodePoint(Number(number.slice(1)))
  })
}
