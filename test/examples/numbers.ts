/** Every number that a plan states, found in its text, so that a test can change one at a time. */

export interface StatedNumber {
  /** `plan tools for 2027-01: shipments of 2027-04`. */
  readonly name: string
  readonly start: number
  readonly end: number
  readonly value: number
  /** How many stocks of the same table it feeds: a shipment may feed two. */
  readonly feeds: number
}

const HEAD = /^((?:plan|actual|budget)\b[^{]*)\{\s*$/
const NUMBER = /^-?\d+(?:\.\d+)?$/

/** The numbers of plans, actuals and budgets; statements for which `skip` is true are left out. */
export function statedNumbers(
  text: string,
  skip: (head: string) => boolean = () => false,
): readonly StatedNumber[] {
  const found: StatedNumber[] = []
  let head: string | undefined
  let columns: readonly string[] = []
  let offset = 0
  for (const line of text.split('\n')) {
    const code = line.replace(/#.*/, '')
    const opened = HEAD.exec(code)
    if (opened !== null) head = opened[1]?.trim()
    else if (code.startsWith('}')) head = undefined
    else if (head !== undefined && !skip(head)) {
      const words = wordsOf(code)
      if (words[0]?.text === 'month') columns = words.slice(1).map((word) => word.text)
      else found.push(...numbersOf(head, columns, words, offset))
    }
    offset += line.length + 1
  }
  return found
}

/** The text with one number written anew. */
export function withNumber(text: string, number: StatedNumber, value: number): string {
  return `${text.slice(0, number.start)}${value}${text.slice(number.end)}`
}

interface Word {
  readonly text: string
  readonly at: number
}

function wordsOf(line: string): readonly Word[] {
  return [...line.matchAll(/\S+/g)].map((found) => ({ text: found[0], at: found.index }))
}

/** The numbers of a row, a total row or an `opening` line. */
function numbersOf(
  head: string,
  columns: readonly string[],
  words: readonly Word[],
  offset: number,
): readonly StatedNumber[] {
  const [first, second] = words
  if (first === undefined) return []
  const isOpening = first.text === 'opening'
  const cells = isOpening ? words.slice(2) : words.slice(second?.text === '..' ? 3 : 1)
  return cells.flatMap((cell, index) => {
    if (!NUMBER.test(cell.text)) return []
    const series = (isOpening ? second?.text : columns[index]) ?? '?'
    return [
      {
        name: `${head}: ${series} of ${first.text}`,
        start: offset + cell.at,
        end: offset + cell.at + cell.text.length,
        value: Number(cell.text),
        feeds: first.text !== 'total' && series === 'shipments' ? stocksIn(columns) : 1,
      },
    ]
  })
}

function stocksIn(columns: readonly string[]): number {
  return columns.filter((column) => column === 'inventory' || column === 'backlog').length
}
