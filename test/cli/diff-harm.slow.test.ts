// What a repository or a plan can hold against its reader: programs to run, links, words like options.

import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, test, vi } from 'vitest'

import { called } from '../examples/command.ts'
import { folderWith } from './folder.ts'
import { familyText, FILES, FIRST, PANS, planText, SECOND } from './kettle-plan.ts'
import { type Repository, repositoryWith } from './repository.ts'

vi.setConfig({ testTimeout: 60_000 })

const AT = ['--as-of', '2026-11-20'] as const

async function diff(folder: string, ...words: string[]): Promise<string> {
  const { code, output } = await called('diff', ...words, '--folder', folder, ...AT)
  expect(code).toBe(0)
  return output
}

async function history(folder: string): Promise<string> {
  const { code, output } = await called(
    ...(['history', 'sales', 'kettles', '2026-12', '--folder', folder, ...AT] as const),
  )
  expect(code).toBe(0)
  return output
}

/** A plan that nobody in the repository may see. */
function outside(): string {
  return folderWith({
    'secret.sop': familyText('secret') + planText('secret', PANS),
    'secret.csv': 'item,family\nsecret,kettles\n',
    'concord.yaml': '',
  })
}

describe('runs nothing', () => {
  /** Where a program that should not have run leaves its trace. */
  function trap(): { readonly trace: string; readonly script: string } {
    const folder = folderWith({ 'run.sh': '' })
    const [trace, script] = [join(folder, 'ran'), join(folder, 'run.sh')]
    writeFileSync(script, `#!/bin/sh\necho "$0 $@" >> '${trace}'\ncat\n`)
    chmodSync(script, 0o755)
    return { trace, script }
  }

  function changed(): Repository {
    const repository = repositoryWith({
      ...FILES,
      '.gitattributes': '* diff=evil filter=evil merge=evil\n',
    })
    repository.write({ 'kettles.sop': planText('kettles', SECOND) })
    repository.commit('more')
    repository.write({ 'kettles.sop': planText('kettles', FIRST) })
    return repository
  }

  test.each([
    'core.fsmonitor',
    'core.pager',
    'core.editor',
    'core.sshCommand',
    'core.askPass',
    'core.alternateRefsCommand',
    'pager.log',
    'pager.diff',
    'diff.external',
    'diff.evil.command',
    'diff.evil.textconv',
    'filter.evil.clean',
    'filter.evil.smudge',
    'filter.evil.process',
    'merge.evil.driver',
    'gpg.program',
    'uploadpack.packObjectsHook',
    'credential.helper',
    'alias.log',
    'alias.cat-file',
  ])('that the setting %s of a repository names', async (setting) => {
    const { trace, script } = trap()
    const repository = changed()
    repository.git('config', setting, setting.startsWith('alias.') ? `!${script}` : script)
    repository.git('config', 'log.showSignature', 'true')
    expect(await diff(repository.folder, 'HEAD~1', 'HEAD')).toContain('1,110')
    expect(await diff(repository.folder)).toContain('1,110')
    expect(await history(repository.folder)).toContain('1,110')
    expect(existsSync(trace)).toBe(false)
  })

  test('that stands among the hooks of a repository, in a folder of its own or elsewhere', async () => {
    const { trace, script } = trap()
    const repository = changed()
    const elsewhere = dirname(script)
    for (const hook of [
      'post-checkout',
      'post-index-change',
      'reference-transaction',
      'fsmonitor',
    ]) {
      for (const folder of [join(repository.folder, '.git/hooks'), elsewhere]) {
        writeFileSync(join(folder, hook), readFileSync(script), { mode: 0o755 })
      }
    }
    await diff(repository.folder)
    repository.git('config', 'core.hooksPath', elsewhere)
    expect(await diff(repository.folder)).toContain('1,110')
    await history(repository.folder)
    expect(existsSync(trace)).toBe(false)
  })

  test('that is fetched from elsewhere for what a partial clone lacks', async () => {
    const { trace, script } = trap()
    const repository = changed()
    repository.git('config', 'protocol.ext.allow', 'always')
    repository.git('config', 'remote.origin.url', `ext::${script}`)
    repository.git('config', 'remote.origin.promisor', 'true')
    repository.git('config', 'extensions.partialClone', 'origin')
    const blob = repository.git('rev-parse', 'HEAD:kettles.sop').trim()
    const object = join(repository.folder, '.git/objects', blob.slice(0, 2), blob.slice(2))
    expect(existsSync(object)).toBe(true)
    execFileSync('rm', ['-f', object])
    await expect(diff(repository.folder, 'HEAD~1', 'HEAD')).rejects.toThrow(/cannot be read/)
    const said = await history(repository.folder)
    expect(said).toContain('Some commits could not be read')
    const tree = repository.git('rev-parse', 'HEAD^{tree}').trim()
    execFileSync('rm', [
      '-f',
      join(repository.folder, '.git/objects', tree.slice(0, 2), tree.slice(2)),
    ])
    expect(await history(repository.folder)).toContain('Some commits could not be read')
    expect(said).not.toContain('unknown')
    expect(existsSync(trace)).toBe(false)
  })
})

