/** The page of a number: where it comes from, down to what was stated. Its URI says which it is. */

import { parseMonth, printMonth } from '../src/base/month.ts'
import { type Document, GAP, heading } from '../src/markup/document.ts'
import type { Fact } from '../src/facts/fact.ts'
import type { CellAddress } from '../src/model/model.ts'
import { originDocument } from '../src/report/origin.ts'
import { unitOfCell } from '../src/service/cells.ts'
import { cellDoc, cellWords } from '../src/service/hover-cell.ts'
import type { Snapshot } from '../src/service/snapshot.ts'
import { seriesSpec } from '../src/vocabulary/series.ts'
import { isVersionKind, VERSION_NAMES } from '../src/vocabulary/versions.ts'
import { isPageOf, pageUri, saidIn } from './page-uri.ts'
import type { Root } from './root.ts'

const NUMBERS = 'numbers'

export function numberPageOf(root: Root, cell: CellAddress): string | null {
  const { version, series, subject, month } = cell
  // A view has no name by which a URI could say it.
  if (typeof version !== 'string' && version.name === undefined) return null
  const layer = typeof version === 'string' ? [version] : [version.kind, version.name]
  const said = [root.path, series, subject.kind, subject.name, printMonth(month), ...layer]
  return pageUri(
    NUMBERS,
    cellWords(cell),
    said.map((each) => each ?? ''),
  )
}

export function isNumberPage(uri: string): boolean {
  return isPageOf(NUMBERS, uri)
}

/** Undefined where the plan no longer has what the URI names. */
export function numberPage(roots: readonly Root[], uri: string): Document | undefined {
  const [path, series, kind, name, month, ...layer] = saidIn(uri)
  const root = roots.find((each) => each.path === path)
  const spec = seriesSpec(series ?? '')
  const at = parseMonth(month ?? '')
  if (root === undefined || spec === undefined || at === undefined) return undefined
  const { snapshot } = root
  const subject = factNamed(snapshot, kind, name)
  const version = versionNamed(snapshot, layer)
  if (subject === undefined || version === undefined) return undefined
  const { model } = snapshot.review
  const cell: CellAddress = { version, series: spec.series, subject, month: at }
  return [
    heading(1, cellWords(cell)),
    GAP,
    ...cellDoc(snapshot, cell),
    GAP,
    heading(2, 'How it comes about'),
    GAP,
    ...originDocument(model, cell, (each) => unitOfCell(model, each), spec.flows !== undefined),
  ]
}

function factNamed({ review }: Snapshot, kind = '', name = ''): Fact | undefined {
  return name === '' ? review.facts.of(kind)[0] : review.facts.named(kind, name)
}

function versionNamed(snapshot: Snapshot, layer: readonly (string | undefined)[]) {
  const [first = '', name] = layer
  if (name === undefined) return VERSION_NAMES.includes(first) ? first : undefined
  return isVersionKind(first) ? snapshot.review.facts.named(first, name) : undefined
}
