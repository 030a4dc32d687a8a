/** What the terminal can show, and writing to it. */

import type { ReportSettings } from '../configuration/configuration.ts'
import type { Document } from '../markup/document.ts'
import { printTerminal, type TerminalOptions } from '../markup/terminal.ts'
import { aside, output, type Sink } from './console.ts'

/** What the look of a text depends on. */
type Looks = Pick<Sink, 'isTTY' | 'columns'>

const WIDEST = 100
const NARROWEST = 40
const UNKNOWN_WIDTH = 80

/** Colours only where a person looks, unless told otherwise; as https://no-color.org has it. */
export function looksOf(stream: Looks, settings: ReportSettings): TerminalOptions {
  return { color: wantsColor(stream, settings), width: widthOf(stream, settings) }
}

function wantsColor(stream: Looks, { color }: ReportSettings): boolean {
  const { NO_COLOR: no, FORCE_COLOR: force, TERM: terminal } = process.env
  if (no !== undefined && no !== '') return false
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false'
  if (color !== 'auto') return color === 'always'
  return stream.isTTY && terminal !== 'dumb'
}

function widthOf(stream: Looks, { width }: ReportSettings): number {
  if (width !== undefined) return width
  const columns = stream.isTTY ? stream.columns : UNKNOWN_WIDTH
  return Math.min(Math.max(columns, NARROWEST), WIDEST)
}

export function say(document: Document, settings: ReportSettings): void {
  output.write(printTerminal(document, looksOf(output, settings)))
}

/** On the side, so that a pipe gets the report alone. */
export function sayAside(document: Document, settings: ReportSettings): void {
  aside.write(printTerminal(document, looksOf(aside, settings)))
}
