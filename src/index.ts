// What outsiders may import.
import { version as released } from '../package.json'

/** The released version of this package. */
export const version: string = released
