/** The places of what a rule found, made its own, so that an edit of the text can move them. */

import { copyOfSpan, type Span } from '../base/source.ts'
import type { Counterexample, Run } from './run.ts'

/** A run of the same, none of whose places is one of a tree or of another run. */
export function withOwnPlaces(run: Run): Run {
  return { ...run, counterexamples: run.counterexamples.map(owning) }
}

function owning(counterexample: Counterexample): Counterexample {
  const { span, evidence, fix } = counterexample
  return {
    ...counterexample,
    span: copyOfSpan(span),
    evidence: evidence.map((each) =>
      each.span === undefined ? each : { ...each, span: copyOfSpan(each.span) },
    ),
    fix: fix && {
      ...fix,
      edits: fix.edits.map((edit) => ({ ...edit, span: copyOfSpan(edit.span) })),
    },
  }
}

/** All places of a run that owns them, each once. */
export function placesIn({ counterexamples }: Pick<Run, 'counterexamples'>): readonly Span[] {
  return counterexamples.flatMap(({ span, evidence, fix }) => [
    span,
    ...evidence.flatMap((each) => each.span ?? []),
    ...(fix?.edits ?? []).map((edit) => edit.span),
  ])
}
