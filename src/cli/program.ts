/** The commands and their options. */

import { Command, CommanderError } from 'commander'

import { version } from '../../package.json'
import type { CheckOptions } from './check.ts'
import type { CommitOptions } from './commit.ts'
import type { CompareOptions } from './compare.ts'
import { aside, output } from './console.ts'
import type { DiffOptions } from './diff.ts'
import type { ExplainOptions } from './explain.ts'
import type { FmtOptions } from './fmt.ts'
import type { HistoryOptions } from './history.ts'
import type { InitOptions } from './init.ts'
import type { RollOptions } from './roll.ts'
import type { RulesOptions } from './rules.ts'
import type { TestOptions } from './test.ts'

const WRONG_USE = 2

/** Runs a call whose words are yet to be read, and gives its exit code. */
export async function runProgram(words: readonly string[]): Promise<number> {
  let code = 0
  const program = programOf(words[0], (exit) => {
    code = exit
  })
  try {
    await program.parseAsync([...words], { from: 'user' })
    return code
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0 ? 0 : WRONG_USE
  }
}

type Add = (program: Command, exit: (code: number) => void) => void

/** Name → what sets it up; the other commands of its row come with it. */
const commands: ReadonlyMap<string, Add> = new Map<string, Add>([
  ['check', addCheck],
  ['fmt', addFmt],
  ['explain', addExplain],
  ['commit', addCommit],
  ['rules', addRules],
  ['test', addTest],
  ['init', addInit],
  ['roll', addRoll],
  ['compare', addCompare],
  ['lsp', addLsp],
  ['git-setup', addGit],
  ['merge-driver', addGitDrivers],
  ['diff', addDiff],
  ['history', addHistory],
])

/** Where a command is named, the others are not set up, which takes its time. */
function programOf(name: string | undefined, exit: (code: number) => void): Command {
  const program = new Command('concord')
    .description('Executive S&OP as code: checks that the monthly plan adds up.')
    .version(version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'show how to call')
    .helpCommand('help [command]', 'show how to call a command')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => output.write(text),
      writeErr: (text) => aside.write(text),
    })
    .showHelpAfterError('`concord help` shows how to call.')
    .addHelpText('after', EXIT_CODES)
  const named = commands.get(name ?? '')
  for (const add of named === undefined ? commands.values() : [named]) add(program, exit)
  return program
}

const FORMS = 'pretty, compact, json, markdown, html, sarif, junit, github, gitlab or checkstyle'

const EXIT_CODES = `
Exit codes: 1 an error is found (--fail-on names another level), 0 nothing that grave,
2 wrong use or broken concord.yaml, 3 a fault of concord itself.`

function addCheck(program: Command, exit: (code: number) => void): void {
  program
    .command('check')
    .description('check the plan, and say exactly what does not add up')
    .argument(
      '[path...]',
      'a workspace, or files or folders of one: what is wrong in them, or follows from them',
    )
    .option('--cycle <month>', 'check this cycle, not the latest, such as 2026-11')
    .option('--as-of <date>', 'take this day for today, such as 2026-11-22')
    .option('--scenario <name>', 'take this scenario as the plan')
    .option(
      '--fail-on <level>',
      'fail from this level on: error (unless concord.yaml says another), warning, information, never',
    )
    .option(
      '--rule <name>',
      'judge this rule only, or rules such as balance; may be repeated',
      also,
    )
    .option('--todo', 'list what is still to be done before the meetings')
    .option('--step <step>', 'judge as if the meeting of this step had passed: demand-review, …')
    .option('--since <revision>', 'fail only on what came since: main... is where the branch began')
    .option('--baseline <file>', 'let pass the problems that this file lists')
    .option('--write-baseline <file>', 'list the problems there are in this file, to let them pass')
    .option('--format <form>', FORMS, 'pretty')
    .option(
      '--output <form=file>',
      'write a form to a file, too: sarif=out.sarif; repeatable',
      also,
    )
    .option(
      '--unguarded',
      'change each planned number in turn, and list those that no rule notices',
    )
    .option('--timings', 'say how long each stage and each slow rule took')
    .option('--watch', 'check again whenever a file changes')
    .action(async (paths: readonly string[], options: CheckOptions) => {
      const { checkCommand } = await import('./check.ts')
      exit(await checkCommand(paths, options))
    })
}

