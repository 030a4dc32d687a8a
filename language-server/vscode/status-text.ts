/** What the status bar says of the ten principles, as text. */

import type { PrincipleState, PrinciplesOf } from '../requests.ts'

/** `2026-11: 9 of 10 principles hold`; undefined where no workspace has anything to judge. */
export function principlesText(workspaces: readonly PrinciplesOf[]): string | undefined {
  const judged = workspaces.filter(({ principles }) => principles.some(isJudged))
  if (judged.length === 0) return undefined
  const all = judged.flatMap(({ principles }) => principles.filter(isJudged))
  const held = all.filter(({ broken }) => broken === 0).length
  const [only] = judged
  const cycle = judged.length === 1 && only?.cycle !== undefined ? `${only.cycle}: ` : ''
  return `${cycle}${held} of ${all.length} ${all.length === 1 ? 'principle holds' : 'principles hold'}`
}

/** A table in Markdown for each workspace. */
export function principlesTip(workspaces: readonly PrinciplesOf[]): string {
  return workspaces
    .map(({ title, cycle, principles }) => {
      const head = `**${escaped(title)}**${cycle === undefined ? '' : `, cycle ${cycle}`}`
      return [head, '', '| | | |', '|--:|:--|:--|', ...principles.map(row)].join('\n')
    })
    .join('\n\n')
}

function row({ number, name, ...state }: PrincipleState): string {
  return `| ${number} | ${escaped(name)} | ${escaped(saying(state))} |`
}

function saying({
  why,
  broken,
  todo,
  held,
  unjudged,
}: Omit<PrincipleState, 'number' | 'name'>): string {
  if (why !== undefined) return `not judged: ${why}`
  const parts = [
    broken > 0 ? `${broken} broken` : '',
    todo > 0 ? `${todo} to do` : '',
    `${held} held`,
    unjudged > 0 ? `${unjudged} not judged` : '',
  ]
  return parts.filter((part) => part !== '').join(', ')
}

function isJudged({ why }: PrincipleState): boolean {
  return why === undefined
}

/** A name is shown as it is written, and is no Markdown. */
function escaped(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]()#+!|<>~]/g, String.raw`\$&`)
}
