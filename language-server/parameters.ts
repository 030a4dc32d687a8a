/** What a request must say for anybody to answer it: a client's slip is answered, not an exception. */

import { NUMBER_PAGE } from './requests.ts'
import { isObject } from './settings.ts'

/** The parameter that a request lacks; undefined where it has what its method needs. */
export function missingIn(method: string, params: unknown): string | undefined {
  const said = isObject(params) ? params : {}
  return NEEDED.find(({ of, name, is }) => method.startsWith(of) && !is(said[name]))?.name
}

interface Needed {
  /** How the names of the methods begin. */
  readonly of: string
  readonly name: string
  readonly is: (value: unknown) => boolean
}

const isText = (value: unknown): boolean => typeof value === 'string'
const isPosition = (value: unknown): boolean =>
  isObject(value) && isNumber(value['line']) && isNumber(value['character'])
const isNumber = (value: unknown): boolean => typeof value === 'number'
const isDocument = (value: unknown): boolean => isObject(value) && isText(value['uri'])
const isItem = (value: unknown): boolean =>
  isObject(value) && isDocument(value) && isRange(value['selectionRange'])
const isRange = (value: unknown): boolean =>
  isObject(value) && isPosition(value['start']) && isPosition(value['end'])
const arePositions = (value: unknown): boolean => Array.isArray(value) && value.every(isPosition)

const AT_POSITION = [
  'completion',
  'hover',
  'signatureHelp',
  'definition',
  'references',
  'documentHighlight',
  'linkedEditingRange',
  'prepareCallHierarchy',
  'prepareRename',
  'rename',
  'onTypeFormatting',
]
const IN_RANGE = ['rangeFormatting', 'codeAction', 'inlayHint', 'semanticTokens/range']

const NEEDED: readonly Needed[] = [
  { of: 'textDocument/', name: 'textDocument', is: isDocument },
  ...AT_POSITION.map((name) => ({
    of: `textDocument/${name}`,
    name: 'position',
    is: isPosition,
  })),
  ...IN_RANGE.map((name) => ({ of: `textDocument/${name}`, name: 'range', is: isRange })),
  { of: 'textDocument/selectionRange', name: 'positions', is: arePositions },
  { of: 'textDocument/rename', name: 'newName', is: isText },
  { of: 'textDocument/references', name: 'context', is: isObject },
  { of: 'textDocument/codeAction', name: 'context', is: isObject },
  { of: NUMBER_PAGE, name: 'textDocument', is: isDocument },
  { of: NUMBER_PAGE, name: 'position', is: isPosition },
  { of: 'callHierarchy/', name: 'item', is: isItem },
  { of: 'workspace/symbol', name: 'query', is: isText },
  { of: 'workspace/diagnostic', name: 'previousResultIds', is: Array.isArray },
  { of: 'workspace/textDocumentContent', name: 'uri', is: isText },
  { of: 'workspace/executeCommand', name: 'command', is: isText },
]
