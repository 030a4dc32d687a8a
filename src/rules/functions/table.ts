/** The built-in functions. To add one is to add an entry to one of these lists. */

import { commitmentFunctions } from './commitments.ts'
import { knowledgeFunctions } from './knowledge.ts'
import { numberFunctions } from './numbers.ts'
import { peopleFunctions } from './people.ts'
import type { FunctionSpec } from './spec.ts'
import { supplyFunctions } from './supply.ts'
import { textFunctions } from './texts.ts'
import { timeFunctions } from './time.ts'

export const FUNCTIONS: readonly FunctionSpec[] = [
  ...knowledgeFunctions,
  ...numberFunctions,
  ...timeFunctions,
  ...supplyFunctions,
  ...peopleFunctions,
  ...commitmentFunctions,
  ...textFunctions,
]

const byName = new Map(FUNCTIONS.map((spec) => [spec.name, spec]))

export const FUNCTION_NAMES: readonly string[] = [...byName.keys()]

export function functionSpec(name: string): FunctionSpec | undefined {
  return byName.get(name)
}
