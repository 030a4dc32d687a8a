/** Places of the service as places of the protocol, and back. Both count UTF-16 units. */

import type { Location, Position, Range, TextEdit } from 'vscode-languageserver'

import { type Edit, offsetOf, positionOf, type Source, type Span } from '../src/base/source.ts'
import { pathOf } from '../src/service/snapshot.ts'
import type { Client } from './client.ts'
import type { Root } from './root.ts'

export function positionAt(source: Source, offset: number): Position {
  const { line, column } = positionOf(source, offset)
  return { line: line - 1, character: column - 1 }
}

export function rangeOf({ source, start, end }: Span): Range {
  return { start: positionAt(source, start), end: positionAt(source, end) }
}

/** A position outside of the text is the nearest one in it. */
export function offsetAt(source: Source | undefined, { line, character }: Position): number {
  return source === undefined ? 0 : offsetOf(source, { line: line + 1, column: character + 1 })
}

/** Built-in files have a scheme of their own, and the server gives their texts. */
export function uriOf(root: Root, source: Source): string {
  return source.builtIn ? pathOf(source) : root.uriOf(source.path)
}

/** Whether the client can open what a place is in. */
export function canShow({ builtInTexts }: Client, { source }: Span): boolean {
  return builtInTexts || !source.builtIn
}

export function locationOf(root: Root, span: Span): Location {
  return { uri: uriOf(root, span.source), range: rangeOf(span) }
}

export function textEdits(edits: readonly Edit[]): TextEdit[] {
  return edits.map(({ span, text }) => ({ range: rangeOf(span), newText: text }))
}
