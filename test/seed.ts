/**
 * Property tests draw the same inputs on every run, so that a change is never blamed for an old
 * mistake. `SEED=random` explores; a failure prints its seed, and `SEED=<that>` repeats it.
 */

import * as fc from 'fast-check'

const seed = process.env['SEED'] ?? '20261122'

if (seed !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) })
