/** From the text of `concord.yaml` to plain values that fit its schema, or to problems. */

import { type Alias, type Document, isMap, isScalar, parseDocument, visit } from 'yaml'

import { compareSpans, positionOf, type Source, spanOf } from '../base/source.ts'
import { reportConfiguration as report } from '../diagnostics/configuration.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { misfits } from './misfits.ts'
import { type Places, placesIn, spanOfNode } from './places.ts'

export interface Settings {
  /** As the schema says, where there are no problems. */
  readonly values: unknown
  readonly places: Places
  readonly problems: readonly Diagnostic[]
}

const TOO_DEEP = 'it nests too deep'

export function parseSettings(source: Source): Settings {
  const document = parsed(source)
  if (document === undefined) {
    const problem = report('configuration-not-yaml', spanOf(source, 0, 0), { what: TOO_DEEP })
    return { values: {}, places: placesIn(source, undefined), problems: [problem] }
  }
  const places = placesIn(source, document)
  const broken = problemsOf(source, document)
  if (broken.length > 0) return { values: {}, places, problems: broken }
  const values: unknown = document.toJS()
  return { values, places, problems: misfits(values, places).toSorted(byPlace) }
}

/** Undefined where the text nests too deep for the reader. */
function parsed(source: Source): Document.Parsed | undefined {
  try {
    return parseDocument(source.text, { prettyErrors: false, logLevel: 'error', version: '1.2' })
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function problemsOf(source: Source, document: Document.Parsed): readonly Diagnostic[] {
  const faults = [...document.errors, ...document.warnings]
  if (faults.length > 0) return onePerLine(faults.map((fault) => problemOf(source, fault)))
  if (!isMap(document.contents)) {
    const span = spanOfNode(source, document.contents)
    const what = isScalar(document.contents) ? 'a single value' : 'a list'
    return [report('configuration-not-settings', span, { what })]
  }
  const alias = firstAlias(document)
  if (alias === undefined) return []
  const span = spanOfNode(source, alias)
  return [report('configuration-alias-refused', span, { name: alias.source })]
}

interface Fault {
  readonly code: string
  readonly message: string
  readonly pos: readonly [number, number]
}

function problemOf(source: Source, fault: Fault): Diagnostic {
  const [start, end] = fault.pos
  if (fault.code === 'DUPLICATE_KEY') {
    const name = /^(?:"[^"\n]*"|'[^'\n]*'|[^\s:]+)/.exec(source.text.slice(start))?.[0] ?? ''
    const span = spanOf(source, start, start + name.length)
    return report('configuration-setting-doubled', span, { name: name.replace(/["']/g, '') })
  }
  const span = spanOf(source, start, Math.min(Math.max(end, start), source.text.length))
  return report('configuration-not-yaml', span, { what: plainly(fault) })
}

/** One slip gives the reader several complaints about a line: the first is the one that helps. */
function onePerLine(problems: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<number>()
  return problems.filter(({ span }) => {
    const { line } = positionOf(span.source, span.start)
    return !seen.has(line) && seen.add(line)
  })
}

/** The reader's complaint in plain words, as the end of a sentence. */
function plainly({ code, message }: Fault): string {
  if (message.startsWith('Maximum call stack')) return TOO_DEEP
  if (/^Missing closing .quote/.test(message)) return 'a quote is not closed'
  const words = message.trim().replace(/\.$/, '')
  return COMPLAINTS[code] ?? words.charAt(0).toLowerCase() + words.slice(1)
}

const COMPLAINTS: Readonly<Record<string, string>> = {
  BAD_ALIAS: 'this alias names nothing',
  BAD_INDENT: 'this line is indented unlike the lines before it, or a bracket above is not closed',
  BAD_SCALAR_START: 'a value cannot begin like this; put it in quotes',
  BLOCK_AS_IMPLICIT_KEY: 'a setting must begin on a line of its own',
  BLOCK_IN_FLOW: 'lines of settings cannot stand in brackets',
  MISSING_CHAR: 'something is missing before this: a colon, a comma or a bracket',
  MULTILINE_IMPLICIT_KEY: 'the name of a setting must stand on one line, with a colon behind it',
  MULTIPLE_DOCS: 'a second document begins here',
  TAB_AS_INDENT: 'this line begins with a tab; begin it with blanks',
  TAG_RESOLVE_FAILED: 'tags such as `!name` mean nothing here',
  UNEXPECTED_TOKEN: 'this is not expected here',
}

function firstAlias(document: Document.Parsed): Alias | undefined {
  let first: Alias | undefined
  visit(document, {
    Alias(_, alias) {
      first = alias
      return visit.BREAK
    },
  })
  return first
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return compareSpans(a.span, b.span)
}
