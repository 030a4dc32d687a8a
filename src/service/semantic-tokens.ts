/** Words coloured by what they mean, where the colours of the TextMate grammar can only guess. */

import type { Span } from '../base/source.ts'
import { seriesSpec } from '../vocabulary/series.ts'
import { versionSpec } from '../vocabulary/versions.ts'
import { functionSpec } from '../rules/functions/table.ts'
import type { Fact } from '../facts/fact.ts'
import { isDeclaration } from './mention.ts'
import { mentionsIn } from './mentions.ts'
import type { Part } from './part.ts'
import { allParts, filePart } from './parts.ts'
import type { Snapshot } from './snapshot.ts'

/** In the order in which a client is told of them. */
export const TOKEN_TYPES = [
  'keyword',
  'class',
  'variable',
  'function',
  'property',
  'enumMember',
  'type',
  'parameter',
] as const
export type TokenType = (typeof TOKEN_TYPES)[number]

export interface SemanticToken {
  readonly span: Span
  readonly type: TokenType
  readonly declaration: boolean
  /** Part of Concord. */
  readonly builtIn: boolean
}

/** The tokens of a file in order of place. Invariant: none overlaps another, none spans lines. */
export function semanticTokens(snapshot: Snapshot, path: string): readonly SemanticToken[] {
  const tree = snapshot.tree(path)
  if (tree === undefined) return []
  const found = new Map<number, SemanticToken>()
  for (const part of allParts(filePart(tree))) {
    const type = typeOf(part)
    if (type !== undefined)
      put(found, { span: part.span, type, declaration: false, builtIn: false })
  }
  for (const mention of mentionsIn(snapshot, path)) {
    const { target, span } = mention
    const type = target.fact === undefined ? 'parameter' : typeOfFact(target.fact)
    put(found, {
      span,
      type,
      declaration: isDeclaration(mention),
      builtIn: target.declaration.source.builtIn,
    })
  }
  return withoutOverlaps([...found.values()].toSorted((a, b) => a.span.start - b.span.start))
}

function put(found: Map<number, SemanticToken>, token: SemanticToken): void {
  const { source, start, end } = token.span
  if (end > start && !source.text.slice(start, end).includes('\n')) found.set(start, token)
}

function withoutOverlaps(tokens: readonly SemanticToken[]): readonly SemanticToken[] {
  let end = 0
  return tokens.filter(({ span }) => {
    if (span.start < end) return false
    end = span.end
    return true
  })
}

/** A fact that rules call is a function, a unit is a type; all others are what plans are about. */
function typeOfFact({ statement, spec }: Fact): TokenType {
  if (statement?.define !== undefined || spec.ruleLines !== undefined) return 'function'
  return spec.value === undefined ? 'class' : 'type'
}

function typeOf(part: Part): TokenType | undefined {
  switch (part.is) {
    case 'keyword':
    case 'preposition':
      return 'keyword'
    case 'kind':
    case 'unit':
      return 'type'
    case 'field':
      return typeOfWord(part.of.text) ?? 'property'
    case 'column':
      return typeOfWord(part.of.text)
    case 'expression':
      return part.of.sort === 'word' ? typeOfWord(part.of.text) : undefined
    case 'value':
      return part.of.sort === 'name' && !part.of.quoted ? typeOfWord(part.of.text) : undefined
    default:
      return undefined
  }
}

function typeOfWord(word: string): TokenType | undefined {
  if (seriesSpec(word) !== undefined) return 'property'
  if (versionSpec(word) !== undefined) return 'enumMember'
  return functionSpec(word) === undefined ? undefined : 'function'
}
