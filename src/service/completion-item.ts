/** What completion offers: plain data, whatever the editor makes of it. */

import type { Span } from '../base/source.ts'
import { written } from '../facts/wanted.ts'
import type { Document } from '../markup/document.ts'
import type { LineContext } from './line-context.ts'

export type CompletionKind =
  | 'keyword'
  | 'clause'
  | 'name'
  | 'series'
  | 'function'
  | 'variable'
  | 'unit'
  | 'month'
  | 'field'
  | 'value'
  | 'table'

export interface Completion {
  readonly label: string
  readonly kind: CompletionKind
  readonly detail: string | undefined
  readonly doc: Document | undefined
  /** Replaces the word that is being typed. */
  readonly span: Span
  readonly text: string
  /** The same with `${1:places}` to fill in, where there are any. */
  readonly snippet: string | undefined
  /** Less goes first. */
  readonly order: number
}

/** More than this is narrowed by what is typed already. */
export const MOST_OFFERED = 300

interface Offered {
  readonly detail?: string | undefined
  readonly doc?: Document | undefined
  readonly text?: string
  readonly snippet?: string
  readonly order?: number
}

export function offer(
  { word }: LineContext,
  kind: CompletionKind,
  label: string,
  { detail, doc, text = label, snippet, order = 0 }: Offered = {},
): Completion {
  return { label, kind, detail, doc, span: word, text, snippet, order }
}

/** A name, in quotes where it needs them. */
export function offerName(
  context: LineContext,
  name: string,
  more: Offered & { readonly kind?: CompletionKind } = {},
): Completion {
  return offer(context, more.kind ?? 'name', name, { ...more, text: written(name) })
}
