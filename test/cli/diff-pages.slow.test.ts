// `concord diff` for people: what a reviewer sees first, and that nothing in a plan is obeyed.

import { describe, expect, test, vi } from 'vitest'

import { called } from '../examples/command.ts'
import { readHtml } from '../markup/strict-html.ts'
import { BUSINESS, changed, FAMILIES, FILES, MORE, PLAN } from './kettle-works.ts'
import { type Repository, repositoryWith } from './repository.ts'

vi.setConfig({ testTimeout: 60_000 })

type Form = 'markdown' | 'html' | 'pretty'

async function page(repository: Repository, form: Form): Promise<string> {
  const at = ['--folder', repository.folder, '--as-of', '2026-11-20']
  const { code, output } = await called('diff', ...at, '--format', form)
  expect(code).toBe(0)
  return output
}

/** What stands above all that is folded. */
async function summary(repository: Repository): Promise<string> {
  const output = await page(repository, 'markdown')
  return output.replace(/<details>.*?<\/details>/gs, '').trim()
}

const APPROVE = 'approve sales of kettles 2026-12 for 2026-11'

describe('the summary', () => {
  test('fits a screen, and all the rest is folded', async () => {
    const repository = repositoryWith(FILES)
    repository.write({ 'plan.sop': MORE })
    expect((await summary(repository)).split('\n').length).toBeLessThan(30)
    const output = await page(repository, 'markdown')
    expect(output).toContain('<summary>Numbers that changed, by month</summary>')
    expect(output.match(/<details>/g)).toHaveLength(output.match(/<\/details>/g)?.length ?? 0)
  })

  test('says whose approval a fence wants, who gave it, and who may not', async () => {
    const repository = repositoryWith(FILES)
    const told = async (approvals: string): Promise<string> => {
      repository.write({ 'plan.sop': MORE + approvals })
      return summary(repository)
    }
    const open = '2 changes inside the fence planning: president has to approve'
    expect(await told('')).toContain(`- **${open}.**`)
    const by = (role: string): string => `${APPROVE} by ${role} on 2026-11-18 because "A fair."\n`
    expect(await told(by('sales-manager'))).toContain(
      '- **1 change inside the fence planning: president has to approve, and sales-manager may not.**',
    )
    expect(await told(by('president'))).toContain(
      '- 1 change inside the fence planning: approved by president.',
    )
    const unread = by('president').replace('2026-12 for', '2026-12, 2027-01 for')
    expect(await told(unread)).toContain(`- **${open}.**`)
  })

  test('says what a price is worth, which is no number of the plan', async () => {
    const repository = repositoryWith(FILES)
    repository.write({ 'families.sop': FAMILIES.replace('price = 20 USD', 'price = 21 USD') })
    expect(await summary(repository)).toContain(
      '- No number of the plan is written anew, but what it is worth moves: revenue +4,000 USD.',
    )
    repository.write({ 'families.sop': FAMILIES.replace('Kitchen', 'Garden') })
    expect(await summary(repository)).toContain('- No number that anybody wrote changes.')
  })

  test('says who committed to what is no longer so', async () => {
    const sealed = repositoryWith({
      ...FILES,
      'families.sop': FAMILIES.replace(
        '  unit     each\n',
        '  unit     each\n  owner    sales-manager for sales\n',
      ),
      'role.sop': '',
    })
    const at = ['commit', 'sales', '--for', '2026-11', '--by', 'sales-manager']
    vi.spyOn(process, 'cwd').mockReturnValue(sealed.folder)
    try {
      expect((await called(...at, '--on', '2026-11-19', '--file', 'role.sop')).code).toBe(0)
    } finally {
      vi.restoreAllMocks()
    }
    sealed.commit('committed')
    sealed.write({ 'plan.sop': MORE })
    expect(await summary(sealed)).toContain(
      '- **1 seal broken, of sales-manager:** commit again, or say in a revision what changed.',
    )
  })

  test('adds the revenue of the families that change, whatever else has no price', async () => {
    const [family = ''] = FAMILIES.split('conversion')
    const plan = PLAN.slice(PLAN.lastIndexOf('plan kettles'))
    const teapots = (family + plan).replaceAll('kettles', 'teapots')
    const repository = repositoryWith({ ...FILES, 'teapots.sop': teapots })
    repository.write({ 'plan.sop': MORE })
    expect(await summary(repository)).toContain('of 1 family change: revenue +6,000 USD.')
  })

  test('shows that months go up and down where their sum hides it', async () => {
    const repository = repositoryWith(FILES)
    repository.write({ 'plan.sop': MORE.replace('1050  1000', ' 900  1000') })
    expect(await summary(repository)).toContain('| 0 (+200, -200) |')
  })

  test('shows new statements as their author wrote them, and no 64 digits of a seal', async () => {
    const seal = (digit: string): string =>
      `commit sales of kettles for 2026-11 by sales-manager on 2026-11-19 as "sha256-${digit.repeat(64)}"\n`
    const repository = repositoryWith({ ...FILES, 'seal.sop': seal('a') })
    const approve = `${APPROVE} by president on 2026-11-18 because "A fair."`
    const growth = 'assumption growth "Growth" {\n  owner sales-manager\n}\n'
    const decide = 'decision fair "A fair" about kettles,\n    kettles {\n  due 2027-02\n}\n'
    repository.write({ 'seal.sop': seal('b'), 'new.sop': `${approve}\n${growth}${decide}` })
    const output = await page(repository, 'markdown')
    expect(output).toContain(`- \`${approve}\` (new.sop)`)
    expect(output).toContain('- `assumption growth "Growth"` (new.sop)')
    expect(output).toContain('- `decision fair "A fair" about kettles, …` (new.sop)')
    expect(output).toContain('as: sha256-aaaaaaaa… → sha256-bbbbbbbb…')
  })

  test('says first where a side cannot be read in full', async () => {
    const repository = repositoryWith(FILES)
    repository.write({ 'plan.sop': MORE, 'wrong.sop': 'famly x\n' })
    const [, about, note] = (await summary(repository)).split('\n\n')
    expect(about).toMatch(/^Cycle /)
    expect(note).toMatch(/^\*\*Note:\*\* working tree: .* The first is in wrong\.sop\.$/)
  })

  test('has a line for each rule, and counts the rest of it', async () => {
    const repository = repositoryWith(FILES)
    repository.write({ 'plan.sop': MORE })
    const shown = await summary(repository)
    const rules = [...shown.matchAll(/^- \*\*\w+\\\[(.*?)\\\]\*\*/gm)].map(([, rule]) => rule)
    expect(rules.length).toBeGreaterThan(0)
    expect(new Set(rules).size).toBe(rules.length)
    expect(shown).toMatch(/\(and \d+ more of this rule\)/)
  })
})

