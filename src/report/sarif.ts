/** SARIF 2.1.0, which code scanning and editors read: rules, results, fixes, related places. */

import type { Edit, Span } from '../base/source.ts'
import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts'
import { allDiagnostics } from '../diagnostics/table.ts'
import { clean, wellFormed } from '../markup/clean.ts'
import { paragraph, withCode } from '../markup/document.ts'
import { printMarkdown } from '../markup/markdown.ts'
import type { Finding, Outcome } from '../rules/finding.ts'
import { jsonText } from './json-text.ts'
import { entriesFrom, entriesOf, type Entry, pathFrom, regionOf } from './problem-entry.ts'
import type { Report } from './report.ts'
import { textIn } from './text-in.ts'

export interface SarifOptions {
  /** The workspace's, from the root of the repository on; may be empty. */
  readonly folder: string
  /** Of Concord. */
  readonly version: string
}

const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
}

/** Places that explain a finding, beside the one it points at. */
const MOST_RELATED = 20

/** The name of our fingerprint; raised when the way to compute it changes. */
const FINGERPRINT = 'concordFinding/v1'

export function sarifReport(report: Report, { folder, version }: SarifOptions): string {
  const rules = rulesOf(report)
  const places = new Map(rules.map(({ id }, at) => [id, at]))
  const ofEntry = (entry: Entry): object => result(entry, places, folder)
  const waived = report.waived.map((finding) => ({ sort: 'finding' as const, finding }))
  const content = {
    $schema:
      'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'Concord', semanticVersion: version, rules },
        },
        originalUriBaseIds: {
          SRCROOT: { description: { text: 'The root of the repository.' } },
        },
        columnKind: 'utf16CodeUnits',
        results: [...entriesOf(report).map(ofEntry), ...entriesFrom(waived, report).map(ofEntry)],
      },
    ],
  }
  return jsonText(content)
}

/** Every rule that is in force, and every diagnostic that was reported. */
function rulesOf(report: Report) {
  const codes = [...new Set(report.diagnostics.map(({ code }) => code))].toSorted()
  const { facts, judgement } = report.review
  const ruled = judgement.outcomes.map((outcome) => {
    const { rule, title, severity } = outcome
    const why = textIn(facts.named('rule', rule), 'why')
    const level =
      severity === 'off' ? 'none' : LEVELS[severity === 'by instance' ? 'error' : severity]
    return descriptor(rule, title, why, level, principleOf(outcome))
  })
  const told = codes.map((code) => {
    const { title = code, why, severity = 'error' } = allDiagnostics().get(code) ?? {}
    return descriptor(code, title, why, LEVELS[severity], [])
  })
  return [...told, ...ruled]
}

function principleOf({ principle }: Outcome): readonly string[] {
  return principle === undefined ? [] : [`principle-${principle}`]
}

function descriptor(
  id: string,
  title: string,
  why: string | undefined,
  level: string,
  tags: readonly string[],
) {
  const more = `\`concord explain ${id}\` prints its page.`
  const help = why === undefined ? more : `${why} ${more}`
  return {
    id,
    shortDescription: { text: ended(title) },
    ...(why === undefined ? {} : { fullDescription: { text: ended(why) } }),
    help: { text: clean(help), markdown: printMarkdown([paragraph(withCode(help))]).trim() },
    defaultConfiguration: level === 'none' ? { enabled: false } : { level },
    properties: { tags: ['sop', ...tags] },
  }
}

function result(entry: Entry, rules: ReadonlyMap<string, number>, folder: string): object {
  const { id, name, severity, message, help, span, mends, problem } = entry
  const ruleIndex = rules.get(name)
  const text = help === undefined ? ended(message) : `${ended(message)} Do: ${ended(help)}`
  const related = relatedOf(problem.sort === 'finding' ? problem.finding : problem.diagnostic)
  const fixes = mends.filter(({ edits }) => edits.length > 0)
  return {
    ruleId: name,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: LEVELS[severity],
    message: { text },
    locations: span.source.builtIn ? [] : [{ physicalLocation: physical(span, folder) }],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((each, at) => ({
            id: at + 1,
            physicalLocation: physical(each.span, folder),
            message: { text: clean(each.text) },
          })),
        }),
    partialFingerprints: { [FINGERPRINT]: id },
    ...(fixes.length === 0
      ? {}
      : {
          fixes: fixes.map(({ title, edits }) => ({
            description: { text: ended(title) },
            artifactChanges: changes(edits, folder),
          })),
        }),
    ...(problem.sort === 'finding' ? suppressions(problem.finding, folder) : {}),
  }
}

interface Related {
  readonly span: Span
  readonly text: string
}

/** What a diagnostic points out beside its place, and the numbers that a rule read, each once. */
function relatedOf(problem: Finding | Diagnostic): readonly Related[] {
  const all: readonly Related[] =
    'labels' in problem
      ? problem.labels
      : problem.evidence.flatMap(({ span, reading, value }) =>
          span === undefined ? [] : [{ span, text: `${reading} = ${value}` }],
        )
  const seen = new Set<string>()
  const own = all.filter(({ span, text }) => {
    const key = `${span.source.path} ${span.start} ${text}`
    if (span.source.builtIn || seen.has(key)) return false
    seen.add(key)
    return true
  })
  return own.slice(0, MOST_RELATED)
}

/** The edits file by file. */
function changes(edits: readonly Edit[], folder: string): readonly object[] {
  const paths = [...new Set(edits.map(({ span }) => span.source.path))]
  return paths.map((path) => ({
    artifactLocation: location(path, folder),
    replacements: edits
      .filter(({ span }) => span.source.path === path)
      .map(({ span, text }) => ({ deletedRegion: region(span), insertedContent: { text } })),
  }))
}

function suppressions({ waiver }: Finding, folder: string): object {
  if (waiver === undefined) return {}
  const reason = textIn(waiver, 'because')
  const own = {
    kind: 'inSource',
    status: 'accepted',
    ...(reason === undefined ? {} : { justification: clean(reason) }),
    location: { physicalLocation: physical(waiver.span, folder) },
  }
  return { suppressions: [own] }
}

function physical(span: Span, folder: string): object {
  return { artifactLocation: location(span.source.path, folder), region: region(span) }
}

function location(path: string, folder: string): object {
  const parts = pathFrom(folder, path).split('/')
  return {
    uri: parts.map((part) => encodeURIComponent(wellFormed(part))).join('/'),
    uriBaseId: 'SRCROOT',
  }
}

function region(span: Span): object {
  const { start, end } = regionOf(span)
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  }
}

/** As SARIF wants it: a sentence that ends. */
function ended(text: string): string {
  const cleaned = clean(text).trim()
  return /[.!?]$/.test(cleaned) ? cleaned : `${cleaned}.`
}
