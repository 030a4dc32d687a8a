// What chevrotain's errors say here is only what was wanted; `mistakes.ts` makes sentences of it.

import type { IParserErrorMessageProvider } from 'chevrotain'
import { tokenLabel } from 'chevrotain'

/** What an error says when the line goes on where nothing more fits. */
export const NOTHING_MORE = 'nothing more'

const SOMETHING_ELSE = 'something else'

export const wantedProvider: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected }) => tokenLabel(expected),
  buildNotAllInputParsedMessage: () => NOTHING_MORE,
  buildNoViableAltMessage: ({ customUserDescription }) => customUserDescription ?? SOMETHING_ELSE,
  buildEarlyExitMessage: ({ customUserDescription }) => customUserDescription ?? SOMETHING_ELSE,
}
