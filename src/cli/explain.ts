/** `concord explain`: the page of a name, or the tree of a number. */

import { DEFAULTS } from '../configuration/configuration.ts'
import type { Document } from '../markup/document.ts'
import { output } from './console.ts'
import { CLEAN, WRONG } from './exit-codes.ts'
import { explainCell } from './explain-cell.ts'
import { pageOf, pageNames } from './pages.ts'
import { reviewWorkspace, type ViewOptions } from './review.ts'
import { saySettingsProblems } from './settings.ts'
import { say } from './terminal.ts'
import { findWorkspace } from './workspace.ts'
import { noSuch } from './wrong-use.ts'

export interface ExplainOptions extends ViewOptions {
  readonly markdown?: boolean
}

export async function explainCommand(
  words: readonly string[],
  options: ExplainOptions,
): Promise<number> {
  const found = findWorkspace([], process.cwd())
  // Outside of a workspace a page is about what is built in: no folder is searched for plans.
  const workspace = found.hasSettings || words.length > 1 ? found : { ...found, files: [] }
  const reviewed = await reviewWorkspace(workspace, { ...options, rule: [] }, {})
  if ('problems' in reviewed) {
    saySettingsProblems(reviewed.problems)
    return WRONG
  }
  const { review, configuration } = reviewed
  const [name = 'pages', ...rest] = words
  if (rest.length > 0) {
    await print(explainCell(review, words), options)
    return CLEAN
  }
  const page = pageOf(name, review, configuration)
  if (page === undefined) throw noSuch('page about', name, pageNames(review))
  await print(page, options)
  return CLEAN
}

async function print(document: Document, { markdown }: ExplainOptions): Promise<void> {
  if (markdown !== true) {
    say(document, DEFAULTS.report)
    return
  }
  const { printMarkdown } = await import('../markup/markdown.ts')
  output.write(printMarkdown(document))
}
