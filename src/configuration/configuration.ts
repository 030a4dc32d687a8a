/** What `concord.yaml` settles: which files, which rules at which level, and how to report. */

import type { Span } from '../base/source.ts'
import type { Severity } from '../diagnostics/diagnostic.ts'

/** The level a rule is given; `off` and it is not judged. */
export type RuleLevel = Severity | 'off'

/** From which severity on a finding fails the check. */
export type FailOn = Severity | 'never'

export interface Configuration {
  /** Globs of plan files, relative to the workspace. */
  readonly include: readonly string[]
  readonly exclude: readonly string[]
  readonly failOn: FailOn
  /** By a rule's name, or by the first part of names, such as `balance`. */
  readonly rules: ReadonlyMap<string, RuleSetting>
  /** By the name that a plan gives in `from "…"`; a name without an entry is a file. */
  readonly itemSources: ReadonlyMap<string, ItemSource>
  readonly report: ReportSettings
}

export interface RuleSetting {
  readonly level: RuleLevel
  /** The rule's name in the file. */
  readonly span: Span
}

/** Where item data of a name lies, and how it is written. */
export interface ItemSource {
  /** Relative to the workspace; undefined where the name is the file. */
  readonly file: string | undefined
  /** Undefined where it is told from the first line. */
  readonly separator: string | undefined
}

export interface ReportSettings {
  readonly color: 'auto' | 'always' | 'never'
  /** Columns; undefined for those of the terminal. */
  readonly width: number | undefined
}

/** The name of the file of settings; where it lies, a workspace begins. */
export const SETTINGS_FILE = 'concord.yaml'

/** What holds where `concord.yaml` is absent or silent. */
export const DEFAULTS: Configuration = {
  include: ['**/*.sop'],
  exclude: [],
  failOn: 'error',
  rules: new Map(),
  itemSources: new Map(),
  report: { color: 'auto', width: undefined },
}

/** What the configuration says of a rule: by its name, else by the family of its name. */
export function settingOf(configuration: Configuration, rule: string): RuleSetting | undefined {
  const slash = rule.indexOf('/')
  return (
    configuration.rules.get(rule) ??
    (slash < 0 ? undefined : configuration.rules.get(rule.slice(0, slash)))
  )
}

/** The level that the configuration gives a rule. */
export function levelOf(configuration: Configuration, rule: string): RuleLevel | undefined {
  return settingOf(configuration, rule)?.level
}
