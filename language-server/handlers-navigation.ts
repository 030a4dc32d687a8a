/** Where names lead: definition, references, highlights, calls. */

import {
  type CallHierarchyItem,
  CallHierarchyIncomingCallsRequest,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  DefinitionRequest,
  DocumentHighlightKind,
  DocumentHighlightRequest,
  LinkedEditingRangeRequest,
  ReferencesRequest,
  SymbolKind,
} from 'vscode-languageserver'

import {
  type Call,
  callerAt,
  type Caller,
  incomingCalls,
  outgoingCalls,
} from '../src/service/calls.ts'
import { definition } from '../src/service/definition.ts'
import { linkedRanges } from '../src/service/linked.ts'
import { highlights, references } from '../src/service/references.ts'
import { type Desk, handle, type Handler, placeOf } from './handler.ts'
import { canShow, locationOf, rangeOf, uriOf } from './positions.ts'
import type { Root } from './root.ts'

export const navigationHandlers: readonly Handler[] = [
  handle(DefinitionRequest.type, (desk, params) => {
    const at = placeOf(desk, params)
    const found = at && definition(at.snapshot, at.path, at.offset)
    if (at === undefined || found === undefined || !canShow(desk.client, found.name)) return null
    if (!desk.client.definitionLinks) return locationOf(at.root, found.name)
    return [
      {
        originSelectionRange: rangeOf(found.origin),
        targetUri: uriOf(at.root, found.name.source),
        targetRange: rangeOf(found.whole),
        targetSelectionRange: rangeOf(found.name),
      },
    ]
  }),
  handle(ReferencesRequest.type, (desk, params) => {
    const at = placeOf(desk, params)
    if (at === undefined) return null
    const declaration = params.context.includeDeclaration
    const found = references(at.snapshot, at.path, at.offset, { declaration })
    const shown = found.filter((span) => canShow(desk.client, span))
    return shown.map((span) => locationOf(at.root, span))
  }),
  handle(DocumentHighlightRequest.type, (desk, params) => {
    const at = placeOf(desk, params)
    if (at === undefined) return null
    return highlights(at.snapshot, at.path, at.offset).map(({ span, declared }) => ({
      range: rangeOf(span),
      kind: declared ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    }))
  }),
  handle(LinkedEditingRangeRequest.type, (desk, params) => {
    const at = placeOf(desk, params)
    const found = at && linkedRanges(at.snapshot, at.path, at.offset)
    return found === undefined ? null : { ranges: found.map(rangeOf) }
  }),
  handle(CallHierarchyPrepareRequest.type, (desk, params) => {
    const at = placeOf(desk, params)
    const found = at && callerAt(at.snapshot, at.path, at.offset)
    if (at === undefined || found === undefined) return null
    return canShow(desk.client, found.nameSpan) ? [callItem(at.root, found)] : null
  }),
  handle(CallHierarchyIncomingCallsRequest.type, (desk, { item }) => {
    const at = itemPlace(desk, item)
    if (at === undefined) return null
    const found = incomingCalls(at.snapshot, at.path, at.offset)
    return shownCalls(desk, found).map(({ of, places }) => ({
      from: callItem(at.root, of),
      fromRanges: places.map(rangeOf),
    }))
  }),
  handle(CallHierarchyOutgoingCallsRequest.type, (desk, { item }) => {
    const at = itemPlace(desk, item)
    if (at === undefined) return null
    const found = outgoingCalls(at.snapshot, at.path, at.offset)
    return shownCalls(desk, found).map(({ of, places }) => ({
      to: callItem(at.root, of),
      fromRanges: places.map(rangeOf),
    }))
  }),
]

function shownCalls({ client }: Desk, calls: readonly Call[]): readonly Call[] {
  return calls.filter(({ of }) => canShow(client, of.nameSpan))
}

function callItem(root: Root, { name, kind, detail, span, nameSpan }: Caller): CallHierarchyItem {
  return {
    name,
    kind: SymbolKind.Function,
    detail: detail === '' ? kind : detail,
    uri: uriOf(root, nameSpan.source),
    range: rangeOf(span),
    selectionRange: rangeOf(nameSpan),
  }
}

function itemPlace(desk: Desk, { uri, selectionRange }: CallHierarchyItem) {
  return placeOf(desk, { textDocument: { uri }, position: selectionRange.start })
}
