/** The one place where the hostile tests touch the checker: texts in memory, a review out. */

import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

import { parseDay } from '../../src/base/date.ts'
import { makeSource, positionOf } from '../../src/base/source.ts'
import type { Span } from '../../src/base/source.ts'
import { DEFAULTS } from '../../src/configuration/configuration.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { check, type Review } from '../../src/pipeline.ts'
import type { Finding } from '../../src/rules/finding.ts'
import { readCsv } from '../../src/sources/csv.ts'

/** Texts of a workspace by path; those that do not end with `.sop` are item data. */
export type Texts = Readonly<Record<string, string>>

const TODAY = parseDay('2026-11-22')

export function checked(texts: Texts | string, rules?: readonly string[]): Review {
  const files = typeof texts === 'string' ? { 'plan.sop': texts } : texts
  if (TODAY === undefined) throw new Error('there is no such day')
  return check({
    sources: Object.entries(files)
      .filter(([path]) => path.endsWith('.sop'))
      .map(([path, text]) => makeSource(path, text)),
    configuration: DEFAULTS,
    today: TODAY,
    readItems: (path) => {
      const text = Object.hasOwn(files, path) ? files[path] : undefined
      return text === undefined
        ? { problem: 'there is no such file' }
        : readCsv(makeSource(path, text), undefined)
    },
    rules,
  })
}

/** `plan.sop:3:7 code`. */
export function told(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ code, span }) => `${placeOf(span)} ${code}`)
}

export function placeOf({ source, start }: Span): string {
  const { line, column } = positionOf(source, start)
  return `${source.path}:${line}:${column}`
}

/** Everything found, whether it counts already or is to be done. */
export function foundIn({ judgement }: Review): readonly Finding[] {
  return [...judgement.findings, ...judgement.todos]
}

const examplesRoot = fileURLToPath(new URL('../../examples/', import.meta.url))

export const EXAMPLES: readonly string[] = readdirSync(examplesRoot, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .toSorted()

/** The plan files and item data of an example. */
export function exampleTexts(name: string): Texts {
  const root = join(examplesRoot, name)
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:sop|csv)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  return Object.fromEntries(
    files.toSorted().map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  )
}
