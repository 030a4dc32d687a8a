/** Cuts a file into the texts of its statements without reading them: a hundred times quicker. */

const SPACE = 32
const TAB = 9
const BRACE = 125
const HASH = 35

/**
 * One text a statement, comments between them left out. Undefined where the layout does not show for
 * sure where each ends: where a line in column one neither begins a statement nor ends one.
 */
export function statementTexts(text: string): readonly string[] | undefined {
  const found: string[] = []
  let start = -1
  let end = 0
  let state: State = 'between'
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length;) {
    const next = lineAfter(text, at)
    const sign = text.charCodeAt(at)
    const inside: boolean = sign === SPACE || sign === TAB
    if (inside && state === 'in a block') {
      at = next
      continue
    }
    const line = text.slice(at, next).trimEnd()
    if (line.trimStart() !== '' && text.charCodeAt(at) !== HASH && !/^\s+#/.test(line)) {
      if (inside || state === 'in a block') {
        if (inside ? state !== 'goes on' : sign !== BRACE || !/^\}\s*(?:#|$)/.test(line))
          return undefined
      } else {
        if (state === 'goes on' || !/^[\p{L}_]/u.test(line)) return undefined
        if (start !== -1) found.push(text.slice(start, end))
        start = at
      }
      const after: State | undefined = sign === BRACE ? 'between' : endOf(line)
      if (after === undefined) return undefined
      state = after
      end = next
    }
    at = next
  }
  if (state !== 'between') return undefined
  return start === -1 ? found : [...found, text.slice(start, end)]
}

type State = 'between' | 'goes on' | 'in a block'

/** How a line of a statement's head ends; undefined where braces stand elsewhere. */
function endOf(line: string): State | undefined {
  const code = line.includes('#') ? line.replace(COMMENT, '$1').trimEnd() : line
  const brace = code.indexOf('{')
  if (code.includes('(') || code.includes('}')) return undefined
  if (brace !== -1) return brace === code.length - 1 ? 'in a block' : undefined
  return code.endsWith(',') ? 'goes on' : 'between'
}

/** What stands before it, texts in quotes with a `#` among it, is kept. */
const COMMENT = /^((?:[^"#]|"(?:[^"\\]|\\.)*")*)#.*$/

function lineAfter(text: string, at: number): number {
  const found = text.indexOf('\n', at)
  return found === -1 ? text.length : found + 1
}
