/** Ties a connection to a session: what comes in changes it, what is asked is answered from it. */

import type {
  CancellationToken,
  Connection,
  InitializeParams,
  InitializeResult,
} from 'vscode-languageserver'
import {
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  LSPErrorCodes,
  MessageType,
  ResponseError,
  ShowDocumentRequest,
  ShowMessageNotification,
} from 'vscode-languageserver'

import { version } from '../package.json'
import { SETTINGS_FILE } from '../src/configuration/configuration.ts'
import { capabilitiesFor } from './capabilities.ts'
import { type Client, clientOf } from './client.ts'
import { allDiagnostics, Told } from './diagnostics.ts'
import type { Window } from './handler.ts'
import { HANDLERS } from './handlers.ts'
import { missingIn } from './parameters.ts'
import { type Host, Session } from './session.ts'
import { inlaysIn } from './settings.ts'

/** Typing goes on: problems are told once it rests for so long. */
const REST = 60
/** Files change in bursts, as when a branch is checked out. */
const BURST = 150

/** What a server answers that was not greeted yet, or was told to end. */
const REFUSALS = {
  waiting: new ResponseError(ErrorCodes.ServerNotInitialized, 'not initialized yet'),
  serving: undefined,
  ended: new ResponseError(ErrorCodes.InvalidRequest, 'shut down already'),
}

/** Serves one editor. */
export function serve(connection: Connection, host: Host): void {
  new Server(connection, host).listen()
}

class Server {
  private readonly connection: Connection
  private readonly host: Host
  private readonly session: Session
  private readonly told = new Told()
  private stage: keyof typeof REFUSALS = 'waiting'
  private client: Client = clientOf({})
  private folders: readonly string[] = []
  private day: number
  /** What the editor said, in order: each takes effect before the next, and before any answer. */
  private work: Promise<void> = Promise.resolve()
  private readonly waiting = new Map<string, () => void>()
  private readonly window: Window = {
    say: (type, message) => {
      void this.connection.sendNotification(ShowMessageNotification.type, { type, message })
    },
    show: (uri, selection) => {
      const shown = { uri, takeFocus: true, ...(selection === undefined ? {} : { selection }) }
      // Nothing waits for it: a client may open it once it has its answer.
      void this.connection
        .sendRequest(ShowDocumentRequest.type, shown)
        .catch((error: unknown) => this.connection.console.error(reasonOf(error)))
    },
  }

  constructor(connection: Connection, host: Host) {
    this.connection = connection
    this.host = host
    this.session = new Session(host)
    this.day = host.today()
  }

  listen(): void {
    const { connection } = this
    connection.onInitialize((params) => {
      if (this.stage !== 'waiting') {
        return new ResponseError(ErrorCodes.InvalidRequest, 'initialized already')
      }
      this.stage = 'serving'
      return this.initialize(params)
    })
    connection.onInitialized(() => this.started())
    connection.onShutdown(() => void (this.stage = 'ended'))
    this.hearDocuments()
    for (const { method, answer } of HANDLERS) {
      connection.onRequest(method, async (...given: readonly unknown[]) => {
        const refused = REFUSALS[this.stage]
        if (refused !== undefined) return refused
        const token = given.at(-1) as CancellationToken
        // Of a request without parameters the token is all that is given.
        const params = given.length > 1 ? given[0] : {}
        const missing = missingIn(method, params)
        if (missing !== undefined) {
          return new ResponseError(ErrorCodes.InvalidParams, `${method} says no ${missing}`)
        }
        await this.settled()
        if (token.isCancellationRequested) {
          return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled')
        }
        const { session, client, told, window } = this
        return answer({ session, client, told, window }, params as never)
      })
    }
    connection.listen()
  }

