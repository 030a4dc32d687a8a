// Parts of the command that a start does without: what a mistake needs, say. Their modules are
// imported as any others; the build makes of what others take of them functions that load the part
// when they are first called.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

import { root } from './entries.mjs'

/**
 * Name → its modules. Of these, others may take functions alone.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const lateParts = {
  // The rulebook as it is written, which is asked for where a rule is shown.
  texts: [
    'src/built-in/texts.ts',
    ...['src/prelude', 'src/rulebook'].flatMap((folder) =>
      readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
    ),
  ],
  // The grammar of lines, which tells what is wrong with one.
  lines: ['grammar/line-parser.ts'],
  // What was meant, and how it is said.
  mistakes: [
    'grammar/mistakes.ts',
    'grammar/plan-hints.ts',
    'grammar/rule-hints.ts',
    'grammar/segments.ts',
    'src/base/day-meant.ts',
    'src/base/month-meant.ts',
    'src/base/number-meant.ts',
    'src/base/suggest.ts',
    'src/diagnostics/cells.ts',
    'src/diagnostics/configuration.ts',
    'src/diagnostics/names.ts',
    'src/diagnostics/rules.ts',
    'src/diagnostics/syntax.ts',
    'src/diagnostics/table.ts',
    'src/diagnostics/trials.ts',
    'src/diagnostics/units.ts',
    'src/facts/hyphened.ts',
    'src/facts/misfill.ts',
    'src/facts/missing-mark.ts',
    'src/facts/name-of-words.ts',
    'src/facts/time-meant.ts',
    'src/facts/unknown.ts',
    'src/facts/wanted.ts',
    'src/rules/type-words.ts',
    'src/rules/unlike.ts',
  ],
  // Colours, which a file or a pipe does without.
  colours: ['src/markup/colours.ts'],
  // git, which runs beside us.
  git: ['src/cli/git-beside.ts'],
  // Item data in quotes.
  data: ['src/sources/quoted-csv.ts'],
  // Plans with seals, as long as they are few.
  sha256: ['src/base/sha256.ts'],
  // A check beside one that was made before.
  beside: ['src/facts/beside.ts', 'src/rules/judgement-in.ts', 'src/syntax/trees-beside.ts'],
}

/** The launcher has these itself. */
const launched = ['src/cli/engine.ts']
const LAUNCHER = './concord.cjs'

const partOf = new Map(
  Object.entries(lateParts).flatMap(([part, modules]) => modules.map((path) => [path, part])),
)
const STUB = '\0late:'
const ENTRY = '\0part:'

/** The file that has a module, as the others ask for it. */
const fileOf = (path) => (launched.includes(path) ? LAUNCHER : `./command-${partOf.get(path)}.cjs`)
const pathOf = (id) => relative(root, id).replaceAll('\\', '/')

/** What a module lends: functions, and reporters made for a table. */
function functionsOf(path) {
  const code = readFileSync(path, 'utf8')
  const found = code.matchAll(
    /^export (?:async )?function\*? (\w+)|^export const (\w+) = reporterFor\(/gm,
  )
  return [...found].map(([, name, reporter]) => name ?? reporter)
}

/** Input name → what rolldown begins with. */
export const lateEntries = Object.fromEntries(
  Object.keys(lateParts).map((part) => [`command-${part}`, ENTRY + part]),
)

/** Chunks of their own. */
export const lateGroups = Object.entries(lateParts).map(([part, modules]) => ({
  name: part,
  test: (id) => id === ENTRY + part || modules.includes(pathOf(id)),
  priority: 1,
}))

const files = new Set([...partOf.keys(), ...launched].map(fileOf))

/** @type {import('rolldown').Plugin} */
export const latePlugin = {
  name: 'late-parts',
  async resolveId(source, importer, options) {
    if (source.startsWith(ENTRY)) return source
    if (files.has(source)) return { id: source, external: true }
    if (importer === undefined || !source.endsWith('.ts')) return undefined
    const found = await this.resolve(source, importer, { ...options, skipSelf: true })
    const path = found && pathOf(found.id)
    if (launched.includes(path)) return STUB + found.id
    const part = partOf.get(path)
    if (part === undefined) return undefined
    const isNear = importer === ENTRY + part || partOf.get(pathOf(importer)) === part
    return isNear ? found : STUB + found.id
  },
  load(id) {
    if (id.startsWith(ENTRY)) {
      const modules = lateParts[id.slice(ENTRY.length)].filter((path) => path.endsWith('.ts'))
      return modules.map((path) => `export * from ${JSON.stringify(root + path)}`).join('\n')
    }
    if (!id.startsWith(STUB)) return undefined
    const path = id.slice(STUB.length)
    const file = JSON.stringify(fileOf(pathOf(path)))
    return functionsOf(path)
      .map(
        (name) => `export function ${name}(...given) { return require(${file}).${name}(...given) }`,
      )
      .join('\n')
  },
}
