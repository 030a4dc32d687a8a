/** `concord lsp`: starts the language server, which the build bundles by itself. */

import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

import { statOf } from './paths.ts'
import { WrongUse } from './wrong-use.ts'

const SERVER = 'language-server.cjs'

/** Loads the server; from then on the editor speaks with it, and ends it: the command never does. */
export async function lspCommand(): Promise<never> {
  const here = import.meta.url
  const file = fileURLToPath(new URL(SERVER, here))
  if (statOf(file) === undefined) {
    throw new WrongUse(
      `There is no ${SERVER} beside this command.`,
      'Build it with `npm run build`, and start `dist/concord.cjs`.',
    )
  }
  createRequire(here)(file)
  return new Promise<never>(() => {})
}