function addFmt(program: Command, exit: (code: number) => void): void {
  program
    .command('fmt')
    .description('lay out plan files: aligned tables, nothing changed in meaning')
    .argument('[path...]', 'a workspace, or files or folders of one')
    .option('--check', 'write nothing; fail where a file is not laid out')
    .option('--diff', 'write nothing; show what would change')
    .action(async (paths: readonly string[], options: FmtOptions) => {
      const { fmtCommand } = await import('./fmt.ts')
      exit(await fmtCommand(paths, options))
    })
}

function addExplain(program: Command, exit: (code: number) => void): void {
  program
    .command('explain')
    .description(
      'explain a rule, a diagnostic, a kind of statement, a name of the plan, or a number',
    )
    .argument(
      '[words...]',
      'its name, or a number: inventory medium-widgets 2027-03, load assembly 2027-03',
    )
    .option('--cycle <month>', 'of this cycle, not the latest')
    .option('--as-of <date>', 'take this day for today')
    .option('--scenario <name>', 'take this scenario as the plan')
    .option('--markdown', 'print Markdown')
    .action(async (words: readonly string[], options: ExplainOptions) => {
      const { explainCommand } = await import('./explain.ts')
      exit(await explainCommand(words, options))
    })
}

function addCommit(program: Command, exit: (code: number) => void): void {
  program
    .command('commit')
    .description('commit to a plan: seals it, so that a later change shows')
    .argument('<series>', 'which plan: sales, operations, revenue, …')
    .requiredOption('--for <month>', 'of this cycle, such as 2026-11')
    .requiredOption('--by <role>', 'the role that commits')
    .option('--of <family>', 'of this family; may be repeated. Unsaid, of all the role owns', also)
    .option('--on <date>', 'on this day; unsaid, today')
    .option('--file <path>', "write into this plan file; unsaid, the role's own")
    .action(async (series: string, options: CommitOptions) => {
      const { commitCommand } = await import('./commit.ts')
      exit(await commitCommand(series, options))
    })
}

function addRules(program: Command, exit: (code: number) => void): void {
  program
    .command('rules')
    .description('list the rules by principle: severity, policies, and who set them where')
    .argument('[path...]', 'a workspace')
    .option('--format <form>', 'pretty or json', 'pretty')
    .action(async (paths: readonly string[], options: RulesOptions) => {
      const { rulesCommand } = await import('./rules.ts')
      exit(await rulesCommand(paths, options))
    })
}

function addTest(program: Command, exit: (code: number) => void): void {
  program
    .command('test')
    .description('run the tests of your own rules: `test "…" { … expect RULE at CELL }`')
    .argument('[path...]', 'a workspace, or files of one whose tests are to be run')
    .option('--format <form>', 'pretty or json', 'pretty')
    .action(async (paths: readonly string[], options: TestOptions) => {
      const { testCommand } = await import('./test.ts')
      exit(await testCommand(paths, options))
    })
}

function addInit(program: Command, exit: (code: number) => void): void {
  program
    .command('init')
    .description('begin a workspace: a small plan that holds, one file a role')
    .argument('[folder]', 'where', '.')
    .option('--cycle <month>', 'begin with the cycle of this month, not of the current one')
    .action(async (folder: string, options: InitOptions) => {
      const { initCommand } = await import('./init.ts')
      exit(await initCommand(folder, options))
    })
}

function addRoll(program: Command, exit: (code: number) => void): void {
  program
    .command('roll')
    .description('open the next cycle: edits the files in place, keeps what the closed cycle held')
    .argument('<cycle>', 'the month of the cycle to open, such as 2026-12')
    .argument('[folder]', 'the workspace', '.')
    .option('--dry-run', 'write nothing; show what would change')
    .action(async (month: string, folder: string, options: RollOptions) => {
      const { rollCommand } = await import('./roll.ts')
      exit(await rollCommand(month, folder, options))
    })
}

