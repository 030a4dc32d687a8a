/** What the client asks of the editor, in a browser and on a desktop. */

import { workspace } from 'vscode'
import { type LanguageClientOptions, RevealOutputChannelOn } from 'vscode-languageclient'

import { PAGES_SCHEME } from '../requests.ts'

export const NAME = 'Concord'
export const SECTION = 'concord'
const LANGUAGE = 'sop'

export function clientOptions(): LanguageClientOptions {
  const schemes = shownSchemes()
  // A copy: what the editor gives is no plain object, and cannot be sent to a worker.
  const inlays = { ...workspace.getConfiguration(SECTION).get<object>('inlays') }
  return {
    documentSelector: [
      ...['untitled', PAGES_SCHEME, ...schemes].map((scheme) => ({ scheme, language: LANGUAGE })),
      ...schemes.map((scheme) => ({ scheme, pattern: '**/concord.yaml' })),
    ],
    initializationOptions: { inlays },
    synchronize: { configurationSection: SECTION },
    // A planner is told of mistakes in the plan; the panel is for whoever looks for a fault.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    markdown: { isTrusted: false, supportHtml: false },
  }
}

/** Not the earlier texts that git shows beside the plan: they are of no workspace. */
function shownSchemes(): readonly string[] {
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)
  return [...new Set(['file', ...folders])]
}
