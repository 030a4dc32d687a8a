/** Settings that fit the schema as a configuration, with defaults for what they do not say. */

import {
  type Configuration,
  DEFAULTS,
  type FailOn,
  type ItemSource,
  type ReportSettings,
  type RuleLevel,
  type RuleSetting,
} from './configuration.ts'
import type { Places } from './places.ts'

/** The values of `concord.yaml`, as its schema has them. */
interface Values {
  readonly include?: readonly string[] | null
  readonly exclude?: readonly string[] | null
  readonly 'fail-on'?: FailOn
  readonly rules?: Readonly<Record<string, RuleLevel>> | null
  readonly 'item-sources'?: Readonly<Record<string, ItemSourceValues>> | null
  readonly report?: { readonly color?: ReportSettings['color']; readonly width?: number } | null
}

interface ItemSourceValues {
  readonly file?: string
  readonly separator?: keyof typeof SEPARATORS
}

const SEPARATORS = { comma: ',', semicolon: ';', tab: '\t', bar: '|' } as const

export function settle(checked: unknown, places: Places): Configuration {
  const values = checked as Values
  return {
    include: values.include ?? DEFAULTS.include,
    exclude: values.exclude ?? DEFAULTS.exclude,
    failOn: values['fail-on'] ?? DEFAULTS.failOn,
    rules: new Map(
      Object.entries(values.rules ?? {}).map(([name, level]): [string, RuleSetting] => [
        name,
        { level, span: places.nameSpan(['rules', name]) },
      ]),
    ),
    itemSources: new Map(
      Object.entries(values['item-sources'] ?? {}).map(([name, source]): [string, ItemSource] => [
        name,
        sourceOf(source),
      ]),
    ),
    report: { ...DEFAULTS.report, ...values.report },
  }
}

function sourceOf({ file, separator }: ItemSourceValues): ItemSource {
  return { file, separator: separator === undefined ? undefined : SEPARATORS[separator] }
}