/** What a planner might be made to write: in names, titles, reasons, and names of files. */
const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '[a](javascript:alert(1))',
  '| x | y `z` |',
  'ask @everyone at https://example.org or www.example.org',
  '&lt;b&gt; \u202Egnp.exe \u2066',
  '</details></td></table><script>alert(1)</script>',
  '# 1. - **bold** ~~gone~~ ```',
] as const

/** A change that says the text wherever a plan has words of its own. */
function saying(text: string): Repository {
  const name = JSON.stringify(text)
  const before = { ...FILES, 'business.sop': BUSINESS, 'words.sop': '' }
  const repository = repositoryWith(before)
  const named = (plan: string): string => plan.replaceAll('kettles', name)
  const path = `${text.replaceAll('/', '')}.sop`
  repository.write({
    'business.sop': changed(BUSINESS, '"Kettle works"', name),
    'families.sop': named(changed(changed(FAMILIES, '"Kitchen shops"', name), '"Kettles"', name)),
    'plan.sop': named(`${MORE}${APPROVE} by sales-manager on 2026-11-18 because KETTLES\n`).replace(
      'KETTLES',
      name,
    ),
    [path]: 'wrong\nassumption growth "Growth" {\n  because KETTLES\n}\n'.replace('KETTLES', name),
  })
  return repository
}

/** Escapes and code taken out: what is left is what Markdown obeys. */
function obeyed(markdown: string): string {
  return markdown
    .replace(/\\[^\n]|(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, '')
    .replaceAll('<!-- -->', ' ')
}

describe.each(HOSTILE)('%j in a plan', (text) => {
  const repository = saying(text)

  test('is text of a page', async () => {
    const { text: shown } = readHtml(await page(repository, 'html'))
    const visible = text.replace(/[\u202E\u2066]/g, '')
    expect(shown.split(visible).length).toBeGreaterThan(4)
    expect(shown).not.toMatch(/[\u202E\u2066]/)
  })

  test('is text of a comment', async () => {
    const output = await page(repository, 'markdown')
    expect(output).not.toMatch(/[\u202E\u2066]/)
    const left = obeyed(output)
    expect(left).not.toMatch(
      /<(?!\/?(?:details|summary|b)>)|\]\(|`|~~|@\w|:\/\/|\bwww\.|&(?!#\d+;)/,
    )
    expect(left.match(/<details>/g)).toHaveLength(left.match(/<\/details>/g)?.length ?? 0)
    const tables = left.split('\n\n').filter((block) => block.startsWith('|'))
    expect(tables.length).toBeGreaterThan(0)
    for (const table of tables) {
      const cells = table
        .trim()
        .split('\n')
        .map((row) => row.split('|').length)
      expect(new Set(cells).size).toBe(1)
    }
  })
})
