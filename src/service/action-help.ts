/** Writing what the help of a problem says: an approval, an owner, a conversion, a decision. */

import { type Edit, spanOf, textOf } from '../base/source.ts'
import type { Statement } from '../../grammar/tree.ts'
import type { LineSpec } from '../vocabulary/spec.ts'
import { keywordOf } from '../vocabulary/vocabulary.ts'
import { lineInBlock, statementAtEnd } from './action-edits.ts'
import type { Action } from './action.ts'
import { saidIn } from './complete-words.ts'
import { factOf, placeAt } from './place.ts'
import type { Problem } from './problems.ts'
import { pathOf, type Snapshot } from './snapshot.ts'
import { type Suggested, suggestedIn } from './suggested.ts'
import { asSnippet, asText } from './to-fill.ts'

/** The longest line that a title shows. */
const MOST_SHOWN = 72

export function helpActions(snapshot: Snapshot, problems: readonly Problem[]): readonly Action[] {
  return problems.flatMap((problem) => {
    const { span, help } = problem
    if (help === undefined || problem.mends.length > 0) return []
    const statement = placeAt(snapshot, pathOf(span.source), span.start)?.statement
    const around = statement && factOf(snapshot, statement)?.spec
    return suggestedIn(help, around).flatMap((each) => {
      // A statement that is wrong is mended: another of its kind would not take it away.
      if (problem.finding !== undefined && each.spec === around) return []
      const edit = editFor(snapshot, problem, statement, each)
      return edit === undefined ? [] : [actionOf(snapshot, problem, each, edit)]
    })
  })
}

/** `lines` made into an edit: once as text, once as a snippet. */
type MakeEdit = (lines: readonly string[]) => Edit

function actionOf(
  snapshot: Snapshot,
  problem: Problem,
  { lines }: Suggested,
  edit: MakeEdit,
): Action {
  const [first = ''] = lines
  const shown = first.length > MOST_SHOWN ? `${first.slice(0, MOST_SHOWN - 1)}…` : first
  return {
    title: `Write \`${shown}\``,
    kind: 'write',
    edits: [edit(lines.map(asText))],
    snippet: asSnippet(snapshot.review.facts, edit(lines).text),
    problem,
    preferred: false,
  }
}

/** Undefined where the line may stand once, and does. */
function editFor(
  snapshot: Snapshot,
  { span }: Problem,
  statement: Statement | undefined,
  { head, spec }: Suggested,
): MakeEdit | undefined {
  const end = spanOf(span.source, span.source.text.length, span.source.text.length)
  if (head === undefined) return (lines) => statementAtEnd(end, lines)
  const around = statement && factOf(snapshot, statement)?.spec
  const block = head === around?.kind ? statement : headed(snapshot, head)
  if (block === undefined) {
    return (lines) => statementAtEnd(end, [`${head} {`, ...lines.map((line) => `  ${line}`), '}'])
  }
  const once = (spec as LineSpec).once === true
  const said = saidIn({ statement: block, spec }).has(keywordOf(spec))
  if (!block.hasBlock || (once && said)) return undefined
  return (lines) => lineInBlock(block, lines)
}

/** The statement of the workspace that begins so. */
function headed(snapshot: Snapshot, head: string): Statement | undefined {
  return snapshot.paths
    .flatMap((path) => snapshot.tree(path)?.statements ?? [])
    .find(({ line, hasBlock }) => hasBlock && textOf(line.span) === head)
}
