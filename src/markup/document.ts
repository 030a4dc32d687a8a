/** A message or a page as a small tree, which each printer lays out in its own way. */

/** How a piece of text is meant, never how it looks. */
export type Style =
  | 'plain'
  | 'strong'
  | 'faint'
  | 'code'
  | 'error'
  | 'warning'
  | 'information'
  | 'good'

export interface Piece {
  readonly text: string
  readonly style: Style
}

/** A run of text: a bare string is plain. */
export type Text = string | readonly (string | Piece)[]

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: Text }
  | { readonly kind: 'paragraph'; readonly text: Text; readonly indent: number }
  /** A label and what it says, the second and further lines below the first. */
  | { readonly kind: 'entry'; readonly label: Text; readonly text: Text; readonly indent: number }
  /** Lines that are never wrapped: a drawing, or text of a plan. */
  | { readonly kind: 'lines'; readonly lines: readonly Text[] }
  | { readonly kind: 'code'; readonly language: string; readonly code: string }
  | { readonly kind: 'list'; readonly items: readonly Text[] }
  | { readonly kind: 'definitions'; readonly items: readonly Definition[] }
  | {
      readonly kind: 'table'
      readonly columns: readonly TableColumn[]
      readonly rows: readonly (readonly Text[])[]
      readonly indent?: number
    }
  /** Folded where that can be: what a reader opens who wants to know. */
  | { readonly kind: 'details'; readonly summary: Text; readonly content: Document }
  | { readonly kind: 'gap' }

/** A term and what it means; terms stand in a column of their own. */
export interface Definition {
  readonly term: Text
  readonly text: Text
}

export interface TableColumn {
  readonly title: Text
  readonly align: 'left' | 'right'
}

export type Document = readonly Block[]

export const piece = (style: Style, text: string): Piece => ({ style, text })
export const strong = (text: string): Piece => piece('strong', text)
export const faint = (text: string): Piece => piece('faint', text)
export const code = (text: string): Piece => piece('code', text)

export const heading = (level: 1 | 2 | 3, text: Text): Block => ({ kind: 'heading', level, text })
export const paragraph = (text: Text, indent = 0): Block => ({ kind: 'paragraph', text, indent })
export const entry = (label: Text, text: Text, indent = 2): Block => ({
  kind: 'entry',
  label,
  text,
  indent,
})
export const lines = (content: readonly Text[]): Block => ({ kind: 'lines', lines: content })
export const definitions = (items: readonly Definition[]): Block => ({ kind: 'definitions', items })
export const list = (items: readonly Text[]): Block => ({ kind: 'list', items })
export const codeBlock = (text: string, language = 'sop'): Block => ({
  kind: 'code',
  language,
  code: text,
})
export const details = (summary: Text, content: Document): Block => ({
  kind: 'details',
  summary,
  content,
})
export const GAP: Block = { kind: 'gap' }

/** The pieces of a text, none of them empty. */
export function piecesOf(text: Text): readonly Piece[] {
  const parts = typeof text === 'string' ? [text] : text
  return parts
    .map((part) => (typeof part === 'string' ? piece('plain', part) : part))
    .filter((part) => part.text !== '')
}

/** The letters of a text, without its styles. */
export function lettersOf(text: Text): string {
  return piecesOf(text)
    .map((part) => part.text)
    .join('')
}

/** A text in which `code` in backquotes is a piece of its own: how messages are written. */
export function withCode(text: string): Text {
  return text
    .split(/(`[^`\n]+`)/)
    .map((part) => (/^`[^`]+`$/.test(part) ? code(part.slice(1, -1)) : part))
}
