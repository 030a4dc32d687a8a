/** What was found, with its places in other sources that have them, too. */

import { type Source, type Span, spanOf } from '../base/source.ts'
import type { Finding, Judgement } from './finding.ts'

type Sources = ReadonlyMap<Source, Source>

/** The same judgement; a place in one of the sources is the same place in that which replaces it. */
export function judgementIn(judgement: Judgement, sources: Sources): Judgement {
  const moved = (findings: readonly Finding[]): readonly Finding[] =>
    findings.map((finding) => findingIn(finding, sources))
  return {
    ...judgement,
    findings: moved(judgement.findings),
    todos: moved(judgement.todos),
    waived: moved(judgement.waived),
  }
}

function findingIn(finding: Finding, sources: Sources): Finding {
  return {
    rule: finding.rule,
    title: finding.title,
    principle: finding.principle,
    severity: finding.severity,
    message: finding.message,
    why: finding.why,
    help: finding.help,
    places: finding.places,
    about: finding.about,
    months: finding.months,
    due: finding.due,
    waiver: finding.waiver,
    // Worked out where it is asked for.
    get key() {
      return finding.key
    },
    span: spanIn(finding.span, sources),
    evidence: finding.evidence.map((each) => ({
      ...each,
      span: each.span && spanIn(each.span, sources),
    })),
    mend: finding.mend && {
      ...finding.mend,
      edits: finding.mend.edits.map((edit) => ({ ...edit, span: spanIn(edit.span, sources) })),
    },
  }
}

function spanIn(span: Span, sources: Sources): Span {
  const source = sources.get(span.source)
  return source === undefined ? span : spanOf(source, span.start, span.end)
}
