/** What a snapshot says, as a text: two that say the same are the same to whoever asks. */

import { printExact } from '../../src/base/exact.ts'
import { printMonth, type Month } from '../../src/base/month.ts'
import type { Span } from '../../src/base/source.ts'
import { allProblems } from '../../src/service/problems.ts'
import { mentionsIn } from '../../src/service/mentions.ts'
import type { Snapshot } from '../../src/service/snapshot.ts'
import { documentSymbols } from '../../src/service/symbols.ts'

/** Problems, names, outlines and the numbers of the plan. */
export function printed(snapshot: Snapshot): string {
  return JSON.stringify({
    problems: [...allProblems(snapshot)].map(([path, problems]) => [
      path,
      problems.map(({ span, code, severity, message, labels, mends }) => [
        place(span),
        code,
        severity,
        message,
        labels.map((label) => [place(label.span), label.text]),
        mends.map((mend) => [mend.title, mend.edits.map((edit) => [place(edit.span), edit.text])]),
      ]),
    ]),
    names: snapshot.paths.map((path) =>
      mentionsIn(snapshot, path).map(({ span, target }) => [
        place(span),
        place(target.declaration),
      ]),
    ),
    outline: snapshot.paths.map((path) =>
      documentSymbols(snapshot, path).map(({ name, span }) => [name, place(span)]),
    ),
    numbers: numbersOf(snapshot),
  })
}

function numbersOf({ review: { model } }: Snapshot): readonly string[] {
  const { horizon } = model
  if (horizon === undefined) return []
  const months = Array.from({ length: horizon.to - horizon.from + 1 }, (_, at) => horizon.from + at)
  return model.families.flatMap((family) =>
    months.map((month) => {
      const value = model.value('projected', 'inventory', family, month as Month)
      return `${family.name} ${printMonth(month as Month)} ${value === undefined ? '?' : printExact(value)}`
    }),
  )
}

function place({ source, start, end }: Span): string {
  return `${source.path}:${start}-${end}`
}