  private initialize(params: InitializeParams): InitializeResult {
    this.client = clientOf(params.capabilities)
    this.host.announced?.(this.client)
    // Clients from before folders say one root.
    const { workspaceFolders, rootUri } = params
    this.session.inlays = inlaysIn(params.initializationOptions)
    this.folders = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri === null ? [] : [rootUri])
    return {
      capabilities: capabilitiesFor(this.client),
      serverInfo: { name: 'concord', version },
    }
  }

  private started(): void {
    this.afterwards(async () => this.session.setFolders(this.folders))
    this.tell()
    if (this.client.watchesFiles) {
      const watchers = ['**/*.sop', `**/${SETTINGS_FILE}`, '**/*.csv'].map((globPattern) => ({
        globPattern,
      }))
      void this.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers })
    }
    if (!this.client.folders) return
    this.connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map(({ uri }) => uri))
      const kept = this.folders.filter((uri) => !gone.has(uri))
      this.folders = [...kept, ...added.map(({ uri }) => uri)]
      this.afterwards(async () => this.session.setFolders(this.folders))
      this.tell()
    })
  }

  private hearDocuments(): void {
    const { connection, session } = this
    connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => {
      // What says no text opens nothing: nobody can be told, since nobody asked.
      if (typeof text !== 'string') return
      this.afterwards(async () => session.open(uri, version, text))
      this.tell()
    })
    connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
      this.afterwards(async () => void (await session.change(uri, version, contentChanges)))
      this.tell()
    })
    connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
      this.afterwards(async () => session.close(uri))
      this.readSoon()
    })
    connection.onDidChangeConfiguration(({ settings }: { settings: unknown }) => {
      const own = (settings as { readonly concord?: unknown } | null)?.concord ?? settings
      session.inlays = inlaysIn(own)
      this.tell()
    })
    connection.onDidSaveTextDocument(() => this.readSoon())
    connection.onDidChangeWatchedFiles(() => this.readSoon())
  }

  /** Files may have come, gone, or changed. */
  private readSoon(): void {
    this.soon('read', BURST, () => {
      this.afterwards(async () => this.session.findRoots())
      this.tell(true)
    })
  }

  /** Does something after what was said before; what fails is told, and the next goes on. */
  private afterwards(work: () => Promise<void>): void {
    this.work = this.work.then(work).catch((error: unknown) => {
      const message = `Concord cannot read this workspace: ${reasonOf(error)}`
      this.window.say(MessageType.Error, message)
    })
  }

  private async settled(): Promise<void> {
    await this.work
    const today = this.host.today()
    if (today === this.day) return
    this.day = today
    this.session.newDay()
  }

  /** Lets the editor know, once typing rests, that what it shows may be old. */
  private tell(refresh = false): void {
    this.soon('tell', REST, () => {
      void this.settled()
        .then(() => {
          if (!this.client.pullDiagnostics) this.sendDiagnostics()
          this.refresh(refresh)
        })
        .catch((error: unknown) => this.connection.console.error(reasonOf(error)))
    })
  }

  private sendDiagnostics(): void {
    const { connection, session, client, told } = this
    const there = new Set<string>()
    for (const root of session.all()) {
      for (const { uri, items } of allDiagnostics(client, root)) {
        there.add(uri)
        if (!told.differs(uri, items)) continue
        const version = client.diagnosticVersions ? session.documents.get(uri)?.version : undefined
        const diagnostics = [...items]
        void connection.sendDiagnostics(
          version === undefined ? { uri, diagnostics } : { uri, diagnostics, version },
        )
      }
    }
    for (const uri of told.uris()) {
      if (there.has(uri)) continue
      if (told.differs(uri, [])) void connection.sendDiagnostics({ uri, diagnostics: [] })
      told.forget(uri)
    }
  }

  /** Numbers beside the rows depend on all files; diagnostics are asked for after each change. */
  private refresh(diagnostics: boolean): void {
    const { connection, client } = this
    const { refreshes } = client
    const ask = (wanted: boolean, method: string): void => {
      if (wanted) void connection.sendRequest(method).catch(() => undefined)
    }
    ask(refreshes.inlays, 'workspace/inlayHint/refresh')
    ask(refreshes.lenses, 'workspace/codeLens/refresh')
    ask(refreshes.tokens && diagnostics, 'workspace/semanticTokens/refresh')
    ask(
      refreshes.diagnostics && client.pullDiagnostics && diagnostics,
      'workspace/diagnostic/refresh',
    )
  }

  private soon(name: string, milliseconds: number, work: () => void): void {
    this.waiting.get(name)?.()
    const cancel = this.host.later(milliseconds, () => {
      this.waiting.delete(name)
      work()
    })
    this.waiting.set(name, cancel)
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
