/** Makes tables of diagnostics whose templates type their arguments, and fills them. */

import type { Span } from '../base/source.ts'
import type { Diagnostic, Label, Mend, Severity } from './diagnostic.ts'

/** One row of the table. `{name}` in a template is a hole. */
export interface DiagnosticSpec {
  readonly severity: Severity
  /** What the page is called. */
  readonly title: string
  readonly message: string
  readonly help?: string
  /** Why the language is so: a sentence or two for the page. */
  readonly why: string
}

type Holes<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Holes<Rest>
  : never

type HelpOf<Spec> = Spec extends { readonly help: infer Help extends string } ? Help : ''

/** The arguments that a row's templates ask for. */
export type ArgumentsOf<Spec extends DiagnosticSpec> = {
  readonly [Name in Holes<Spec['message']> | Holes<HelpOf<Spec>>]: string | number
}

export interface Extras {
  readonly labels?: readonly Label[]
  readonly mends?: readonly Mend[]
  /** Replaces the help of the table, for a suggestion that only the place knows. */
  readonly help?: string
}

/** Checks a table's shape while it keeps its literal types. */
export function defineDiagnostics<const Table extends Record<string, DiagnosticSpec>>(
  table: Table,
): Table {
  return table
}

/** A function that reports a code of one table at a place. */
export function reporterFor<const Table extends Record<string, DiagnosticSpec>>(table: Table) {
  return function report<Code extends keyof Table & string>(
    code: Code,
    span: Span,
    values: ArgumentsOf<Table[Code]>,
    extras: Extras = {},
  ): Diagnostic {
    const spec: DiagnosticSpec = table[code] as DiagnosticSpec
    const help = extras.help ?? (spec.help === undefined ? undefined : fill(spec.help, values))
    return {
      code,
      severity: spec.severity,
      span,
      message: fill(spec.message, values),
      ...(help === undefined ? {} : { help }),
      labels: extras.labels ?? [],
      mends: extras.mends ?? [],
    }
  }
}

function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{([^{}]*)\}/g, (_, name: string) => String(values[name]))
}
