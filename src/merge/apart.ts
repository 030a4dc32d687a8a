/** What several versions of a text do not all say in the same words: of a long plan, very little. */

import type { Statement, Tree } from '../../grammar/tree.ts'
import { identityOf, kindOf } from './identity.ts'

type Statements = Pick<Tree, 'statements'>

/** Each without the statements that all have, word for word, and that none says twice. */
export function apart(trees: readonly Statements[]): readonly Statements[] {
  const texts = trees.map(textsOf)
  const [first = new Map<string, string | undefined>(), ...others] = texts
  const shared = new Set<string>()
  for (const [identity, text] of first) {
    const isShared = text !== undefined && others.every((other) => other.get(identity) === text)
    if (isShared) shared.add(identity)
  }
  return trees.map(({ statements }) => ({
    statements: statements.filter((statement) => !shared.has(identityIn(statement))),
  }))
}

/** By identity; undefined where it is said twice. */
function textsOf({ statements }: Statements): ReadonlyMap<string, string | undefined> {
  const texts = new Map<string, string | undefined>()
  for (const statement of statements) {
    const { source, start, end } = statement.span
    const identity = identityIn(statement)
    texts.set(identity, texts.has(identity) ? undefined : source.text.slice(start, end))
  }
  return texts
}

function identityIn(statement: Statement): string {
  return identityOf(statement, kindOf(statement, undefined))
}
