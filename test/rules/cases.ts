/** The cases of the rules: a folder for each, with a plan that breaks it and one that holds. */

import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export interface RuleCase {
  readonly rule: string
  readonly breaks: string
  readonly holds: string
  /** What is said of the breaking plan. */
  readonly expectedPath: string
}

const root = fileURLToPath(new URL('.', import.meta.url))

/** The folders `test/rules/<family>/<rule>`, by the rule's name. */
export function ruleCases(): readonly RuleCase[] {
  return foldersIn(root).flatMap((family) =>
    foldersIn(`${root}${family}`).map((name) => {
      const folder = `${root}${family}/${name}`
      return {
        rule: `${family}/${name}`,
        breaks: readFileSync(`${folder}/breaks.sop`, 'utf8'),
        holds: readFileSync(`${folder}/holds.sop`, 'utf8'),
        expectedPath: `${folder}/expected.txt`,
      }
    }),
  )
}

function foldersIn(path: string): readonly string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted()
}
