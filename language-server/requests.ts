/** Requests of our own and the pages that they name, for clients that know Concord. */

import type { TextDocumentPositionParams } from 'vscode-languageserver'

/** How the ten principles fare, workspace by workspace: `{}` → `PrinciplesOf[]`. */
export const PRINCIPLES = 'concord/principles'

/** The page of the number at a place: `NumberPageParams` → its URI, or null. */
export const NUMBER_PAGE = 'concord/numberPage'
export type NumberPageParams = TextDocumentPositionParams

/** Pages are Markdown, and no files: `workspace/textDocumentContent` gives their text. */
export const PAGES_SCHEME = 'concord'
export const RULES_PAGE = 'concord:/pages/rules.md'
export const PRINCIPLES_PAGE = 'concord:/pages/principles.md'

/**
 * What the server asks of a client that announces `experimental: { concord: { files: true } }`: the
 * files of folders that lie on no disk of the server's. Nothing outside of the folders that the client
 * shows is asked for.
 */
export interface ClientFiles {
  readonly concord: { readonly files: true }
}

/** What stands in a folder: `{ uri }` → `FolderEntry[]`; links and what cannot be read are left out. */
export const READ_FOLDER = 'concord/readFolder'
export interface FolderEntry {
  readonly name: string
  readonly kind: 'file' | 'folder'
}

/** The bytes of a file, as Base64: `{ uri }` → a text, or null where it cannot be read. */
export const READ_FILE = 'concord/readFile'

export interface UriParams {
  readonly uri: string
}

export interface PrinciplesOf {
  /** Of the business, or the name of the folder. */
  readonly title: string
  /** Such as `2026-11`. */
  readonly cycle: string | undefined
  /** The ten, in order. */
  readonly principles: readonly PrincipleState[]
}

/** How often the rules of a principle hold, break, wait or lack numbers. */
export interface PrincipleState {
  readonly number: number
  readonly name: string
  readonly held: number
  readonly broken: number
  readonly todo: number
  readonly unjudged: number
  /** Why nothing was judged; undefined where something was. */
  readonly why: string | undefined
}
