/** The limits of a file of item data; what is one past them is refused, never cut. */
export interface CsvLimits {
  readonly rows: number
  readonly columns: number
  /** Characters of one cell. */
  readonly cell: number
}

export const CSV_LIMITS: CsvLimits = { rows: 1_000_000, columns: 10_000, cell: 10_000 }
