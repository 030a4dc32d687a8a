/** The versions that a cell may be of. One entry a version; `model/versions.ts` says how it is made. */

const TABLE = [
  { version: 'plan', doc: 'The plan of the checked cycle, its revisions applied.' },
  { version: 'previous', doc: 'The plan of the cycle before.' },
  {
    version: 'committed',
    doc: 'For each month, the plan of the latest cycle before that month whose horizon holds it.',
  },
  { version: 'actual', doc: 'What happened.', area: 'actuals' },
  { version: 'outlook', doc: 'The actual of a closed month, else the plan.' },
  { version: 'budget', doc: 'The business plan.', area: 'budgets' },
  { version: 'minimum', doc: 'The least a stock may be.', area: 'stock targets' },
  { version: 'target', doc: 'What a stock should be.', area: 'stock targets' },
  { version: 'maximum', doc: 'The most a stock may be.', area: 'stock targets' },
  { version: 'mix', doc: 'The sum of the items.', area: 'mix' },
  { version: 'projected', doc: 'What the flows give, from the last stock stated before.' },
] as const

export type VersionName = (typeof TABLE)[number]['version']

export interface VersionSpec {
  readonly version: VersionName
  readonly doc: string
  /** The area that must be in use for it to hold anything. */
  readonly area?: string
}

export const VERSIONS: readonly VersionSpec[] = TABLE

export const VERSION_NAMES: readonly string[] = VERSIONS.map(({ version }) => version)

const byName = new Map<string, VersionSpec>(VERSIONS.map((spec) => [spec.version, spec]))

export function versionSpec(name: string): VersionSpec | undefined {
  return byName.get(name)
}

/** Facts that have numbers of their own. Invariant: no two of them have one name. */
const KINDS = ['cycle', 'function', 'view', 'scenario'] as const

export type VersionKind = (typeof KINDS)[number]

export const VERSION_KINDS: readonly VersionKind[] = KINDS

export function isVersionKind(kind: string): kind is VersionKind {
  return (KINDS as readonly string[]).includes(kind)
}
