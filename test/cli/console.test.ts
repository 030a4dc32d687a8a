// What the command writes to: by number where it can, and nothing is lost where the reader is slow.

import { execFileSync } from 'node:child_process'
import { closeSync, constants, openSync, readFileSync, readSync } from 'node:fs'
import { devNull } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { NumberedSink } from '../../src/cli/console.ts'
import { folderWith } from './folder.ts'

const none = (): NodeJS.WriteStream => {
  throw new Error('no stream is needed')
}

/** A stream that keeps what is written to it. */
function keeping(written: Buffer[]): NodeJS.WriteStream {
  const stream = {
    on: () => stream,
    isTTY: false,
    write: (part: string | Buffer, then?: () => void) => {
      written.push(Buffer.from(part))
      then?.()
      return true
    },
  }
  return stream as unknown as NodeJS.WriteStream
}

test('a file is written to by its number, and is done at once', () => {
  const path = join(folderWith({}), 'out.txt')
  const number = openSync(path, 'w')
  const sink = new NumberedSink(number, none)
  expect(sink.isTTY).toBe(false)
  sink.write('Zahl ½\n')
  sink.write('and more\n')
  let done = false
  sink.done(() => (done = true))
  closeSync(number)
  expect(done).toBe(true)
  expect(readFileSync(path, 'utf8')).toBe('Zahl ½\nand more\n')
})

test('nothing is no terminal', () => {
  const number = openSync(devNull, 'w')
  const sink = new NumberedSink(number, none)
  expect(sink.isTTY).toBe(false)
  closeSync(number)
})

test.runIf(process.platform === 'linux')('a reader that is not ready loses nothing', () => {
  const path = join(folderWith({}), 'pipe')
  execFileSync('mkfifo', [path])
  const pipe = openSync(path, constants.O_RDWR | constants.O_NONBLOCK)
  const rest: Buffer[] = []
  const sink = new NumberedSink(pipe, () => keeping(rest))
  const text = 'a line of a long report ½\n'.repeat(10_000)
  sink.write(text)
  sink.write('the end\n')
  const taken = Buffer.alloc(text.length * 2)
  const length = readSync(pipe, taken)
  closeSync(pipe)
  expect(length).toBeGreaterThan(0)
  expect(rest.length).toBe(2)
  const all = Buffer.concat([taken.subarray(0, length), ...rest]).toString()
  expect(all).toBe(`${text}the end\n`)
})
