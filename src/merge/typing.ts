/** How a text is typed, besides what stands in it: line ends, byte order mark, end of the last line. */

export interface Typing {
  /** Lines end with a line feed here, the last one too, and no mark goes before. */
  readonly text: string
  /** Every line ends with a carriage return and a line feed. */
  readonly returns: boolean
  /** Some lines do and some do not: then no line may be written anew. */
  readonly mixed: boolean
  readonly marked: boolean
  /** The last line ends. */
  readonly ended: boolean
}

const MARK = '\uFEFF'

export function typingOf(whole: string): Typing {
  const marked = whole.startsWith(MARK)
  const typed = marked ? whole.slice(MARK.length) : whole
  const some = typed.includes('\r\n')
  const all = !/(?:^|[^\r])\n/.test(typed)
  const ended = typed === '' || typed.endsWith('\n')
  const text = typed.replaceAll('\r\n', '\n')
  return {
    text: ended ? text : `${text}\n`,
    returns: some && all,
    mixed: some && !all,
    marked,
    ended,
  }
}

/** Written anew as another text is typed. */
export function asTyped(
  text: string,
  { returns, marked, ended }: Omit<Typing, 'text' | 'mixed'>,
): string {
  const last = ended ? text : text.replace(/\n$/, '')
  return (marked ? MARK : '') + (returns ? last.replaceAll('\n', '\r\n') : last)
}
