// A target is a sentence with a limit, and what was measured against it.

export interface Target {
  readonly says: string
  readonly measured: string
  /** Undefined when the machine could not measure it. */
  readonly met: boolean | undefined
}

export function atMost(says: string, limit: number, value: number, unit: string): Target {
  return { says, ...judged(value, unit, value <= limit) }
}

export function atLeast(says: string, limit: number, value: number, unit: string): Target {
  return { says, ...judged(value, unit, value >= limit) }
}

export function unmeasured(says: string, why: string): Target {
  return { says, measured: why, met: undefined }
}

/** As a list, with the verdict in front. */
export function targetLines(targets: readonly Target[]): string {
  return targets
    .map(({ says, measured, met }) => `- ${verdict(met)} ${says}: ${measured}`)
    .join('\n')
}

function verdict(met: boolean | undefined): string {
  if (met === undefined) return '**NOT MEASURED**'
  return met ? 'PASS' : '**FAIL**'
}

/** What is no number was never measured, although it should have been. */
function judged(value: number, unit: string, holds: boolean): Omit<Target, 'says'> {
  if (Number.isNaN(value)) return { measured: 'no run ended well', met: false }
  return { measured: `${value.toFixed(unit === 'MiB' ? 0 : 2)} ${unit}`, met: holds }
}
