/** Names of several words that are declared without the hyphens or the quotes that make them one. */

import { spanOf, textOf } from '../base/source.ts'
import type { Extras } from '../diagnostics/define.ts'
import type { Argument, Value } from '../../grammar/tree.ts'
import type { Draft } from './draft.ts'
import { marked, written } from './wanted.ts'

/** One name of the words from the declared one on; undefined where the argument is none of them. */
export function nameOfWords({ shape, statement }: Draft, argument: Argument): Extras | undefined {
  const given = statement?.line.arguments ?? []
  const first = given[shape.declares]
  const at = given.indexOf(argument)
  if (first === undefined || at <= shape.declares) return undefined
  const words = given.slice(shape.declares)
  const end = words.findIndex((each) => !isWord(each))
  const parts = end === -1 ? words : words.slice(0, end)
  const last = parts.at(-1)
  if (last === undefined || at >= shape.declares + parts.length) return undefined
  const texts = parts.map(({ span }) => textOf(span))
  const { source, start } = first.span
  const span = spanOf(source, start, last.span.end)
  const title = texts.slice(1).join(' ')
  const ways = [
    texts.join('-'),
    written(texts.join(' ')),
    ...(shape.slots.some(({ type }) => type.type === 'text') ? [`${texts[0]} "${title}"`] : []),
  ]
  const mends = ways.map((text) => ({ title: `write ${marked(text)}`, edits: [{ span, text }] }))
  const [joined = '', quoted = '', titled] = ways.map(marked)
  const more = titled === undefined ? '' : `; a title stands in quotes: ${titled}`
  return { help: `a name of several words is written ${joined} or ${quoted}${more}`, mends }
}

/** A word, or the digits that end a name such as `MW 101`. */
function isWord({ values }: Argument): boolean {
  const [value, other] = values
  return value !== undefined && other === undefined && isPlain(value)
}

function isPlain(value: Value): boolean {
  if (value.sort === 'name') return !value.quoted
  return value.sort === 'quantity' && /^\w+$/.test(textOf(value.span))
}
