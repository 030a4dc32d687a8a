/** Damages lines of plans, one at a time and always the same way, as hands and tools do. */

export interface Damage {
  readonly path: string
  /** One-based. */
  readonly line: number
  readonly how: string
  readonly text: string
}

/** What hands and tools leave behind. */
const GARBAGE = ['@', 'xyzzy', '=', '7', '2026-13', '"', ',', ')', 'of', '9e9'] as const

/** Each way to damage each line that is neither blank, a comment nor a closing brace. */
export function damagesOf(path: string, text: string): readonly Damage[] {
  const lines = text.split('\n')
  return lines.flatMap((line, at) => {
    if (/^\s*(?:#.*|\})?$/.test(line)) return []
    return damagedLines(line, at).map(({ how, damaged }) => ({
      path,
      line: at + 1,
      how: `${path}:${at + 1} ${how}: ${damaged.trim()}`,
      text: lines.with(at, damaged).join('\n'),
    }))
  })
}

function damagedLines(line: string, at: number): readonly { how: string; damaged: string }[] {
  const code = line.replace(/\s+#.*$/, '')
  const tail = code.endsWith(' {') ? ' {' : ''
  const body = code.slice(0, code.length - tail.length)
  return [...body.matchAll(/"[^"]*"|\S+/g)].flatMap(({ 0: token, index }, nth) => {
    const before = body.slice(0, index)
    const behind = body.slice(index + token.length)
    const garbage = GARBAGE[(at + nth) % GARBAGE.length] ?? '@'
    return [
      { how: `without ${token}`, damaged: `${before}${behind}${tail}` },
      {
        how: `${garbage} before ${token}`,
        damaged: `${before}${garbage} ${token}${behind}${tail}`,
      },
      { how: `@ behind ${token}`, damaged: `${before}${token}@${behind}${tail}` },
    ]
  })
}