function addCompare(program: Command, exit: (code: number) => void): void {
  program
    .command('compare')
    .description('show what differs between two versions: numbers, money, objectives, findings')
    .argument('<base>', 'a version: plan, previous, a scenario, a cycle, budget, a function, …')
    .argument('<other>', 'another')
    .argument('[folder]', 'the workspace', '.')
    .option('--cycle <month>', 'of this cycle, not the latest or the scenario’s')
    .option('--as-of <date>', 'take this day for today')
    .option('--format <form>', 'pretty or json', 'pretty')
    .action(async (base: string, other: string, folder: string, options: CompareOptions) => {
      const { compareCommand } = await import('./compare.ts')
      exit(await compareCommand([base, other], folder, options))
    })
}

function addLsp(program: Command): void {
  program
    .command('lsp')
    .description('serve an editor: the language server, on standard input and output')
    .option('--stdio', 'what it does anyway: editors like to say so')
    .action(async () => {
      const { lspCommand } = await import('./lsp.ts')
      await lspCommand()
    })
}

function addGit(program: Command, exit: (code: number) => void): void {
  program
    .command('git-setup')
    .description('let git compare plans by families and columns, and merge them by cell')
    .argument('[folder]', 'in the repository', '.')
    .action(async (folder: string) => {
      const { gitSetupCommand } = await import('./git-setup.ts')
      exit(gitSetupCommand(folder))
    })
  program
    .command('textconv', { hidden: true })
    .description('print a plan file as git compares it; git calls it after git-setup')
    .argument('<file>', 'a plan file')
    .action(async (file: string) => {
      const { textconvCommand } = await import('./textconv.ts')
      exit(textconvCommand(file))
    })
}

function addGitDrivers(program: Command, exit: (code: number) => void): void {
  program
    .command('merge-driver', { hidden: true })
    .description('merge a plan file by cell; git calls it after git-setup, with %O %A %B %L %P')
    .argument('<words...>', 'base, ours, theirs, marker size, path, and labels')
    .allowUnknownOption()
    .action(async (words: readonly string[]) => {
      const { mergeDriverCommand } = await import('./merge-driver.ts')
      exit(mergeDriverCommand(words))
    })
  program
    .command('external-diff', { hidden: true })
    .description('print what changed in a plan file; for GIT_EXTERNAL_DIFF, with 1, 7 or 9 words')
    .argument('<words...>', 'as git gives them')
    .allowUnknownOption()
    .action(async (words: readonly string[]) => {
      const { externalDiffCommand } = await import('./external-diff.ts')
      exit(externalDiffCommand(words))
    })
}

function addDiff(program: Command, exit: (code: number) => void): void {
  program
    .command('diff')
    .description('show what changed in the plan, not in its text: for reviews of changes in git')
    .argument(
      '[sides...]',
      'revisions, folders, files or cycles; unsaid, HEAD and the working tree',
    )
    .option('--folder <path>', 'the workspace; unsaid, that of the current folder')
    .option('--cycle <month>', 'of this cycle, not the latest')
    .option('--as-of <date>', 'judge both sides as of this day; unsaid, today')
    .option('--format <form>', 'pretty, markdown, html or json', 'pretty')
    .action(async (sides: readonly string[], options: DiffOptions) => {
      const { diffCommand } = await import('./diff.ts')
      exit(await diffCommand(sides, options))
    })
}

function addHistory(program: Command, exit: (code: number) => void): void {
  program
    .command('history')
    .description('show how a number moved, by cycle and commit, and what was said about it')
    .argument('<series>', 'sales, operations, inventory, …')
    .argument('<family>', 'its family')
    .argument('<month>', 'the month planned, such as 2027-03')
    .option('--folder <path>', 'the workspace; unsaid, that of the current folder')
    .option('--as-of <date>', 'take this day for today')
    .option('--format <form>', 'pretty or json', 'pretty')
    .action(async (series: string, family: string, month: string, options: HistoryOptions) => {
      const { historyCommand } = await import('./history.ts')
      exit(await historyCommand([series, family, month], options))
    })
}

function also(name: string, before: readonly string[] = []): readonly string[] {
  return [...before, name]
}
