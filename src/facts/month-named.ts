/** Kinds whose name is a month, such as cycles. */

import { allKinds } from '../vocabulary/vocabulary.ts'

export const monthNamedKinds: ReadonlySet<string> = new Set(
  [...allKinds()]
    .filter((spec) => spec.arguments.some((one) => one.declares && one.type.type === 'month'))
    .map((spec) => spec.kind),
)
