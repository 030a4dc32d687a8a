/** Messages with holes: `"{f} {t}: stated {said}"`. */

import { parseTemplate } from '../../grammar/template.ts'
import type { Fact } from '../facts/fact.ts'
import type { Compiler } from './compiler.ts'
import { compile, problem } from './compiler.ts'
import { displayValue, displayWritten } from './display.ts'
import type { Scope } from './scope.ts'

/** Gives the text for the values that the rule's variables have now. */
export type CompiledTemplate = () => string

/** The template of a field such as `message`; undefined where the rule has none. */
export function compileTemplate(
  compiler: Compiler,
  scope: Scope,
  fact: Fact,
  field: string,
): CompiledTemplate | undefined {
  const text = fact.fields.get(field)
  if (text === undefined) return undefined
  const { value } = text
  // One without holes is said as it is: nobody need look where it is written.
  if (value.type === 'text' && !/[{}\\]/.test(value.text)) {
    const said = value.text.trimEnd()
    return () => said
  }
  const template = parseTemplate(text)
  for (const each of template.problems) problem(compiler, each)
  const parts = template.parts.map((part) =>
    typeof part === 'string' ? part : compile(compiler, scope, part),
  )
  const show = field === 'help' ? displayWritten : displayValue
  const shown = () =>
    parts.map((part) => (typeof part === 'string' ? part : show(compiler, part))).join('')
  // A hole at the end may hold nothing.
  return () => shown().trimEnd()
}
