/** Lines above statements, and what happens when somebody chooses one. */

import {
  CodeLensRequest,
  type Command,
  ExecuteCommandRequest,
  LSPErrorCodes,
  MessageType,
  ResponseError,
} from 'vscode-languageserver'

import { positionOf } from '../src/base/source.ts'
import { type Lens, lenses } from '../src/service/lenses.ts'
import { type Desk, documentOf, handle, type Handler } from './handler.ts'
import { lensAt, placesPageOf, testRule, testsPageOf } from './lens-pages.ts'
import { canShow, positionAt, rangeOf, uriOf } from './positions.ts'
import { RUN_RULE_TESTS, SHOW_PLACES } from './requests.ts'
import type { Located } from './session.ts'

export const lensHandlers: readonly Handler[] = [
  handle(CodeLensRequest.type, (desk, params) => {
    const at = documentOf(desk, params)
    if (at === undefined) return null
    const { uri } = params.textDocument
    return lenses(at.snapshot, at.path).map((lens) => ({
      range: rangeOf(lens.span),
      command: commandOf(desk, uri, lens),
    }))
  }),
  handle(ExecuteCommandRequest.type, (desk, { command, arguments: given = [] }) => {
    const run = COMMANDS[command]
    if (run === undefined) {
      throw new ResponseError(LSPErrorCodes.RequestFailed, `There is no command ${command}.`)
    }
    const [uri, line, title] = given as readonly unknown[]
    const at = typeof uri === 'string' ? desk.session.locate(uri) : undefined
    const lens =
      at === undefined || typeof line !== 'number' || typeof title !== 'string'
        ? undefined
        : lensAt(at.snapshot, { path: at.path, line, title })
    if (at === undefined || lens === undefined) {
      desk.window.say(MessageType.Info, 'The text has changed since: choose the line again.')
      return null
    }
    run(desk, at, lens)
    return null
  }),
]

/** A line that leads nowhere, or a client that runs no commands: it says something, no more. */
function commandOf({ client }: Desk, uri: string, { span, title, places, tests }: Lens): Command {
  const command = tests === undefined ? SHOW_PLACES : RUN_RULE_TESTS
  const leads = tests !== undefined || places.length > 0
  if (!client.commands || !leads) return { title, command: '' }
  return { title, command, arguments: [uri, positionAt(span.source, span.start).line, title] }
}

type Run = (desk: Desk, at: Located, lens: Lens) => void

/** By name, as `capabilities.ts` offers them. Arguments: URI, line from 0, what the lens says. */
export const COMMANDS: Readonly<Record<string, Run>> = {
  [SHOW_PLACES]: showPlaces,
  [RUN_RULE_TESTS]: runRuleTests,
}

/** How many places a message names. */
const MOST_NAMED = 10

/** One place is opened, several are a page; a client that opens nothing is told of them. */
function showPlaces({ client, window }: Desk, at: Located, lens: Lens): void {
  const places = lens.places.filter(({ span }) => canShow(client, span))
  const [first, ...others] = places
  if (first !== undefined && others.length === 0 && client.showsDocuments) {
    return window.show(uriOf(at.root, first.span.source), rangeOf(first.span))
  }
  if (client.showsDocuments && client.builtInTexts) {
    const line = positionAt(lens.span.source, lens.span.start).line
    return window.show(placesPageOf(at.root, { path: at.path, line, title: lens.title }))
  }
  const named = places.slice(0, MOST_NAMED).map(({ span, text }) => {
    const { line, column } = positionOf(span.source, span.start)
    return `${span.source.path}:${line}:${column} ${text}`
  })
  const more = places.length > named.length ? [`and ${places.length - named.length} more`] : []
  window.say(MessageType.Info, [lens.title, ...named, ...more].join('\n'))
}

/** Says how many hold; what failed is on a page, where the client opens one. */
function runRuleTests({ client, window }: Desk, at: Located, lens: Lens): void {
  const rule = lens.tests ?? ''
  const { results } = testRule(at.snapshot, rule)
  const failed = results.filter(({ passed }) => !passed)
  if (results.length === 0) {
    const how = `test "…" { … expect ${rule} at CELL }`
    return window.say(MessageType.Info, `No test names ${rule}. Write one beside it: ${how}`)
  }
  const held = results.length - failed.length
  if (failed.length === 0) {
    return window.say(MessageType.Info, `${counted(held, 'test of', 'tests of')} ${rule}: held.`)
  }
  const names = failed.map(({ title }) => `"${title}"`).join(', ')
  const words = `${counted(failed.length, 'test fails', 'tests fail')} of ${rule}: ${names}.`
  window.say(MessageType.Warning, `${words} ${held} held.`)
  if (client.showsDocuments && client.builtInTexts) {
    window.show(testsPageOf(at.root, rule))
  }
}

function counted(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`
}
