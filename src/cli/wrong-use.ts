/** A call that cannot be carried out: its message and how to call go to the person, exit code 2. */

import { parseMonth } from '../base/month.ts'
import { closest } from '../base/suggest.ts'

export class WrongUse extends Error {
  /** What to do instead. */
  readonly help: string | undefined

  constructor(message: string, help?: string) {
    super(message)
    this.help = help
  }
}

/** `There is no rule x. Did you mean y?` */
export function noSuch(what: string, word: string, known: Iterable<string>): WrongUse {
  const names = [...known]
  if (parseMonth(word) !== undefined) {
    const cycles = names.filter((name) => parseMonth(name) !== undefined).toSorted()
    const [first] = cycles
    // A month is like any other month: none of them is more likely meant.
    if (first !== undefined)
      return new WrongUse(`There is no ${what} ${word}.`, reach(first, cycles))
  }
  const meant = closest(word, names)
  if (meant !== undefined)
    return new WrongUse(`There is no ${what} ${word}.`, `Did you mean ${meant}?`)
  const listed = names.length > 0 && names.length <= 20
  return new WrongUse(
    `There is no ${what} ${word}.`,
    listed ? `There is: ${names.join(', ')}.` : undefined,
  )
}

function reach(first: string, cycles: readonly string[]): string {
  return cycles.length === 1
    ? `The only cycle is ${first}.`
    : `The first cycle is ${first}, the latest ${cycles.at(-1)}.`
}
