/** `concord explain`: the page of a name, or the tree of a number. */

import { DEFAULTS, SETTINGS_FILE } from '../configuration/configuration.ts'
import { code, type Document, GAP, paragraph } from '../markup/document.ts'
import type { Review } from '../pipeline.ts'
import { judgedNamed } from '../rules/judged.ts'
import { output } from './console.ts'
import { CLEAN, WRONG } from './exit-codes.ts'
import { explainCell } from './explain-cell.ts'
import { pageOf, pageNames } from './pages.ts'
import { nothingThere } from './plan-files.ts'
import { type Reviewed, reviewWorkspace, type ViewOptions } from './review.ts'
import { saySettingsProblems } from './settings.ts'
import { say } from './terminal.ts'
import { findWorkspace, type Workspace } from './workspace.ts'
import { noSuch, WrongUse } from './wrong-use.ts'

export interface ExplainOptions extends ViewOptions {
  readonly markdown?: boolean
}

type Run = Exclude<Reviewed, { readonly problems: unknown }>

export async function explainCommand(
  given: readonly string[],
  options: ExplainOptions,
): Promise<number> {
  // In quotes, as findings are copied, they are the words that they would be without.
  const words = given.length === 1 ? given.flatMap((text) => text.trim().split(/\s+/)) : given
  const found = findWorkspace([], process.cwd())
  // Outside of a workspace a page is about what is built in: no folder is searched for plans.
  const workspace = found.hasSettings || words.length > 1 ? found : { ...found, files: [] }
  const reviewed = await reviewWorkspace(workspace, { ...options, rule: [] }, { mayBeEmpty: true })
  if ('problems' in reviewed) {
    saySettingsProblems(reviewed.problems)
    return WRONG
  }
  const { review, configuration } = reviewed
  const page =
    pageOf(given.join(' ') || 'pages', review, configuration) ??
    (words.length > 1 ? aboutWords(words, reviewed) : undefined)
  if (page === undefined) throw noPage(words.join(' '), found, review)
  await print(page, options)
  return CLEAN
}

/** `concord check` judges a folder without settings, too, and names its rules. */
function noPage(name: string, { hasSettings }: Workspace, review: Review): WrongUse {
  const none = noSuch('page about', name, pageNames(review))
  if (hasSettings || none.help !== undefined) return none
  return new WrongUse(
    none.message,
    `Of a plan's own rules and names there are pages where a ${SETTINGS_FILE} stands: put an empty one in its folder.`,
  )
}

/** A rule by its name, whatever is said behind it; a name behind its kind; else a number. */
function aboutWords(
  words: readonly string[],
  { workspace, review, configuration, sources }: Run,
): Document | undefined {
  const [first = '', second = ''] = words
  if (judgedNamed(review.facts, first) !== undefined) {
    const findings = code(`concord check --rule ${first}`)
    const note = paragraph(['This page is of the rule alone. What it finds: ', findings])
    return [...(pageOf(first, review, configuration) ?? []), GAP, note]
  }
  if (words.length === 2 && review.facts.named(first, second) !== undefined) {
    return pageOf(second, review, configuration)
  }
  if (sources === 0) throw nothingThere(workspace.root)
  return explainCell(review, words)
}

async function print(document: Document, { markdown }: ExplainOptions): Promise<void> {
  if (markdown !== true) {
    say(document, DEFAULTS.report)
    return
  }
  const { printMarkdown } = await import('../markup/markdown.ts')
  output.write(printMarkdown(document))
}
