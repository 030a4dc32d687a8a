/** Elements of XML as text, with whatever a plan says made harmless. */

import { clean, wellFormed } from '../markup/clean.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** An element with its attributes; those that are undefined are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  children: readonly string[] = [],
): string {
  const said = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escaped(clean(String(value)))}"`],
  )
  const head = `<${name}${said.join('')}`
  if (children.length === 0) return `${head}/>`
  return `${head}>${children.join('')}</${name}>`
}

/** The text of an element, its lines kept. */
export function xmlText(text: string): string {
  return escaped(text.split('\n').map(clean).join('\n'))
}

function escaped(text: string): string {
  return wellFormed(text).replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? '')
}
