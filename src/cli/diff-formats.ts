/** The forms of `concord diff`. */

import type { Difference } from '../difference/difference.ts'
import type { Reach } from '../report/reach.ts'
import type { Formats } from './formats.ts'

/** A difference, and what the host has to say about how it was made. */
export interface Differed {
  readonly difference: Difference
  readonly notes: readonly string[]
}

/** To add a format is to add an entry, and its report. */
export const DIFF_FORMATS: Formats<Differed> = {
  pretty: async (differed) => page(differed),
  markdown: async (differed) =>
    (await import('../markup/markdown.ts')).printMarkdown(await page(differed)),
  html: async (differed) =>
    (await import('../markup/html.ts')).printHtml(
      await page(differed, (await import('../report/reach.ts')).LONG),
    ),
  json: async ({ difference, notes }) =>
    (await import('../report/difference-json.ts')).differenceJson(difference, notes),
}

async function page({ difference, notes }: Differed, reach?: Reach) {
  return (await import('../report/difference.ts')).differenceReport(difference, notes, reach)
}
