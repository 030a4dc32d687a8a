/** Reading a line of a block by its key: `f.owner(sales)`. */

import type { Fact } from '../facts/fact.ts'
import type { Expression } from '../../grammar/tree.ts'
import type { LineSpec } from '../vocabulary/spec.ts'
import { keywordOf } from '../vocabulary/vocabulary.ts'
import { valueOf } from './fact-value.ts'
import { wordsOfFact } from './fact-words.ts'
import { linesOf } from './kind-fields.ts'
import type { Node } from './node.ts'
import { because } from './node.ts'
import { typeOfField, WRONG } from './type.ts'

/** The lines that have a key, of the kinds that a node may be. */
function keyedLines({ type }: Node): readonly LineSpec[] {
  if (type.is !== 'fact') return []
  return linesOf(type.kinds).filter((line) => line.key !== undefined)
}

/** The line of this name whose key is an argument. */
export function keyedLine(of: Node, field: string): LineSpec | undefined {
  return keyedLines(of).find((line) => keywordOf(line) === field)
}

export function keyedNames(of: Node): readonly string[] {
  return keyedLines(of).map(keywordOf)
}

/** What the line with this key gives; unknown where the block has none. */
export function keyedNode(expression: Expression, of: Node, line: LineSpec, key: Node): Node {
  const gives = line.gives ?? line.key ?? ''
  const spec = line.arguments.find((argument) => argument.field === gives)
  const lookup = () => {
    const fact = of.run() as Fact | undefined
    const wanted = key.run()
    if (fact === undefined || wanted === undefined) return undefined
    const found = fact.lines
      .get(line.kind)
      ?.find((child) => valueOf(child.fields.get(line.key ?? '')) === wanted)
    return valueOf(found?.fields.get(gives))
  }
  const written = (): boolean | undefined => {
    const fact = of.run() as Fact | undefined
    if (fact === undefined || key.run() === undefined) return undefined
    if (lookup() !== undefined) return true
    const lines = [fact, ...(fact.lines.get(line.kind) ?? [])]
    return lines.some((each) => each.damaged) ? undefined : false
  }
  // A key is a word: a series, or `launch`.
  const reading = () => {
    const word = key.run()
    return `${keywordOf(line)} of ${wordsOfFact(of.run() as Fact | undefined)} for ${typeof word === 'string' ? word : 'something'}`
  }
  return {
    type: spec === undefined ? WRONG : typeOfField(spec.type),
    run: lookup,
    expression,
    parts: [of, key],
    unusable: of.unusable,
    written,
    unread: () => written() === undefined,
    leaf: { reading, missing: () => because(reading()) },
  }
}
