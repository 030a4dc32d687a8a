// `npm run bench`: how long and how much memory a check takes, next to others who check the same plan.
// It reads the built command, so `npm run build` comes first; README.md says how to read what it prints.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { comparison } from './comparison.ts'
import { COMMAND, NAMES } from './contestants.ts'
import { editor } from './editor.ts'
import { growth } from './growth.ts'
import { past } from './past.ts'
import type { Plan, Section } from './section.ts'
import { rulebook } from './rulebook.ts'
import { start } from './start.ts'
import { type Target, targetLines } from './target.ts'

const PARTS = { peers: comparison, growth, start, rulebook, past, editor }
const runs = process.env['RUNS'] ?? '5'

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: [] },
    quick: { type: 'boolean', default: false },
    'npm-peers': { type: 'string', default: join(tmpdir(), 'concord-peers') },
  },
})
const complaint = wrongUse(values.only)
if (complaint === undefined) await bench()
else {
  console.error(complaint)
  process.exitCode = 2
}

async function bench(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'concord-bench-'))
  const peers = values.only.filter((name) => !isPart(name))
  const plan: Plan = {
    folder,
    runs: values.quick ? 1 : Number(runs),
    peers: peers.length === 0 ? undefined : peers,
    npmPeers: values['npm-peers'],
  }
  try {
    console.log(machine(plan))
    const targets: Target[] = []
    for (const [name, part] of Object.entries(PARTS)) {
      if (!isPartWanted(name, peers)) continue
      const section = await part(plan)
      console.log(textOf(section))
      targets.push(...section.targets)
    }
    console.log(`\n## Targets\n\n${targetLines(targets)}\n\nLoad at the end: ${load()}.`)
    if (targets.some(({ met }) => met === false)) process.exitCode = 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** `--only` takes parts and peers; a peer alone stands for the part it belongs to. */
function isPartWanted(name: string, peers: readonly string[]): boolean {
  if (values.only.length === 0 || values.only.includes(name)) return true
  return name === 'peers' && peers.length > 0
}

function isPart(name: string): boolean {
  return Object.hasOwn(PARTS, name)
}

function wrongUse(only: readonly string[]): string | undefined {
  const known = [...Object.keys(PARTS), ...Object.values(NAMES)]
  const unknown = only.find((name) => !known.includes(name))
  if (unknown !== undefined) return `--only ${unknown}: there are ${known.join(', ')}`
  if (!/^[1-9]\d*$/.test(runs)) return `RUNS=${runs}: a whole number of rounds, such as 5`
  return existsSync(COMMAND) ? undefined : `${COMMAND} is missing: npm run build`
}

function machine({ runs: rounds }: Plan): string {
  const [processor] = cpus()
  return [
    `# Concord, ${rounds} ${rounds === 1 ? 'round' : 'rounds'} after a warm-up`,
    '',
    `Node ${process.versions.node}, ${cpus().length} × ${processor?.model.trim() ?? 'unknown'}, ` +
      `${Math.round(totalmem() / 2 ** 30)} GiB; load ${load()} before the first round.`,
    ...certificates(),
  ].join('\n')
}

/** What makes each start of Node longer, that of `node -e 0` too, and of no other peer. */
function certificates(): readonly string[] {
  if (!process.env['NODE_EXTRA_CA_CERTS']) return []
  return [
    '',
    'NODE_EXTRA_CA_CERTS is set: whatever runs on Node reads those certificates first, which may take',
    'longer than a small check. `env -u NODE_EXTRA_CA_CERTS npm run bench` measures without.',
  ]
}

/** Programs that ran beside, on average of the last minute: 0 is best. */
function load(): string {
  return loadavg()[0]?.toFixed(1) ?? ''
}

function textOf({ title, table }: Section): string {
  return `\n## ${title}\n\n${table}`
}