describe('looks at its own repository', () => {
  afterEach(() => vi.unstubAllEnvs())

  test('whatever GIT_ variables say', async () => {
    const folder = folderWith({ 'run.sh': '' })
    const [trace, script] = [join(folder, 'ran'), join(folder, 'run.sh')]
    writeFileSync(script, `#!/bin/sh\ntouch '${trace}'\ncat\n`, { mode: 0o755 })
    chmodSync(script, 0o755)
    const other = repositoryWith({ ...FILES, 'kettles.sop': planText('kettles', PANS) })
    const repository = repositoryWith(FILES)
    repository.write({ 'kettles.sop': planText('kettles', SECOND) })
    const expected = await diff(repository.folder)
    const variables = {
      GIT_DIR: join(other.folder, '.git'),
      GIT_WORK_TREE: other.folder,
      GIT_INDEX_FILE: join(other.folder, '.git/index'),
      GIT_OBJECT_DIRECTORY: join(other.folder, '.git/objects'),
      GIT_NAMESPACE: 'other',
      GIT_EXTERNAL_DIFF: script,
      GIT_PAGER: script,
      GIT_SSH_COMMAND: script,
      GIT_TRACE: trace,
      GIT_TRACE2: trace,
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'core.fsmonitor',
      GIT_CONFIG_VALUE_0: script,
      GIT_CONFIG_PARAMETERS: `'core.fsmonitor=${script}'`,
    }
    for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value)
    const { output } = await called('diff', '--folder', repository.folder, ...AT)
    expect(output).toBe(expected)
    expect(existsSync(trace)).toBe(false)
  })
})

describe('reads nothing outside', () => {
  test('by links among the files of a commit, or of the working tree', async () => {
    const secret = outside()
    const repository = repositoryWith(FILES)
    symlinkSync(join(secret, 'secret.sop'), join(repository.folder, 'link.sop'))
    symlinkSync(secret, join(repository.folder, 'folder'))
    symlinkSync('../../../../../../etc/hostname', join(repository.folder, 'up.sop'))
    expect(await diff(repository.folder)).not.toContain('secret')
    repository.write({ 'kettles.sop': planText('kettles', SECOND) })
    repository.commit('links')
    const said = await diff(repository.folder, 'HEAD~1', 'HEAD')
    expect(said).toContain('1,110')
    expect(said).not.toContain('secret')
    expect(await history(repository.folder)).toContain('1,110')
  })

  test('by a plan that names a file of items elsewhere', async () => {
    const secret = outside()
    const repository = repositoryWith(FILES)
    const up = `${'../'.repeat(20)}${secret.slice(1)}/secret.csv`
    for (const path of [join(secret, 'secret.csv'), up]) {
      repository.write({ 'items.sop': `items from "${path}"\n` })
      repository.commit('items')
      const at = ['--folder', repository.folder, ...AT, '--format', 'json']
      const { output } = await called('diff', 'HEAD~1', 'HEAD', ...at)
      expect(output.replaceAll(path, '')).not.toMatch(/item secret/)
      expect(JSON.parse(output)).toMatchObject({
        notes: expect.arrayContaining([expect.stringContaining('items.sop')]) as unknown,
      })
    }
  })

  test('by a repository within it', async () => {
    const inner = repositoryWith({ 'secret.sop': familyText('secret') + planText('secret', PANS) })
    const repository = repositoryWith(FILES)
    const allow = ['-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add']
    repository.git(...allow, pathToFileURL(inner.folder).href, 'inner')
    repository.write({ 'kettles.sop': planText('kettles', SECOND) })
    repository.commit('a repository within')
    const said = await diff(repository.folder, 'HEAD~1', 'HEAD')
    expect(said).toContain('1,110')
    expect(said).not.toContain('secret')
  })

  test('by a tree made by hand whose names lead elsewhere', async () => {
    const secret = outside()
    const repository = repositoryWith(FILES)
    const blob = repository.git('rev-parse', 'HEAD:kettles.sop').trim()
    // What mktree refuses is written as bytes: a folder called `..`.
    const entry = (mode: string, name: string, object: string): Buffer =>
      Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(object, 'hex')])
    const stored = (bytes: Buffer): string =>
      execFileSync('git', ['hash-object', '-t', 'tree', '-w', '--literally', '--stdin'], {
        cwd: repository.folder,
        input: bytes,
        encoding: 'utf8',
      }).trim()
    const inside = stored(entry('100644', 'planted.sop', blob))
    const top = stored(
      Buffer.concat([entry('40000', '..', inside), entry('100644', 'kettles.sop', blob)]),
    )
    const commit = repository.git('commit-tree', '-m', 'by hand', top).trim()
    await called('diff', 'HEAD', commit, '--folder', repository.folder, ...AT)
    expect(existsSync(join(dirname(repository.folder), 'planted.sop'))).toBe(false)
    expect(existsSync(join(secret, 'planted.sop'))).toBe(false)
  })
})

test('takes no word for an option, though a revision goes by that name', async () => {
  const repository = repositoryWith(FILES)
  const file = join(repository.folder, 'made')
  const head = repository.git('rev-parse', 'HEAD').trim()
  for (const word of [`--output=${file}`, '--upload-pack=touch', '-O', '--exec=x']) {
    const name = word.replace(/[/=]/g, '-')
    writeFileSync(join(repository.folder, '.git/refs/heads', name), `${head}\n`)
    for (const side of [word, name, `${word}..HEAD`, `HEAD...${name}`]) {
      const at = ['--folder', repository.folder, ...AT, '--']
      await expect(called('diff', ...at, side)).rejects.toThrow(/There is no/)
      await expect(called('diff', ...at, 'HEAD', side)).rejects.toThrow(/There is no/)
    }
  }
  expect(existsSync(file)).toBe(false)
  for (const word of ['HEAD; touch made', '$(touch made)', '`touch made`', 'HEAD\ntouch made']) {
    const at = ['--folder', repository.folder, ...AT, '--']
    await expect(called('diff', ...at, word)).rejects.toThrow(/There is no/)
  }
  expect(existsSync(file)).toBe(false)
})
