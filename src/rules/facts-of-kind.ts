/** All facts of a kind, whether stated or found by the model. */

import type { Fact } from '../facts/fact.ts'
import type { Compiler } from './compiler.ts'
import { computedKinds } from './computed-kinds.ts'

export function factsOf(compiler: Compiler, kind: string): readonly Fact[] {
  const computed = computedKinds.get(kind)
  if (computed !== undefined) return computed.facts(compiler.model)
  return kind === 'family' ? compiler.model.families : compiler.model.facts.of(kind)
}
