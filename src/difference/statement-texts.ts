/** Cuts a file into the texts of its statements without reading them: a hundred times quicker. */

const SPACE = 32
const TAB = 9

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
    const from = at
    at = lineAfter(text, from)
    const sign = text.charCodeAt(from)
    const inside = sign === SPACE || sign === TAB
    // Most lines of a plan are rows, which need not be looked at.
    if (inside && state === 'in a block') continue
    const line = text.slice(from, at).trimEnd()
    if (NO_CODE.test(line)) continue
    const after = stateAfter(line, inside, state)
    if (after === undefined) return undefined
    if (state === 'between') {
      if (start !== -1) found.push(text.slice(start, end))
      start = from
    }
    state = after
    end = at
  }
  if (state !== 'between') return undefined
  return start === -1 ? found : [...found, text.slice(start, end)]
}

type State = 'between' | 'goes on' | 'in a block'

const NO_CODE = /^\s*(?:#|$)/

/** Undefined where it is not sure what the line is part of. */
function stateAfter(line: string, inside: boolean, state: State): State | undefined {
  if (state === 'in a block') return /^\}\s*(?:#|$)/.test(line) ? 'between' : undefined
  if (inside !== (state === 'goes on') || !(inside || /^[\p{L}_]/u.test(line))) return undefined
  const code = line.replace(QUOTED, '').replace(/#.*$/, '').trimEnd()
  if (/["}]/.test(code) || code.split('(').length !== code.split(')').length) return undefined
  const brace = code.indexOf('{')
  if (brace !== -1) return brace === code.length - 1 ? 'in a block' : undefined
  return code.endsWith(',') ? 'goes on' : 'between'
}

const QUOTED = /"(?:[^"\\]|\\.)*"/g

function lineAfter(text: string, at: number): number {
  const found = text.indexOf('\n', at)
  return found === -1 ? text.length : found + 1
}
