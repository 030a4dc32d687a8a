/** What of a plan's texts the numbers of one family can follow from. */

import { topKind } from '../vocabulary/vocabulary.ts'
import { statementTexts } from './statement-texts.ts'

export interface FamilyTexts {
  /** Whether a statement declares the family. */
  readonly declared: boolean
  /** A part of each file, in the order of the files. */
  readonly texts: readonly string[]
}

/** A name, a text in quotes, or a comment, which ends the line. */
const TOKEN = /"((?:[^"\\\n]|\\.)*)"|[\p{L}_][\p{L}\p{M}\p{N}_/-]*|#.*/gu
const PLAIN = /^[\p{L}_][\p{L}\p{M}\p{N}_/-]*$/u

/**
 * Left out are statements whose first line names another family and which do not name this one, such as
 * its plans: they cannot change these numbers. Files whose statements cannot be told apart for sure are taken whole.
 */
export function textsOfFamily(files: readonly string[], family: string): FamilyTexts {
  const cut = files.map((text) => statementTexts(text)?.map(statementOf))
  const whole = files.filter((_, at) => cut[at] === undefined)
  const declared = new Map(
    cut.flatMap((statements) =>
      (statements ?? []).flatMap((each) =>
        each.declares === undefined ? [] : [[each.declares, each] as const],
      ),
    ),
  )
  const escaped = /["\\{]/.test(family)
  const isKept = ({ text, names }: StatementText): boolean =>
    escaped || text.includes(family) || !names.some((name) => declared.has(name)) || isNamed(names)
  const kept = new Set(cut.flatMap((statements) => (statements ?? []).filter(isKept)))
  // A family that is named beside this one must be known, or the statement cannot be read.
  const wanted = [...whole, ...[...kept].map(({ text }) => text)]
  for (let text = wanted.pop(); text !== undefined; text = wanted.pop()) {
    for (const name of namesIn(text)) {
      const statement = declared.get(name)
      if (statement === undefined || kept.has(statement)) continue
      kept.add(statement)
      wanted.push(statement.text)
    }
  }
  return {
    declared: declared.has(family) || whole.some((text) => text.includes(family)),
    texts: files.map((text, at) => {
      const statements = cut[at]
      if (statements === undefined) return text
      return statements.flatMap((each) => (kept.has(each) ? [each.text] : [])).join('')
    }),
  }
}

interface StatementText {
  readonly text: string
  /** The names in its first line. */
  readonly names: readonly string[]
  /** The family that it declares. */
  readonly declares: string | undefined
}

function statementOf(text: string): StatementText {
  const end = text.indexOf('\n')
  const names = namesIn(end === -1 ? text : text.slice(0, end))
  return { text, names, declares: names[0] === 'family' ? names[1] : undefined }
}

/** Whether it declares a name, other than a family's, by which a statement that is kept may call it. */
function isNamed([keyword = '']: readonly string[]): boolean {
  const spec = topKind(keyword)
  return (
    spec?.kind !== 'family' && spec?.arguments.some(({ declares }) => declares === true) === true
  )
}

/** A text in quotes is a name only where it could not be written without. */
function namesIn(text: string): readonly string[] {
  return [...text.matchAll(TOKEN)].flatMap(([token, quoted]) => {
    if (token.startsWith('#')) return []
    if (quoted === undefined) return [token]
    return PLAIN.test(quoted) ? [] : [quoted.replace(/\\(.)/g, '$1')]
  })
}
