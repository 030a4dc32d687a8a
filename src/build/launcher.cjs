#!/usr/bin/env node
// The command: runs the parts of the bundle, each with the code that V8 compiled when it was built, so
// that a start compiles nothing. Another V8 refuses that code, and compiles a part as it always would.
'use strict'
const { closeSync, fstatSync, openSync, readSync, writeFileSync } = require('node:fs')
const { basename, join } = require('node:path')
const { Script } = require('node:vm')

/** Name → the module of a part that was asked for. */
const parts = new Map()
/** Only the build asks for it, and names parts: once the command has run, their functions are compiled. */
const keptScripts = process.env.CONCORD_BUILD_CACHE === undefined ? undefined : []
if (keptScripts !== undefined) process.on('exit', keepCode)

const FEW_RUNS = '--no-sparkplug'
const MANY_RUNS = '--sparkplug'
/** Sets a flag of V8, where flags are set at all. */
let setFlag
let expectsMuch = false

load('./command.cjs')

function part(name) {
  const module = parts.get(name) ?? load(name)
  // The first part does so for whoever asks it first.
  module.lend?.()
  module.lend = undefined
  return module.exports
}

function load(name) {
  const module = { exports: {}, lend: undefined }
  parts.set(name, module)
  const filename = join(__dirname, name)
  const script = compiled(filename)
  if (keptScripts !== undefined) keptScripts.push({ filename, script })
  // An editor's server runs for hours, and a history reads a plan a hundred times.
  else if (parts.size === 1 && !['lsp', 'history'].includes(process.argv[2])) {
    compileLess()
    // Any other command has more to do than a small check.
    if (process.argv[2] !== 'check') expectMuch()
  }
  script.runInThisContext()(module.exports, needed, module, filename, __dirname)
  return module
}

function needed(name) {
  if (name === './concord.cjs') return { expectMuch }
  return name.startsWith('./') ? part(name) : require(name)
}

// Fresh memory takes longer than reading: one piece of it serves for both files. What of it is not
// written to costs nothing.
function compiled(filename) {
  // What is kept is kept for the flags that a start has.
  if (expectsMuch) setFlag?.(FEW_RUNS)
  try {
    return compiledAsKept(filename)
  } finally {
    if (expectsMuch) setFlag?.(MANY_RUNS)
  }
}

function compiledAsKept(filename) {
  const code = openSync(filename)
  const memory = Buffer.allocUnsafeSlow(fstatSync(code).size * 4)
  const source = contents(code, memory).latin1Slice()
  try {
    const cachedData = contents(openSync(cacheOf(filename)), memory)
    return new Script(source, { filename, cachedData })
  } catch {
    return new Script(source, { filename })
  }
}

function contents(file, memory) {
  let length = 0
  for (let more = 1; more !== 0; length += more) {
    more = readSync(file, memory, length, memory.length - length, null)
  }
  closeSync(file)
  return memory.subarray(0, length)
}

function cacheOf(filename) {
  return filename.replace(/cjs$/, 'cache')
}

// A check is over before much of its code is compiled for speed. So less is compiled: functions that
// are put into one another, and first turns of loops that are written out, take long to compile. And
// new objects keep to the little room that they begin with, which stays in the processor's cache: in
// more room most would be moved all the same. Together a large plan is checked a quarter sooner. A
// small one is over before even the quickest compiler pays. Of later V8s these flags are not known.
function compileLess() {
  if (Number.parseInt(process.versions.v8, 10) > 13) return
  setFlag = flagSetter()
  setFlag('--max-inlined-bytecode-size-cumulative=100')
  setFlag('--no-turbo-loop-peeling')
  setFlag('--semi-space-growth-factor=1')
  setFlag('--interrupt-budget=264000')
  setFlag(FEW_RUNS)
}

function expectMuch() {
  expectsMuch = true
  setFlag?.(MANY_RUNS)
}

// The module of V8 loads all streams of Node with it, which a start has no use for. What stands below
// it is there in the versions of Node whose V8 is meant here, as an interface that will go some day.
function flagSetter() {
  const { noDeprecation } = process
  process.noDeprecation = true
  try {
    return process.binding('v8').setFlagsFromString ?? require('node:v8').setFlagsFromString
  } catch {
    return require('node:v8').setFlagsFromString
  } finally {
    process.noDeprecation = noDeprecation
  }
}

// V8 keeps code for its flags. They are set once the first part is accepted, and so before any other.
function keepCode() {
  const wanted = process.env.CONCORD_BUILD_CACHE.split(' ')
  for (const [at, { filename, script }] of keptScripts.entries()) {
    if (at === 1) compileLess()
    const isWanted = wanted.includes(basename(filename, '.cjs'))
    if (isWanted) writeFileSync(cacheOf(filename), script.createCachedData())
  }
}
