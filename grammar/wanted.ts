// What chevrotain's errors say here is only what was wanted; `mistakes.ts` makes sentences of it.

import type { IParserErrorMessageProvider } from 'chevrotain'

export const AN_ARGUMENT = 'a name, a number or a month'

/** What an error says when the line goes on where nothing more fits. */
export const NOTHING_MORE = 'nothing more'

const SOMETHING_ELSE = 'something else'

export const wantedProvider: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected }) => expected.LABEL ?? expected.name,
  buildNotAllInputParsedMessage: () => NOTHING_MORE,
  buildNoViableAltMessage: ({ customUserDescription }) => customUserDescription ?? SOMETHING_ELSE,
  buildEarlyExitMessage: ({ customUserDescription }) => customUserDescription ?? SOMETHING_ELSE,
}
