/** The server on standard input and output, as every editor can start it. */

import { createConnection } from 'vscode-languageserver/node'

import type { Day } from '../src/base/date.ts'
import type { Disk } from '../src/service/disk.ts'
import { ClientDisk, either } from './client-disk.ts'
import { serve } from './server.ts'

/** Serves the editor at the other end of this process's streams, until it hangs up. */
export function serveOnStreams(lent: { readonly disk: Disk; readonly today: () => Day }): void {
  const connection = createConnection(process.stdin, process.stdout)
  const elsewhere = new ClientDisk(connection)
  serve(connection, {
    today: lent.today,
    disk: either(lent.disk, elsewhere),
    announced: ({ lendsFiles }) => elsewhere.lend(lendsFiles),
    later(milliseconds, work) {
      const timer = setTimeout(work, milliseconds)
      return () => clearTimeout(timer)
    },
  })
}
