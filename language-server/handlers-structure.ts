/** What a file is made of: symbols, folds, selections, links, inlays, colours. */

import {
  type DocumentSymbol,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  FoldingRangeKind,
  FoldingRangeRequest,
  InlayHintRequest,
  type SelectionRange,
  SelectionRangeRequest,
  SemanticTokensBuilder,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  type SymbolInformation,
  SymbolKind,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver'

import type { Span } from '../src/base/source.ts'
import { folds } from '../src/service/folding.ts'
import { inlays } from '../src/service/inlays.ts'
import { links } from '../src/service/links.ts'
import { selectionRanges } from '../src/service/selection.ts'
import { type SemanticToken, semanticTokens, TOKEN_TYPES } from '../src/service/semantic-tokens.ts'
import { documentSymbols, type PlanSymbol, workspaceSymbols } from '../src/service/symbols.ts'
import { kindSpec } from '../src/vocabulary/vocabulary.ts'
import { documentOf, handle, type Handler } from './handler.ts'
import { locationOf, offsetAt, rangeOf } from './positions.ts'
import type { Root } from './root.ts'
import type { Session } from './session.ts'

export const structureHandlers: readonly Handler[] = [
  handle(DocumentSymbolRequest.type, (desk, params) => {
    const at = documentOf(desk, params)
    if (at === undefined) return null
    const symbols = documentSymbols(at.snapshot, at.path)
    if (desk.client.nestedSymbols) return symbols.map(nested)
    return symbols.flatMap((symbol) => flat(at.root, symbol, undefined))
  }),
  handle(WorkspaceSymbolRequest.type, ({ session }, { query }) =>
    session.all().flatMap((root) =>
      workspaceSymbols(root.snapshot, query).map(({ name, kind, title, span }) => ({
        name,
        kind: symbolKind(kind),
        ...(title === undefined ? {} : { containerName: title }),
        location: locationOf(root, span),
      })),
    ),
  ),
  handle(FoldingRangeRequest.type, (desk, params) => {
    const at = documentOf(desk, params)
    if (at === undefined) return null
    return folds(at.snapshot, at.path).map(({ from, to, comment }) => ({
      startLine: from - 1,
      endLine: to - 1,
      ...(comment ? { kind: FoldingRangeKind.Comment } : {}),
    }))
  }),
  handle(SelectionRangeRequest.type, (desk, params) => {
    const at = documentOf(desk, params)
    if (at === undefined) return null
    return params.positions.map((position): SelectionRange => {
      const offset = offsetAt(at.source, position)
      const spans = selectionRanges(at.snapshot, at.path, offset)
      return chained(spans) ?? { range: { start: position, end: position } }
    })
  }),
  handle(DocumentLinkRequest.type, (desk, params) => {
    const at = documentOf(desk, params)
    if (at === undefined) return null
    return links(at.snapshot, at.path).map(({ span, path }) => ({
      range: rangeOf(span),
      target: at.root.uriOf(path),
    }))
  }),
  handle(InlayHintRequest.type, (desk, params) => {
    const at = documentOf(desk, params)
    if (at === undefined) return null
    const start = offsetAt(at.source, params.range.start)
    const end = offsetAt(at.source, params.range.end)
    const found = inlays(at.snapshot, at.path, { start, end }, desk.session.inlays)
    return found.map(({ span, text, tip }) => ({
      position: rangeOf(span).start,
      label: text,
      tooltip: tip,
      paddingLeft: true,
    }))
  }),
  handle(SemanticTokensRequest.type, (desk, params) => {
    const at = documentOf(desk, params)
    if (at === undefined) return null
    const builder = builderOf(desk.session, params.textDocument.uri)
    push(builder, semanticTokens(at.snapshot, at.path))
    return builder.build()
  }),
  handle(SemanticTokensDeltaRequest.type, (desk, params) => {
    const at = documentOf(desk, params)
    if (at === undefined) return null
    const builder = builderOf(desk.session, params.textDocument.uri)
    builder.previousResult(params.previousResultId)
    push(builder, semanticTokens(at.snapshot, at.path))
    return builder.buildEdits()
  }),
  handle(SemanticTokensRangeRequest.type, (desk, params) => {
    const at = documentOf(desk, params)
    if (at === undefined) return null
    const start = offsetAt(at.source, params.range.start)
    const end = offsetAt(at.source, params.range.end)
    const builder = new SemanticTokensBuilder()
    const found = semanticTokens(at.snapshot, at.path)
    push(
      builder,
      found.filter(({ span }) => span.end > start && span.start < end),
    )
    return builder.build()
  }),
]

/** A table, a rule or something with a value reads as such; all else is a thing. */
function symbolKind(kind: string): SymbolKind {
  const spec = kindSpec(kind)
  if (spec?.ruleLines !== undefined) return SymbolKind.Function
  if (spec?.table !== undefined) return SymbolKind.Array
  return spec?.value === undefined ? SymbolKind.Class : SymbolKind.Constant
}

function nested({ name, kind, detail, span, selection, children }: PlanSymbol): DocumentSymbol {
  return {
    name,
    detail,
    kind: symbolKind(kind),
    range: rangeOf(span),
    selectionRange: rangeOf(selection),
    children: children.map(nested),
  }
}

function flat(root: Root, symbol: PlanSymbol, parent: string | undefined): SymbolInformation[] {
  const { name, kind, span, children } = symbol
  const own = {
    name,
    kind: symbolKind(kind),
    location: locationOf(root, span),
    ...(parent === undefined ? {} : { containerName: parent }),
  }
  return [own, ...children.flatMap((child) => flat(root, child, name))]
}

function chained([first, ...outer]: readonly Span[]): SelectionRange | undefined {
  if (first === undefined) return undefined
  const parent = chained(outer)
  return parent === undefined ? { range: rangeOf(first) } : { range: rangeOf(first), parent }
}

const builders = new WeakMap<Session, Map<string, SemanticTokensBuilder>>()

/** Each document has its own, which knows what it sent last. */
function builderOf(session: Session, uri: string): SemanticTokensBuilder {
  let map = builders.get(session)
  if (map === undefined) {
    map = new Map()
    builders.set(session, map)
  }
  for (const known of map.keys()) if (session.documents.get(known) === undefined) map.delete(known)
  const builder = map.get(uri) ?? new SemanticTokensBuilder()
  map.set(uri, builder)
  return builder
}

const DECLARATION = 1
const BUILT_IN = 2

function push(builder: SemanticTokensBuilder, tokens: readonly SemanticToken[]): void {
  for (const { span, type, declaration, builtIn } of tokens) {
    const { start } = rangeOf(span)
    const modifiers = (declaration ? DECLARATION : 0) | (builtIn ? BUILT_IN : 0)
    const length = span.end - span.start
    builder.push(start.line, start.character, length, TOKEN_TYPES.indexOf(type), modifiers)
  }
}
