/** A web worker as a browser has it, on a thread of Node's: the globals of the Web and nothing else. */

import { Worker } from 'node:worker_threads'

export interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

/** A context of its own has no `require`, no `process` and no `Buffer`. */
const HOST = `
const { parentPort, workerData } = require('node:worker_threads')
const { createContext, runInContext } = require('node:vm')
const web = { addEventListener() {}, atob, btoa, clearTimeout, console, crypto, performance,
  queueMicrotask, setTimeout, TextDecoder, TextEncoder, URL,
  postMessage: (message) => parentPort.postMessage(message) }
web.self = web
createContext(web)
runInContext(workerData, web, { filename: 'worker.js' })
parentPort.on('message', (data) => web.onmessage({ data }))
`

export interface WebEditor {
  readonly ask: <Result>(method: string, params: unknown) => Promise<Result>
  readonly tell: (method: string, params: unknown) => void
  /** What the server asked of the client, method by method. */
  readonly asked: readonly string[]
  readonly until: <Params>(method: string, fits: (params: Params) => boolean) => Promise<Params>
  readonly end: () => Promise<number>
}

/** @param answer what the client says to a request of the server's */
export function startWorker(
  script: string,
  answer: (method: string, params: never) => unknown,
): WebEditor {
  const worker = new Worker(HOST, { eval: true, workerData: script })
  const answers = new Map<number, (message: Message) => void>()
  const sent: Message[] = []
  const asked: string[] = []
  const waiting = new Set<() => void>()
  let failed: Error | undefined
  const wake = (): void => waiting.forEach((each) => each())
  worker.on('error', (error: Error) => {
    failed = error
    wake()
  })
  worker.on('message', (message: Message) => {
    const { id, method, params } = message
    if (method === undefined) answers.get(id ?? 0)?.(message)
    else if (id === undefined) sent.push(message)
    else {
      asked.push(method)
      post({ id, result: answer(method, params as never) ?? null })
    }
    wake()
  })
  const post = (message: Message): void => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has none
    worker.postMessage({ jsonrpc: '2.0', ...message })
  }
  let last = 0
  return {
    asked,
    tell: (method, params) => post({ method, params }),
    ask: async (method, params) => {
      last += 1
      const id = last
      const { result, error } = await new Promise<Message>((resolve, reject) => {
        answers.set(id, resolve)
        waiting.add(() => failed && reject(failed))
        post({ id, method, params })
      })
      if (error !== undefined) throw new Error(error.message)
      return result as never
    },
    until: async (method, fits) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = sent.find((each) => each.method === method && fits(each.params as never))
          if (failed !== undefined) reject(failed)
          if (found !== undefined) resolve(found.params as never)
        }
        waiting.add(look)
        look()
      }),
    end: async () => worker.terminate(),
  }
}
