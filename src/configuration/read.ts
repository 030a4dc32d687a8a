/** Reads `concord.yaml`: settings where it has them, and one problem for each that cannot hold. */

import { type Source, type Span, spanOf } from '../base/source.ts'
import { closest } from '../base/suggest.ts'
import { reportConfiguration as report } from '../diagnostics/configuration.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { type Configuration, DEFAULTS } from './configuration.ts'
import { fits } from './misfits.ts'
import { plainSettings } from './plain-settings.ts'
import { settle } from './settle.ts'

/** The longest concord.yaml, in characters. */
export const MOST_CHARACTERS = 65_536

export interface ConfigurationRead {
  readonly configuration: Configuration
  readonly problems: readonly Diagnostic[]
}

/** The YAML reader is loaded only where the file says more than a word a setting, for a quick start. */
export async function readConfiguration(source: Source): Promise<ConfigurationRead> {
  const { length } = source.text
  if (length > MOST_CHARACTERS) {
    const values = { length, most: MOST_CHARACTERS }
    return problem(report('configuration-too-long', spanOf(source, 0, 0), values))
  }
  if (isEmpty(source.text)) return { configuration: DEFAULTS, problems: [] }
  const plain = plainSettings(source)
  if (plain !== undefined && fits(plain.values)) {
    return { configuration: settle(plain.values, plain.places), problems: [] }
  }
  const { parseSettings } = await import('./parse.ts')
  const parsed = parseSettings(source)
  if (parsed.problems.length > 0) return { configuration: DEFAULTS, problems: parsed.problems }
  return { configuration: settle(parsed.values, parsed.places), problems: [] }
}

/** A problem for each rule that the configuration names and nobody declares. */
export function unknownRules(
  configuration: Configuration,
  names: Iterable<string>,
): readonly Diagnostic[] {
  const known = new Set<string>()
  for (const name of names) {
    known.add(name)
    if (name.includes('/')) known.add(name.slice(0, name.indexOf('/')))
  }
  const problems: Diagnostic[] = []
  for (const [rule, { span }] of configuration.rules) {
    if (!known.has(rule)) problems.push(unknownRule(rule, span, known))
  }
  return problems
}

function unknownRule(rule: string, span: Span, known: ReadonlySet<string>): Diagnostic {
  const meant = closest(rule, known)
  if (meant === undefined) return report('configuration-rule-unknown', span, { rule })
  const mend = { title: `Write ${meant}`, edits: [{ span, text: meant }] }
  const extras = { help: `did you mean \`${meant}\`?`, mends: [mend] }
  return report('configuration-rule-unknown', span, { rule }, extras)
}

function problem(diagnostic: Diagnostic): ConfigurationRead {
  return { configuration: DEFAULTS, problems: [diagnostic] }
}

/** Whether a file has nothing but blanks, comments and the mark of a document's start. */
function isEmpty(text: string): boolean {
  return /^\uFEFF?(?:[ \t]*(?:#[^\n]*|---)?\r?\n)*[ \t]*(?:#[^\n]*|---)?$/.test(text)
}
