/** Requests of our own and the pages that they name, for clients that know Concord. */

import type { TextDocumentPositionParams, WorkspaceEdit } from 'vscode-languageserver'

/** How the ten principles fare, workspace by workspace: `{}` → `PrinciplesOf[]`. */
export const PRINCIPLES = 'concord/principles'

/** The page of the number at a place: `NumberPageParams` → its URI, or null. */
export const NUMBER_PAGE = 'concord/numberPage'
export type NumberPageParams = TextDocumentPositionParams

/** Commands of lenses, for `workspace/executeCommand`: the client gives back what a lens says. */
export const SHOW_PLACES = 'concord.showPlaces'
export const RUN_RULE_TESTS = 'concord.runRuleTests'
/** The page that compares with the previous cycle: `WorkspaceParams` → its URI, or null for the first. */
export const COMPARISON_PAGE = 'concord/comparisonPage'

/**
 * The next cycle, opened as `concord roll` does: `WorkspaceParams` → `RolledCycle`, or why not. Nothing
 * is changed: the edit is for the client to do, once a person has said yes.
 */
export const ROLL = 'concord/roll'
export interface RolledCycle {
  /** Such as `2026-11`. */
  readonly closed: string
  readonly opened: string
  /** Where the closed cycle is kept. */
  readonly folder: string
  /** The files that change, as paths in the workspace; others are new. */
  readonly changed: readonly string[]
  /** What a person has to see to, a sentence each. */
  readonly notes: readonly string[]
  readonly edit: WorkspaceEdit
}
export interface RefusedRoll {
  readonly refused: string
  readonly help: string
}

/** Of which workspace: that of the document; the first where none is said. */
export interface WorkspaceParams {
  readonly textDocument?: { readonly uri: string }
}

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
