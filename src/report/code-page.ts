/** The page of a diagnostic: what it means, and why the language is so. */

import type { DiagnosticSpec } from '../diagnostics/define.ts'
import {
  definitions,
  type Document,
  GAP,
  heading,
  paragraph,
  strong,
  withCode,
} from '../markup/document.ts'

export function codePage(name: string, spec: DiagnosticSpec): Document {
  const help =
    spec.help === undefined ? [] : [{ term: [strong('do')], text: withCode(holes(spec.help)) }]
  return [
    heading(1, name),
    paragraph(withCode(spec.title)),
    GAP,
    definitions([
      { term: [strong('says')], text: withCode(holes(spec.message)) },
      ...help,
      { term: [strong('is')], text: severityWords(spec) },
    ]),
    GAP,
    heading(2, 'Why'),
    paragraph(withCode(spec.why)),
    GAP,
    paragraph(
      'This is what a file says about itself: it is mended in the file. It cannot be waived or switched off.',
    ),
  ]
}

/** `{name}` as a reader sees it where no value is known. */
function holes(template: string): string {
  return template.replace(/\{(\w+)\}/g, '…')
}

function severityWords({ severity }: DiagnosticSpec): string {
  return severity === 'error' ? 'an error' : severity === 'warning' ? 'a warning' : 'a remark'
}
