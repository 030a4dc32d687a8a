/** Workspaces as texts, in which one thing is typed otherwise, and what is said then. */

import { readdirSync, readFileSync } from 'node:fs'

import { parseDay } from '../../src/base/date.ts'
import { parseMonth } from '../../src/base/month.ts'
import { workspaceFiles } from '../../src/cli/init-files.ts'
import type { CheckData, Files } from '../../src/index.ts'
import { check } from '../../src/index.ts'
import { examplesRoot } from './workspaces.ts'

/** The day on which everything is checked: behind all meetings of the cycle. */
const ON = '2026-12-01'

export const acme = folder('acme')
export const firstPlan = folder('first-plan')
export const begun = begin()

/** What `concord init` writes. */
function begin(): Files {
  const month = parseMonth('2026-11')
  const day = parseDay('2026-11-20')
  if (month === undefined || day === undefined) throw new Error('no such day')
  return Object.fromEntries(workspaceFiles(month, day))
}

function folder(name: string): Files {
  const root = `${examplesRoot}${name}/`
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' })
  const kept = paths.filter((path) => /\.(?:sop|csv|yaml)$/.test(path))
  return Object.fromEntries(kept.map((path) => [path, readFileSync(root + path, 'utf8')]))
}

/** The workspace with one text written otherwise. */
export function typed(files: Files, path: string, old: string, young: string): Files {
  const text = files[path] ?? ''
  if (!text.includes(old)) throw new Error(`${path} does not say ${old}`)
  return { ...files, [path]: text.replace(old, () => young) }
}

const known = new WeakMap<Files, ReturnType<typeof messages>>()

/** What is said of a workspace that is not said of another: message and help, errors and findings. */
export async function saidBeside(before: Files, after: Files): Promise<readonly string[]> {
  let texts = known.get(before)
  if (texts === undefined) known.set(before, (texts = messages(before)))
  const old = new Set((await texts).map(({ text }) => text))
  return (await messages(after)).filter(({ text }) => !old.has(text)).map(({ said }) => said)
}

async function messages(files: Files) {
  const data: CheckData = await check(files, { asOf: ON })
  const problems = data.diagnostics.map(({ code, message, help, place }) => ({
    text: message,
    said: `${place.path}:${place.start.line} ${code}: ${message}${help === null ? '' : `; ${help}`}`,
  }))
  const findings = data.findings.map(({ rule, message }) => ({
    text: message,
    said: `${rule}: ${message}`,
  }))
  return [...problems, ...findings]
}
