/** Colours lines by a TextMate grammar as an editor does, as far as our grammar needs it. */

export interface Rule {
  readonly include?: string
  readonly name?: string
  readonly match?: string
  readonly begin?: string
  readonly end?: string
  readonly captures?: Captures
  readonly beginCaptures?: Captures
  readonly endCaptures?: Captures
  readonly patterns?: readonly Rule[]
}

export interface Grammar {
  readonly patterns: readonly Rule[]
  readonly repository: Readonly<Record<string, Rule>>
}

type Captures = Readonly<Record<string, { readonly name: string }>>

/** A stretch of a line under one name, the innermost. */
export type Colour = readonly [text: string, name: string]

interface Found {
  readonly rule: Rule
  readonly match: RegExpExecArray
}

/** The coloured stretches of a line; what has no name is left out. */
export function colours(grammar: Grammar, line: string): readonly Colour[] {
  const names: (string | undefined)[] = Array.from(line)
  names.fill(undefined)
  const open: Rule[] = []
  let at = 0
  for (let steps = 0; steps < 1000; steps += 1) {
    const inside = open.at(-1)
    const end = inside?.end === undefined ? undefined : search(inside.end, line, at)
    const found = first(grammar, inside?.patterns ?? grammar.patterns, line, at)
    const atEnd = end !== undefined && (found === undefined || end.index <= found.match.index)
    const match = atEnd ? end : found?.match
    if (match === undefined) break
    paint(names, at, match.index, inside?.name)
    const rule = atEnd ? inside : found?.rule
    paint(names, match.index, match.index + match[0].length, rule?.name)
    const captures = atEnd ? inside?.endCaptures : (found?.rule.beginCaptures ?? rule?.captures)
    paintCaptures(names, match, captures)
    if (atEnd) open.pop()
    else if (found?.rule.begin !== undefined) open.push(found.rule)
    else if (match[0] === '') break
    at = match.index + match[0].length
  }
  return stretches(line, names)
}

function first(
  grammar: Grammar,
  patterns: readonly Rule[],
  line: string,
  at: number,
): Found | undefined {
  let best: Found | undefined
  for (const pattern of patterns) {
    const found = firstOf(grammar, pattern, line, at)
    if (found === undefined) continue
    if (best === undefined || found.match.index < best.match.index) best = found
  }
  return best
}

function firstOf(grammar: Grammar, rule: Rule, line: string, at: number): Found | undefined {
  if (rule.include !== undefined) {
    const named = grammar.repository[rule.include.slice(1)]
    if (named === undefined) throw new Error(`no ${rule.include}`)
    return firstOf(grammar, named, line, at)
  }
  const expression = rule.match ?? rule.begin
  if (expression === undefined) return first(grammar, rule.patterns ?? [], line, at)
  const match = search(expression, line, at)
  return match && { rule, match }
}

function search(expression: string, line: string, at: number): RegExpExecArray | undefined {
  const compiled = new RegExp(expression, 'gdu')
  compiled.lastIndex = at
  return compiled.exec(line) ?? undefined
}

function paint(names: (string | undefined)[], from: number, to: number, name?: string): void {
  if (name !== undefined) names.fill(name, from, to)
}

function paintCaptures(
  names: (string | undefined)[],
  match: RegExpExecArray,
  captures: Captures | undefined,
): void {
  for (const [group, { name }] of Object.entries(captures ?? {})) {
    const [from, to] = match.indices?.[Number(group)] ?? [0, 0]
    paint(names, from, to, name)
  }
}

function stretches(line: string, names: readonly (string | undefined)[]): readonly Colour[] {
  const found: Colour[] = []
  let start = 0
  for (let at = 1; at <= line.length; at += 1) {
    if (at < line.length && names[at] === names[start]) continue
    const name = names[start]
    const text = line.slice(start, at).trim()
    if (name !== undefined && text !== '') found.push([text, name.replace(/\.sop$/, '')])
    start = at
  }
  return found
}
