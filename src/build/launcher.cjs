#!/usr/bin/env node
// The command: runs the bundle with the code that V8 compiled when it was built, so that a start
// compiles nothing. Another V8 refuses that code, and compiles the bundle as it always would.
'use strict'
const { readFileSync } = require('node:fs')
const { join } = require('node:path')
const { setFlagsFromString } = require('node:v8')
const { Script } = require('node:vm')

const filename = join(__dirname, 'command.cjs')
const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(filename, 'latin1')}\n})`
const script = new Script(source, { filename, cachedData: cachedCode() })
// Only the build asks for it: once the command has run, its functions are compiled.
const keeps = process.env.CONCORD_BUILD_CACHE
if (keeps !== undefined) keepCode(keeps)
// An editor's server runs for hours.
else if (process.argv[2] !== 'lsp') compileLess()
script.runInThisContext()(module.exports, require, module, filename, __dirname)

function cachedCode() {
  try {
    return readFileSync(join(__dirname, 'command.cache'))
  } catch {
    return undefined
  }
}

function keepCode(file) {
  process.on('exit', () => require('node:fs').writeFileSync(file, script.createCachedData()))
}

// A check is over before much of its code is compiled for speed. So less is compiled: functions that
// are put into one another, and first turns of loops that are written out, take long to compile. And
// new objects keep to the little room that they begin with, which stays in the processor's cache: in
// more room most would be moved all the same. Together a large plan is checked a quarter sooner. Set
// once the kept code is accepted, since V8 keeps code for its flags; of later V8s they are not known.
function compileLess() {
  if (Number.parseInt(process.versions.v8, 10) > 13) return
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=100')
  setFlagsFromString('--no-turbo-loop-peeling')
  setFlagsFromString('--semi-space-growth-factor=1')
}
