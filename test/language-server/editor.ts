/** A small editor for tests: starts the server, speaks the protocol with it over its streams. */

import { spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'

interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly code: number; readonly message: string }
}

export interface Editor {
  /** The result of a request; its error is thrown. */
  readonly ask: <Result>(method: string, params?: unknown) => Promise<Result>
  /** Asks, and takes the question back at once. */
  readonly askAndCancel: (method: string, params: unknown) => Promise<Message>
  readonly tell: (method: string, params: unknown) => void
  readonly open: (path: string, text: string, uri?: string) => void
  readonly uri: (path: string) => string
  /** What the server sent of itself, newest last. */
  readonly sent: readonly Message[]
  /** Waits until something that was sent fits. */
  readonly until: <Params>(method: string, fits: (params: Params) => boolean) => Promise<Params>
  readonly initialized: unknown
  readonly end: () => Promise<number | null>
}

const PATIENCE = 20_000

/** What another client would do: a folder that is on no disk, and answers to the server's requests. */
export interface Elsewhere {
  readonly uri: string
  readonly answer: (method: string, params: never) => unknown
}

/** Initializes with these capabilities, on one folder. */
export async function startEditor(
  server: string,
  folder: string,
  capabilities: unknown,
  elsewhere?: Elsewhere,
): Promise<Editor> {
  const child = spawn(process.execPath, [server, 'lsp', '--stdio'], { cwd: folder })
  const sent: Message[] = []
  const answers = new Map<number, (message: Message) => void>()
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
  const write = (message: Message): void => {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message })
    child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`)
  }
  readMessages(child.stdout, (message) => {
    if (message.method !== undefined) {
      sent.push(message)
      const result = elsewhere?.answer(message.method, message.params as never) ?? null
      if (message.id !== undefined) write({ id: message.id, result })
    } else if (message.id !== undefined) answers.get(message.id)?.(message)
  })
  let last = 0
  const request = async (method: string, params?: unknown): Promise<Message> => {
    last += 1
    const id = last
    const answer = new Promise<Message>((resolve) => answers.set(id, resolve))
    write({ id, method, params })
    const late = wait(PATIENCE).then((): never => {
      throw new Error(`${method} was not answered. ${errors}`)
    })
    return Promise.race([answer, late])
  }
  const ask = async <Result>(method: string, params?: unknown): Promise<Result> => {
    const { result, error } = await request(method, params)
    if (error !== undefined) throw new Error(error.message)
    return result as Result
  }
  const tell = (method: string, params: unknown): void => write({ method, params })
  const uri = (path: string): string => pathToFileURL(`${folder}/${path}`).href
  const until: Editor['until'] = async (method, fits) => {
    const end = Date.now() + PATIENCE
    for (;;) {
      const found = sent.findLast((each) => each.method === method)
      if (found !== undefined && fits(found.params as never)) return found.params as never
      const any = sent.find((each) => each.method === method && fits(each.params as never))
      if (any !== undefined) return any.params as never
      if (Date.now() > end) throw new Error(`no such ${method}: ${JSON.stringify(sent)} ${errors}`)
      await wait(20)
    }
  }
  const rootUri = elsewhere?.uri ?? pathToFileURL(folder).href
  const initialized = await ask('initialize', {
    processId: process.pid,
    rootUri,
    workspaceFolders: [{ uri: rootUri, name: 'test' }],
    capabilities,
  })
  tell('initialized', {})
  return {
    ask,
    tell,
    uri,
    until,
    sent,
    initialized,
    askAndCancel: async (method, params) => {
      const answer = request(method, params)
      tell('$/cancelRequest', { id: last })
      return answer
    },
    open: (path, text, as = uri(path)) =>
      tell('textDocument/didOpen', {
        textDocument: { uri: as, languageId: 'sop', version: 1, text },
      }),
    end: async () => {
      const closed = new Promise<number | null>((resolve) => child.on('close', resolve))
      await ask('shutdown', null)
      tell('exit', null)
      return closed
    },
  }
}

/** Cuts a stream into messages. */
function readMessages(stream: NodeJS.ReadableStream, hear: (message: Message) => void): void {
  let buffer = Buffer.alloc(0)
  stream.on('data', (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk])
    for (;;) {
      const head = buffer.indexOf('\r\n\r\n')
      const length = Number(/Content-Length: (\d+)/i.exec(buffer.toString('utf8', 0, head))?.[1])
      const end = head + 4 + length
      if (head === -1 || buffer.length < end) return
      hear(JSON.parse(buffer.toString('utf8', head + 4, end)) as Message)
      buffer = buffer.subarray(end)
    }
  })
}
