/** What a name of the plan is: its statement, its place, and how to ask for a number of it. */

import { textOf } from '../base/source.ts'
import { printMonth } from '../base/month.ts'
import { withArticle } from '../base/phrases.ts'
import type { Fact } from '../facts/fact.ts'
import {
  type Block,
  code,
  codeBlock,
  type Document,
  GAP,
  heading,
  paragraph,
} from '../markup/document.ts'
import { placeOf } from '../markup/excerpt.ts'
import type { Model } from '../model/model.ts'
import { textIn } from './text-in.ts'

/** How to ask for a number of a thing, by its kind; of other kinds there is none. */
const CELLS: Readonly<Record<string, (name: string, family: string) => string>> = {
  family: (name) => `inventory ${name}`,
  resource: (name) => `load ${name}`,
  cycle: (name, family) => `${name} sales ${family}`,
  scenario: (name, family) => `${name} sales ${family}`,
  function: (name, family) => `${name} sales ${family}`,
}

/** A statement that declares a name, and the word that it begins with. */
export interface Declared {
  readonly fact: Fact
  readonly keyword: string
}

export function declaredPage(model: Model, { fact, keyword }: Declared): Document {
  const title = textIn(fact, 'title')
  const called = title === undefined ? '' : `: ${title}`
  const what = withArticle(keyword).replace(/^a/, 'A')
  return [
    heading(1, fact.name ?? ''),
    paragraph(`${what}${called}, declared at ${placeOf(fact.span)}.`),
    GAP,
    codeBlock(textOf(fact.statement?.span ?? fact.span)),
    GAP,
    ...cellBlocks(model, fact),
    paragraph(['What one says: ', code(`concord explain ${keyword}`)]),
  ]
}

function cellBlocks(model: Model, { kind, name = '' }: Fact): readonly Block[] {
  const ask = CELLS[kind]
  const [family] = model.families
  if (ask === undefined || family?.name === undefined || model.horizon === undefined) return []
  const words = `${ask(name, family.name)} ${printMonth(model.horizon.from)}`
  return [paragraph(['A number of it: ', code(`concord explain ${words}`)])]
}
