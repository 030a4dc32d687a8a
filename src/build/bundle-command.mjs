// The command in parts: what each check needs stands in one file, which each start reads whole; the
// readers of options, of globs and of settings that are not of the simplest, what a mistake needs
// (`late-parts.mjs`), and all the rest, in others, which are read only when they are asked for. The
// code of all is compiled ahead.
import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

import { rolldown } from 'rolldown'

import { entries, reading, root } from './entries.mjs'
import { lateEntries, lateGroups, latePlugin } from './late-parts.mjs'

/**
 * What a plain check imports while it runs; what these import themselves comes with them. With them
 * are words that two parts share, or the one would load the other.
 */
const everyCheck =
  /\/src\/cli\/(main|check)\.ts$|\/src\/report\/(pretty|compact)\.ts$|\/grammar\/wanted\.ts$/

/** The part that each start reads. */
const MAIN = 'command.cjs'

/** All that a part lends, at its end: names as they are, and by a function what may change. */
const LENT = new RegExp(
  String.raw`(?:[,;\s]*(?:${[
    String.raw`exports\.[\w$]+ ?= ?[\w$]+`,
    String.raw`Object\.defineProperty\(exports, ?"[\w$]+", ?\{[^{}]+\{[^{}]+\}\s*\}\)`,
  ].join('|')}))+;?\s*$`,
)

/** What the launcher calls a part with. */
const WRAPPER = ['(function (exports, require, module, __filename, __dirname) {', '\n})']

/**
 * @param {string} dist
 * @param {import('rolldown').OutputOptions} output
 * @param {import('rolldown').Plugin[]} plugins
 */
export async function bundleCommand(dist, output, plugins) {
  const build = await rolldown({
    ...reading,
    input: {
      command: entries.concord,
      ...lateEntries,
    },
    preserveEntrySignatures: 'allow-extension',
    plugins: [...plugins, latePlugin],
    onLog(level, log, proceed) {
      // A module of both parts is in the first; the second imports it as if it could be late.
      if (log.code !== 'INEFFECTIVE_DYNAMIC_IMPORT') reading.onLog(level, log, proceed)
    },
  })
  const { output: parts } = await build.write({
    dir: dist,
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: 'command-[name].cjs',
    codeSplitting: {
      groups: [
        { name: 'check', test: everyCheck, priority: 2 },
        ...lateGroups,
        { name: 'options', test: /\/src\/cli\/program\.ts$/, priority: 1 },
        { name: 'settings', test: /\/src\/configuration\/parse\.ts$/, priority: 1 },
        { name: 'globs', test: /\/src\/cli\/plan-globs\.ts$/, priority: 1 },
        { name: 'rest' },
      ],
    },
    minify: true,
    topLevelVar: true,
    ...output,
  })
  await build.close()
  for (const { fileName } of parts) makePart(join(dist, fileName))
  copyFileSync(join(root, 'src/build/launcher.cjs'), join(dist, 'concord.cjs'))
  compileAhead(dist)
}

/** Wrapped here, since the launcher would have to copy it. A file of ASCII alone is kept at a byte a character. */
function makePart(file) {
  const escaped = (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
  const code = readFileSync(file, 'utf8').replace(/[\u0080-\uffff]/g, escaped)
  writeFileSync(file, WRAPPER.join(basename(file) === MAIN ? lentLate(code) : code))
}

/**
 * What the first part lends to others are some hundred names, and most starts load no other: they are
 * lent when the first other part asks (`lend` in the launcher).
 */
function lentLate(code) {
  const lent = LENT.exec(code)?.[0]
  if (lent === undefined) throw new Error(`What ${MAIN} lends does not stand at its end.`)
  return `${code.slice(0, -lent.length)};module.lend=()=>{${lent.replace(/^[,;\s]+/, '')}}`
}

/** So many that they are judged together, as those of a large plan are. */
function manyFamilies() {
  return Array.from({ length: 40 }, (_, at) => {
    const head = `family family-${at} {\n  strategy make-to-stock\n  unit     each\n}\n`
    const rows =
      '  2026-11   1000        1000        500\n  2026-12   1000        1000        500\n'
    const table = `  month    sales  operations  inventory\n${rows}`
    return `${head}plan family-${at} for 2026-11 {\n  opening inventory 500\n${table}}\n`
  }).join('')
}

/** A line that is not right is read by the grammar, and names that nobody knows are looked for. */
const mistakes = `unit crate = 12 each )
famly pumps {
  unit each
}
plan shet for Nov 2026 {
  month    sales  operation
  2026-11   1,200        1200
}
rule company/one "A rule" {
  given   family f
  require sale(f, 2026-11) >= 0 USD
}
`

/** Lets the command check plans that use most of the language, and keeps the code that V8 compiled. */
function compileAhead(dist) {
  const folder = mkdtempSync(join(tmpdir(), 'concord-'))
  const plan = readFileSync(join(root, 'src/build/warm-up.sop'), 'utf8')
  const [first, second] = [join(folder, 'first'), join(folder, 'second')]
  for (const [at, text] of [
    [first, plan + manyFamilies()],
    [second, plan.replace('2026-12              1250', '2026-12              1240')],
  ]) {
    cpSync(join(root, 'examples/acme'), at, { recursive: true })
    const items = join(at, 'items.csv')
    writeFileSync(items, readFileSync(items, 'utf8').replace(/^\d+/gm, '"$&"'))
    writeFileSync(join(at, 'warm-up.sop'), text)
    // In brackets, so that the reader of settings is asked.
    appendFileSync(
      join(at, 'concord.yaml'),
      '\nrules: { balance: warning }\nreport: { color: always }\n',
    )
  }
  keepCode(
    dist,
    [
      'command',
      'command-options',
      'command-settings',
      'command-data',
      'command-sha256',
      'command-colours',
    ],
    ['check', first],
  )
  const wrong = join(folder, 'wrong')
  mkdirSync(wrong)
  writeFileSync(join(wrong, 'plan.sop'), `family sheet {\n  unit each\n}\n${mistakes}`)
  keepCode(dist, ['command-lines', 'command-mistakes'], ['check', wrong])
  keepCode(dist, ['command-rest'], ['diff', first, second])
  const book = readFileSync(join(root, 'src/rulebook/01-leader.sop'), 'utf8')
  keepCode(dist, ['command-texts'], ['explain', /^rule (\S+)/m.exec(book)[1]])
  appendFileSync(join(second, 'concord.yaml'), 'exclude: [drafts]\n')
  keepCode(dist, ['command-globs'], ['check', second])
  rmSync(folder, { recursive: true, force: true })
}

/** What is not run here is compiled at each start. */
function keepCode(dist, parts, words) {
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(dist, 'concord.cjs'), ...words, '--as-of', '2026-11-20'],
    { env: { ...process.env, CONCORD_BUILD_CACHE: parts.join(' ') }, encoding: 'utf8' },
  )
  if (status !== 0 && status !== 1) {
    throw new Error(`\`concord ${words[0]}\` did not run to warm up: ${stderr}`)
  }
}
