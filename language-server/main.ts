/** The server on standard input and output, as every editor can start it. */

import { createConnection } from 'vscode-languageserver/node'

import type { Day } from '../src/base/date.ts'
import type { Disk } from '../src/service/disk.ts'
import { serve } from './server.ts'

/** Serves the editor at the other end of this process's streams, until it hangs up. */
export function serveOnStreams(lent: { readonly disk: Disk; readonly today: () => Day }): void {
  serve(createConnection(process.stdin, process.stdout), {
    ...lent,
    later(milliseconds, work) {
      const timer = setTimeout(work, milliseconds)
      return () => clearTimeout(timer)
    },
  })
}
