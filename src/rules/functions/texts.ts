/** Functions of texts, for messages. */

import { displayValue } from '../display.ts'
import { unusableBecause } from '../node.ts'
import { TEXT } from '../type.ts'
import type { FunctionSpec } from './spec.ts'

export const textFunctions: readonly FunctionSpec[] = [
  {
    name: 'text',
    signature: 'text(a, b, …)',
    doc: 'Its arguments as one text, each as a message shows it.',
    parameters: ['any'],
    least: 1,
    most: 20,
    build: (compiler, expression, given) => ({
      type: TEXT,
      run: () =>
        given.every((node) => node.run() !== undefined)
          ? given.map((node) => displayValue(compiler, node)).join('')
          : undefined,
      expression,
      parts: given,
      unusable: unusableBecause(given),
    }),
  },
]
