/** The page of a policy: what it is set to, where that comes from, and which rules read it. */

import {
  type Definition,
  definitions,
  type Document,
  GAP,
  heading,
  paragraph,
  strong,
  withCode,
} from '../markup/document.ts'
import type { ListedPolicy } from '../rules/rule-list.ts'
import { policyWords } from './policy-words.ts'

/** `rules` are those that read it; `aboutFamilies` is whether a family may have its own value. */
export function policyPage(
  policy: ListedPolicy,
  rules: readonly string[],
  aboutFamilies: boolean,
): Document {
  const { name, doc, general, builtIn, source } = policy
  const changed = builtIn !== undefined && !general.place.source.builtIn
  const traits: readonly (readonly [string, string | undefined])[] = [
    ['value', policyWords(policy)],
    ['built in', changed ? builtIn : undefined],
    ['source', source === undefined || !changed ? source : `${source} (of ${builtIn})`],
    ['of a family', aboutFamilies ? `\`policy ${name} = … about FAMILY\`` : undefined],
    ['read by', rules.length === 0 ? 'no rule' : rules.join(', ')],
  ]
  return [
    heading(1, name),
    paragraph(withCode(doc)),
    GAP,
    definitions(
      traits.flatMap(([term, text]): readonly Definition[] =>
        text === undefined ? [] : [{ term: [strong(term)], text: withCode(text) }],
      ),
    ),
  ]
}
