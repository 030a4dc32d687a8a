/** The table of all diagnostics: code → severity, title, words, reason. Each has a page. */

import { cellDiagnostics } from './cells.ts'
import { configurationDiagnostics } from './configuration.ts'
import type { DiagnosticSpec } from './define.ts'
import { nameDiagnostics } from './names.ts'
import { ruleDiagnostics } from './rules.ts'
import { syntaxDiagnostics } from './syntax.ts'
import { trialDiagnostics } from './trials.ts'
import { unitDiagnostics } from './units.ts'

/** The tables of the stages, in the order in which a plan runs through them. */
export const DIAGNOSTIC_TABLES: readonly Readonly<Record<string, DiagnosticSpec>>[] = [
  configurationDiagnostics,
  syntaxDiagnostics,
  nameDiagnostics,
  unitDiagnostics,
  cellDiagnostics,
  ruleDiagnostics,
  trialDiagnostics,
]

const DIAGNOSTICS: ReadonlyMap<string, DiagnosticSpec> = new Map(
  DIAGNOSTIC_TABLES.flatMap((table) => Object.entries(table)),
)

/** Invariant: no code stands in two tables. */
export function allDiagnostics(): ReadonlyMap<string, DiagnosticSpec> {
  return DIAGNOSTICS
}
