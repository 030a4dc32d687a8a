/** Functions of texts, for messages. */

import { displayValue, displayWritten } from '../display.ts'
import type { Node } from '../node.ts'
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
      typed: () => given.map((node) => displayWritten(compiler, node)).join(''),
    }),
  },
  {
    name: 'either',
    signature: 'either(a, b, …)',
    doc: 'Its arguments as a choice, `a, or b`, without those that are empty or unknown.',
    parameters: ['any'],
    least: 1,
    most: 20,
    build: (compiler, expression, given) => ({
      type: TEXT,
      run: () => choiceOf(given, (node) => displayValue(compiler, node)),
      typed: () => choiceOf(given, (node) => displayWritten(compiler, node)),
      expression,
      parts: given,
      unusable: unusableBecause(given),
    }),
  },
]

function choiceOf(given: readonly Node[], show: (node: Node) => string): string {
  return given
    .filter((node) => node.run() !== undefined)
    .map(show)
    .filter((text) => text !== '')
    .join(', or ')
}
