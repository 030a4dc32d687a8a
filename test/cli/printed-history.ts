// What `concord history --format json` prints, as far as the tests read it.

export interface Printed {
  readonly actual: string | null
  readonly cycles: readonly {
    readonly cycle: string
    readonly lag: number
    readonly value: string
  }[]
  readonly commits: readonly {
    readonly commit: string | null
    readonly day: string
    readonly subject: string
    readonly cycle: string
    readonly value: string | null
  }[]
  readonly reasons: readonly {
    readonly statement: string
    readonly words: readonly string[]
    readonly by: readonly string[]
    readonly on: string
  }[]
  readonly waterfall: {
    readonly from: string
    readonly to: string
    readonly cycles: readonly {
      readonly cycle: string
      readonly values: readonly (string | null)[]
    }[]
    readonly actual: readonly (string | null)[]
  }
  readonly bias: readonly {
    readonly lag: number
    readonly months: number
    readonly error: string
    readonly share: string
  }[]
}
