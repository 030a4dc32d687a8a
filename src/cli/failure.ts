/** What to say when a command cannot be carried out, and the exit code that goes with it. */

import { DEFAULTS } from '../configuration/configuration.ts'
import { type Document, paragraph, piece, withCode } from '../markup/document.ts'
import { aside } from './console.ts'
import { sayAside } from './terminal.ts'
import { WrongUse } from './wrong-use.ts'

const WRONG_USE = 2
const OWN_FAULT = 3

/** The exit code. */
export function sayFailure(error: unknown): number {
  if (error instanceof WrongUse) {
    sayAside(wrongUse(error), DEFAULTS.report)
    return WRONG_USE
  }
  sayAside(ownFault(error), DEFAULTS.report)
  if (process.env['DEBUG'] !== undefined && error instanceof Error) {
    aside.write(`${error.stack ?? ''}\n`)
  }
  return OWN_FAULT
}

function wrongUse({ message, help }: WrongUse): Document {
  const advice = help === undefined ? [] : [paragraph(withCode(help))]
  return [paragraph([piece('error', 'concord:'), ' ', ...[withCode(message)].flat()]), ...advice]
}

function ownFault(error: unknown): Document {
  const message = error instanceof Error ? error.message : String(error)
  return [
    paragraph([piece('error', 'concord failed, and the fault is its own:'), ` ${message}`]),
    paragraph(
      withCode(
        'Please report it, with the command and, if you may, the plan. `DEBUG=1` before the command shows where it happened.',
      ),
    ),
  ]
}
