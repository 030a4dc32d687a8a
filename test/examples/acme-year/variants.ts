/**
 * The variants of acme: for each rule of the rulebook a change of its texts that breaks it. They
 * stand in `variants/`, a file a principle; README.md says how one is written.
 */

import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import type { Files } from '../../roll/rolling.ts'

/** Lines of one file that others take the place of; with none to find, the new ones are added. */
export interface Edit {
  readonly path: string
  /** The statement in which the lines stand, by how it begins; unsaid, anywhere in the file. */
  readonly within: string | undefined
  readonly old: readonly string[]
  readonly now: readonly string[]
}

export interface Variant {
  readonly rule: string
  /** What is wrong, in a sentence. */
  readonly says: string
  /** The cycle that is judged; unsaid, the newest. */
  readonly cycle: string | undefined
  /** Other rules that cannot but speak, too, with the reason. */
  readonly also: ReadonlyMap<string, string>
  /** Whether the seals stay as they are, so that who committed did not commit again. */
  readonly sealsStay: boolean
  /** Folders that are not there. */
  readonly without: readonly string[]
  readonly edits: readonly Edit[]
}

const folder = fileURLToPath(new URL('variants/', import.meta.url))

export function readVariants(): readonly Variant[] {
  return readdirSync(folder)
    .toSorted()
    .flatMap((file) => readFileSync(`${folder}${file}`, 'utf8').split(/^== /m).slice(1))
    .map(variantOf)
}

function variantOf(text: string): Variant {
  const [rule = '', says = '', ...lines] = text.split('\n').filter((line) => line.trim() !== '')
  const also = new Map<string, string>()
  const without: string[] = []
  const edits: { path: string; within: string | undefined; old: string[]; now: string[] }[] = []
  let cycle: string | undefined
  let sealsStay = false
  for (const line of lines) {
    const [, word = '', rest = ''] = /^(\S+) ?(.*)$/.exec(line) ?? []
    const edit = edits.at(-1)
    if (word === '-') edit?.old.push(rest)
    else if (word === '+') edit?.now.push(rest)
    else if (word === 'in') {
      const [path = '', within] = rest.split(': ')
      edits.push({ path, within, old: [], now: [] })
    } else if (word === 'also') {
      const [other = '', reason] = rest.split(': ')
      if (reason === undefined) throw new Error(`${rule}: also ${other} needs a reason`)
      also.set(other, reason)
    } else if (word === 'without') without.push(rest)
    else if (word === 'cycle') cycle = rest
    else if (line === 'seals stay') sealsStay = true
    else throw new Error(`the variant of ${rule} has a line that says nothing: ${line}`)
  }
  return { rule, says, cycle, also, sealsStay, without, edits }
}

/** The files with the changes of a variant; an error where one does not fit. */
export function changed(files: Files, { edits, without, rule }: Variant): Files {
  const left = Object.entries(files).filter(([path]) => !without.some((at) => path.startsWith(at)))
  const texts = new Map(left)
  for (const edit of edits) {
    const text = texts.get(edit.path)
    if (text === undefined) throw new Error(`${rule}: acme has no file ${edit.path}`)
    texts.set(edit.path, edited(text, edit, rule))
  }
  return Object.fromEntries(texts)
}

function edited(text: string, { path, within, old, now }: Edit, rule: string): string {
  if (old.length === 0) return `${text}\n${now.join('\n')}\n`
  const lines = text.split('\n')
  const from = within === undefined ? 0 : lines.findIndex((line) => line.startsWith(within))
  const at = lines.findIndex(
    (_, start) => start >= from && old.every((want, step) => fits(lines[start + step], want)),
  )
  if (from < 0 || at < 0) throw new Error(`${rule}: ${path} has no lines ${old.join(' / ')}`)
  return lines.toSpliced(at, old.length, ...now).join('\n')
}

/** Spaces set columns and say nothing; `…` stands for the rest of a line. */
function fits(line: string | undefined, want: string): boolean {
  const words = (text: string): string => text.trim().replace(/\s+/g, ' ')
  if (line === undefined) return false
  return want.endsWith('…')
    ? words(line).startsWith(words(want.slice(0, -1)))
    : words(line) === words(want)
}
