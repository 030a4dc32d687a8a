/** Texts in colours, for a terminal. */

import ansi, { type CSPair } from 'ansi-styles'

import type { Style } from './document.ts'

/** How each style looks: the outermost first. */
const LOOKS: Readonly<Record<Style, readonly CSPair[]>> = {
  plain: [],
  strong: [ansi.bold],
  faint: [ansi.dim],
  code: [ansi.cyan],
  error: [ansi.bold, ansi.red],
  warning: [ansi.bold, ansi.yellow],
  information: [ansi.bold, ansi.blue],
  good: [ansi.green],
}

export function paint(text: string, style: Style): string {
  return LOOKS[style].reduceRight((inner, { open, close }) => open + inner + close, text)
}
