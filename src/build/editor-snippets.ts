/** Snippets for VS Code: the example of each kind of statement, its name to be typed over. */

import type { KindSpec } from '../vocabulary/spec.ts'
import { keywordOf, VOCABULARY } from '../vocabulary/vocabulary.ts'

const PATH = 'language-server/vscode/snippets.json'

/** The generator of the snippets: see src/build/generate.mjs. */
export function editorSnippets(): ReadonlyMap<string, string> {
  const snippets = Object.fromEntries(VOCABULARY.map((spec) => [keywordOf(spec), snippetOf(spec)]))
  return new Map([[PATH, `${JSON.stringify(snippets, undefined, 2)}\n`]])
}

/** The server completes the keyword itself: an example is asked for by `KEYWORD-example`. */
function snippetOf(spec: KindSpec) {
  const keyword = keywordOf(spec)
  const [head = '', ...rest] = spec.example.split('\n')
  return {
    prefix: `${keyword}-example`,
    body: [headOf(spec, head), ...rest.map(escaped)],
    description: spec.doc,
  }
}

/** The name it declares is the first thing to be typed. */
function headOf({ repetition }: KindSpec, head: string): string {
  const [, keyword = '', name, rest = ''] = /^(\S+ )([^\s"{]+)(.*)$/.exec(head) ?? []
  if (repetition !== 'named' || name === undefined) return escaped(head)
  return `${keyword}\${1:${escaped(name)}}${escaped(rest)}`
}

/** `$`, `}` and the backslash mean something in a snippet. */
function escaped(text: string): string {
  return text.replaceAll(/[\\$}]/g, String.raw`\$&`)
}
