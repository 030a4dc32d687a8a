/** One entry of the table of requests: see `handlers.ts`. */

import type { MessageType, ProtocolRequestType, Range } from 'vscode-languageserver'

import type { Source } from '../src/base/source.ts'
import type { Client } from './client.ts'
import type { Told } from './diagnostics.ts'
import { offsetAt } from './positions.ts'
import type { Located, Session } from './session.ts'

/** What the server can do of itself: say something, or open a document. */
export interface Window {
  readonly say: (type: MessageType, message: string) => void
  /** Only for clients that announced it. */
  readonly show: (uri: string, selection?: Range) => void
}

/** What a request is answered from. */
export interface Desk {
  readonly session: Session
  readonly client: Client
  readonly window: Window
  /** What clients that ask for diagnostics were told. */
  readonly told: Told
}

export interface Handler {
  readonly method: string
  readonly answer: (desk: Desk, params: never) => unknown
}

/** Ties a request to its answer, with the types of both. */
export function handle<Params, Result, Partial, Failure, Options>(
  { method }: ProtocolRequestType<Params, Result, Partial, Failure, Options>,
  answer: (desk: Desk, params: Params) => Result,
): Handler {
  return { method, answer }
}

/** A request about a document, and about a place in it. */
interface AtDocument {
  readonly textDocument: { readonly uri: string }
}
interface AtPosition extends AtDocument {
  readonly position: { readonly line: number; readonly character: number }
}

/** The document of a request; undefined where no workspace has it. */
export function documentOf(
  { session }: Desk,
  { textDocument: { uri } }: AtDocument,
): (Located & { readonly source: Source }) | undefined {
  const located = session.locate(uri)
  const source = located?.snapshot.source(located.path)
  return located === undefined || source === undefined ? undefined : { ...located, source }
}

/** The document and the offset of a request. */
export function placeOf(desk: Desk, params: AtPosition) {
  const document = documentOf(desk, params)
  return document && { ...document, offset: offsetAt(document.source, params.position) }
}
