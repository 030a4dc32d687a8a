/** Compiles the schema of `concord.yaml` to code, so that no start of the command compiles it. */

import { Ajv } from 'ajv'
import standalone from 'ajv/dist/standalone/index.js'

const SCHEMA = 'src/configuration/schema.json'
const VALIDATOR = 'src/configuration/validate.generated.ts'

const HEAD = `// Generated from schema.json by \`npm run generate\`; do not edit.
// @ts-nocheck
`

/** The generator of the validator: see src/build/generate.mjs. */
export function validator(read: (path: string) => string | undefined): ReadonlyMap<string, string> {
  const schema: unknown = JSON.parse(read(SCHEMA) ?? '{}')
  const ajv = new Ajv({
    allErrors: true,
    allowUnionTypes: true,
    messages: false,
    code: { source: true, esm: true, lines: true },
  })
  const compile = ajv.compile(schema as object)
  const code = standalone(ajv, compile)
  if (/\brequire\(/.test(code)) {
    throw new Error(`${SCHEMA} uses a keyword whose code needs ajv at run time`)
  }
  return new Map([[VALIDATOR, HEAD + named(code)]])
}

/** The validator under one name, without a default export. */
function named(code: string): string {
  const kept = code
    .replace(/export default validate\d+;\n?/, '')
    .replace('"use strict";', '')
    .replace(/^export const validate = /m, 'export const validate = ')
  return kept.trimStart()
}
