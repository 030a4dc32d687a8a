/** A call that cannot be carried out: its message and how to call go to the person, exit code 2. */

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
  const meant = closest(word, names)
  if (meant !== undefined)
    return new WrongUse(`There is no ${what} ${word}.`, `Did you mean ${meant}?`)
  const listed = names.length > 0 && names.length <= 20
  return new WrongUse(
    `There is no ${what} ${word}.`,
    listed ? `There is: ${names.join(', ')}.` : undefined,
  )
}
