/** What can be done about a stretch of a file, each with the edits that do it. */

import type { Edit } from '../base/source.ts'
import { waiveActions } from './action-waive.ts'
import { helpActions } from './action-help.ts'
import { rowActions } from './action-rows.ts'
import { statementActions } from './action-lines.ts'
import { pasteActions } from './action-paste.ts'
import type { Action, Stretch } from './action.ts'
import { type Problem, problemsIn } from './problems.ts'
import type { Snapshot } from './snapshot.ts'

/** The mends of problems first, then what else can be said there. */
export function actions(snapshot: Snapshot, stretch: Stretch): readonly Action[] {
  const { path, start, end } = stretch
  const source = snapshot.source(path)
  if (source === undefined || source.builtIn) return []
  const near = problemsIn(snapshot, path).filter(
    ({ span }) => span.start <= end && span.end >= start,
  )
  return [
    ...near.flatMap(mendActions),
    ...pasteActions(snapshot, stretch),
    ...helpActions(snapshot, near),
    ...statementActions(snapshot, stretch),
    ...rowActions(snapshot, stretch),
    ...waiveActions(snapshot, near),
    ...fixAll(snapshot, path),
  ]
}

/** Where there is one way to mend it, an editor may take it without asking. */
function mendActions(problem: Problem): readonly Action[] {
  return problem.mends.map(({ title, edits }) => ({
    title: `${title.charAt(0).toUpperCase()}${title.slice(1)}`,
    kind: 'fix',
    edits,
    snippet: undefined,
    problem,
    preferred: problem.mends.length === 1,
  }))
}

/** Everything that the language knows how to mend in one way. What a rule would write stays out. */
export function fixAll(snapshot: Snapshot, path: string): readonly Action[] {
  const edits: Edit[] = []
  for (const { mends, finding } of problemsIn(snapshot, path)) {
    const [mend, other] = mends
    if (mend === undefined || other !== undefined || finding !== undefined) continue
    const free = mend.edits.every((edit) => !edits.some((each) => touches(edit, each)))
    if (free) edits.push(...mend.edits)
  }
  if (edits.length === 0) return []
  const title = 'Mend all that can be mended'
  return [
    { title, kind: 'fix-all', edits, snippet: undefined, problem: undefined, preferred: false },
  ]
}

function touches({ span: a }: Edit, { span: b }: Edit): boolean {
  return a.source === b.source && a.start <= b.end && b.start <= a.end
}
