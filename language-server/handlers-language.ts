/** Completion, hover and signature help. */

import {
  type CompletionItem,
  CompletionItemKind,
  CompletionRequest,
  HoverRequest,
  InsertTextFormat,
  type SignatureHelp,
  SignatureHelpRequest,
} from 'vscode-languageserver'

import { completion } from '../src/service/completion.ts'
import type { Completion, CompletionKind } from '../src/service/completion-item.ts'
import { hover } from '../src/service/hover.ts'
import { type SignatureHelp as Help, signatureHelp } from '../src/service/signature-help.ts'
import { type Client, content } from './client.ts'
import { handle, type Handler, placeOf } from './handler.ts'
import { rangeOf } from './positions.ts'

export const languageHandlers: readonly Handler[] = [
  handle(CompletionRequest.type, (desk, params) => {
    const at = placeOf(desk, params)
    if (at === undefined) return null
    const { items, incomplete } = completion(at.snapshot, at.path, at.offset)
    return {
      isIncomplete: incomplete,
      items: items.map((item, place) => itemOf(desk.client, item, place)),
    }
  }),
  handle(HoverRequest.type, (desk, params) => {
    const at = placeOf(desk, params)
    const found = at && hover(at.snapshot, at.path, at.offset)
    if (found === undefined) return null
    return { contents: content(desk.client, 'hover', found.doc), range: rangeOf(found.span) }
  }),
  handle(SignatureHelpRequest.type, (desk, params) => {
    const at = placeOf(desk, params)
    const found = at && signatureHelp(at.snapshot, at.path, at.offset)
    return found === undefined ? null : helpOf(desk.client, found)
  }),
]

/** Only kinds that every client knows. */
const KINDS: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  keyword: CompletionItemKind.Keyword,
  clause: CompletionItemKind.Keyword,
  name: CompletionItemKind.Class,
  series: CompletionItemKind.Property,
  function: CompletionItemKind.Function,
  variable: CompletionItemKind.Variable,
  unit: CompletionItemKind.Unit,
  month: CompletionItemKind.Value,
  field: CompletionItemKind.Field,
  value: CompletionItemKind.Value,
  table: CompletionItemKind.Snippet,
}

function itemOf(client: Client, item: Completion, place: number): CompletionItem {
  const { label, kind, detail, doc, span, text, snippet } = item
  const asSnippet = client.snippets && snippet !== undefined
  return {
    label,
    kind: KINDS[kind],
    ...(detail === undefined ? {} : { detail }),
    ...(doc === undefined ? {} : { documentation: content(client, 'completion', doc) }),
    sortText: String(place).padStart(5, '0'),
    filterText: text.startsWith('"') ? text : label,
    textEdit: { range: rangeOf(span), newText: asSnippet ? snippet : text },
    ...(asSnippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
  }
}

function helpOf(client: Client, { label, doc, parameters, active }: Help): SignatureHelp {
  return {
    signatures: [
      {
        label,
        documentation: content(client, 'signature', doc),
        parameters: parameters.map(({ start, end, doc: text }) => ({
          label: client.labelOffsets ? [start, end] : label.slice(start, end),
          ...(text === undefined ? {} : { documentation: text }),
        })),
      },
    ],
    activeSignature: 0,
    ...(active === undefined ? {} : { activeParameter: active }),
  }
}
