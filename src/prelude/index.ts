/** The prelude: what every workspace starts with, written in the plan language. */

import text from './prelude.sop'

export const preludeFiles = [{ path: 'prelude.sop', text }]
