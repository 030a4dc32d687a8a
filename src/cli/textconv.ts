/** `concord textconv FILE`: what git calls to compare plan files by their rows. */

import { readFileSync } from 'node:fs'

import { parse } from '../../grammar/parse.ts'
import { makeSource } from '../base/source.ts'
import { planRows } from '../report/plan-rows.ts'
import { output } from './console.ts'
import { CLEAN } from './exit-codes.ts'
import { decode } from './decode.ts'
import { reasonOf } from './paths.ts'
import { WrongUse } from './wrong-use.ts'

export function textconvCommand(path: string): number {
  output.write(planRows(parse(makeSource(path, decode(bytesOf(path)).text))))
  return CLEAN
}

function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    throw new WrongUse(`${path} cannot be read: ${reasonOf(error)}.`)
  }
}
