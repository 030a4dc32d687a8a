/** The requests of the protocol and the functions that answer them: one table. */

import type { Handler } from './handler.ts'
import { concordHandlers } from './handlers-concord.ts'
import { diagnosticHandlers } from './handlers-diagnostics.ts'
import { editHandlers } from './handlers-edits.ts'
import { languageHandlers } from './handlers-language.ts'
import { lensHandlers } from './handlers-lenses.ts'
import { navigationHandlers } from './handlers-navigation.ts'
import { structureHandlers } from './handlers-structure.ts'

export const HANDLERS: readonly Handler[] = [
  ...languageHandlers,
  ...navigationHandlers,
  ...structureHandlers,
  ...lensHandlers,
  ...editHandlers,
  ...diagnosticHandlers,
  ...concordHandlers,
]
