#!/usr/bin/env node
// The command: runs the bundle with the code that V8 compiled when it was built, so that a start
// compiles nothing. Another V8 refuses that code, and compiles the bundle as it always would.
'use strict'
const { readFileSync } = require('node:fs')
const { join } = require('node:path')
const { Script } = require('node:vm')

const filename = join(__dirname, 'command.cjs')
const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(filename, 'latin1')}\n})`
const script = new Script(source, { filename, cachedData: cachedCode() })
script.runInThisContext()(module.exports, require, module, filename, __dirname)
// Only the build asks for it: once the command has run, its functions are compiled.
if (process.env.CONCORD_BUILD_CACHE !== undefined) keepCode(process.env.CONCORD_BUILD_CACHE)

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
