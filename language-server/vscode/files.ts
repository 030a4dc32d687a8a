/** Reads files for the server where it has no disk of its own: through the editor, in its folders. */

import { type Disposable, FileType, Uri, workspace } from 'vscode'
import type { BaseLanguageClient, StaticFeature } from 'vscode-languageclient'

import {
  type ClientFiles,
  type FolderEntry,
  READ_FILE,
  READ_FOLDER,
  type UriParams,
} from '../requests.ts'

const ANNOUNCED: ClientFiles = { concord: { files: true } }

export function lendFiles(client: BaseLanguageClient): readonly Disposable[] {
  client.registerFeature(announcement())
  return [
    client.onRequest(READ_FOLDER, async ({ uri }: UriParams) => entriesOf(Uri.parse(uri))),
    client.onRequest(READ_FILE, async ({ uri }: UriParams) => bytesOf(Uri.parse(uri))),
  ]
}

function announcement(): StaticFeature {
  return {
    fillClientCapabilities: (capabilities) => {
      capabilities.experimental = { ...(capabilities.experimental as object), ...ANNOUNCED }
    },
    initialize: () => undefined,
    getState: () => ({ kind: 'static' }),
    clear: () => undefined,
  }
}

async function entriesOf(folder: Uri): Promise<readonly FolderEntry[]> {
  const found = shown(folder) ? await orNone(workspace.fs.readDirectory(folder)) : undefined
  return (found ?? []).flatMap(([name, type]): readonly FolderEntry[] => {
    // A link has a bit of its own beside these, and is left out.
    if (type === FileType.Directory) return [{ name, kind: 'folder' }]
    return type === FileType.File ? [{ name, kind: 'file' }] : []
  })
}

async function bytesOf(file: Uri): Promise<string | null> {
  const bytes = shown(file) ? await orNone(workspace.fs.readFile(file)) : undefined
  return bytes === undefined ? null : base64(bytes)
}

/** Whether it lies in a folder that the editor shows: nothing else is lent. */
function shown(uri: Uri): boolean {
  return workspace.getWorkspaceFolder(uri) !== undefined
}

async function orNone<Value>(asked: Thenable<Value>): Promise<Value | undefined> {
  try {
    return await asked
  } catch {
    return undefined
  }
}

/** A call takes so many arguments at most. */
const CHUNK = 0x8000

function base64(bytes: Uint8Array): string {
  let signs = ''
  for (let at = 0; at < bytes.length; at += CHUNK) {
    signs += String.fromCharCode(...bytes.subarray(at, at + CHUNK))
  }
  return btoa(signs)
}
