/** The server in a web worker, as VS Code starts it in a browser: no disk, and messages for streams. */

import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from 'vscode-languageserver/browser'

import { type Day, makeDay } from '../src/base/date.ts'
import { ClientDisk } from './client-disk.ts'
import { serve } from './server.ts'

/** A worker is the port to whoever started it. */
const port = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0]
const connection = createConnection(new BrowserMessageReader(port), new BrowserMessageWriter(port))
const disk = new ClientDisk(connection)

serve(connection, {
  disk,
  today,
  announced: ({ lendsFiles }) => disk.lend(lendsFiles),
  later(milliseconds, work) {
    const timer = setTimeout(work, milliseconds)
    return () => clearTimeout(timer)
  },
})

/** Today where the person is. */
function today(): Day {
  const now = new Date()
  const day = makeDay(now.getFullYear(), now.getMonth() + 1, now.getDate())
  if (day === undefined) throw new Error('the clock shows no date')
  return day
}
