/** A workspace while it is edited: each change gives a snapshot, and leaves those before alone. */

import type { Day } from '../base/date.ts'
import type { ReadItems } from '../base/item-data.ts'
import type { Month } from '../base/month.ts'
import { makeSource, type Source } from '../base/source.ts'
import { DEFAULTS } from '../configuration/configuration.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { CheckInput } from '../pipeline.ts'
import type { File, Given, Settings } from './given.ts'
import { Snapshot } from './snapshot.ts'

/** A file that is there, or is no more. Whole texts: what differs is for the service to find. */
export interface FileChange {
  /** Relative to the workspace, with `/`. */
  readonly path: string
  /** Or the source that the host has made of it; undefined where the file is gone. */
  readonly text: string | Source | undefined
  /** What the host found wrong while it read the file. */
  readonly problems?: readonly Diagnostic[]
}

/** What the host says anew; what it leaves out stays as it was. */
export interface Change {
  readonly files?: readonly FileChange[]
  readonly settings?: Settings
  /** Lent again whenever a file of item data has changed. */
  readonly readItems?: ReadItems
  readonly today?: Day
  /** The cycle's month; null for the latest. */
  readonly cycle?: Month | null | undefined
  /** The scenario that is taken as the plan; null for none. */
  readonly scenario?: string | null | undefined
  /** Judge these rules only; null for all. */
  readonly rules?: readonly string[] | null | undefined
  /** Judge as if the meetings up to this step had passed; null for the day alone. */
  readonly step?: string | null | undefined
  readonly history?: CheckInput['history']
  readonly treeOf?: CheckInput['treeOf']
  readonly like?: CheckInput['like']
  readonly keep?: CheckInput['keep']
  readonly sha256?: CheckInput['sha256']
  readonly progress?: CheckInput['progress']
  readonly now?: CheckInput['now']
}

/** Keeps what the host has said so far. Invariant: what is lent to a snapshot never changes. */
export class Workspace {
  private current: Snapshot

  /** `follows`: much is kept, so that an edit is judged quickly. */
  constructor(today: Day, { follows = false } = {}) {
    this.current = new Snapshot({
      follows,
      files: new Map(),
      settings: { configuration: DEFAULTS, problems: [], source: undefined },
      readItems: () => ({ problem: 'there is no such file' }),
      today,
      cycle: undefined,
      scenario: undefined,
      rules: undefined,
      step: undefined,
      history: undefined,
      treeOf: undefined,
      like: undefined,
      keep: undefined,
      sha256: undefined,
      progress: undefined,
      now: undefined,
    })
  }

  get snapshot(): Snapshot {
    return this.current
  }

  /** The workspace after a change; the same where nothing differs. Nothing is parsed or judged until somebody asks. */
  apply(change: Change): Snapshot {
    const before = this.current.given
    const next: Given = {
      follows: before.follows,
      files: change.files === undefined ? before.files : changed(before.files, change.files),
      settings: change.settings ?? before.settings,
      readItems: change.readItems ?? before.readItems,
      today: change.today ?? before.today,
      cycle: said(change.cycle, before.cycle),
      scenario: said(change.scenario, before.scenario),
      rules: said(change.rules, before.rules),
      step: said(change.step, before.step),
      history: change.history ?? before.history,
      treeOf: change.treeOf ?? before.treeOf,
      like: change.like ?? before.like,
      keep: change.keep ?? before.keep,
      sha256: change.sha256 ?? before.sha256,
      progress: change.progress ?? before.progress,
      now: change.now ?? before.now,
    }
    const keys = Object.keys(next) as (keyof Given)[]
    if (keys.some((key) => next[key] !== before[key])) {
      this.current = new Snapshot(next, this.current)
    }
    return this.current
  }
}

/** A file whose text is the same keeps its source, and with it its tree; so do all files. */
function changed(
  files: ReadonlyMap<string, File>,
  changes: readonly FileChange[],
): ReadonlyMap<string, File> {
  const next = new Map(files)
  let differs = false
  for (const { path, text, problems = [] } of changes) {
    const known = next.get(path)
    if (text === undefined) differs = next.delete(path) || differs
    else {
      const same = known !== undefined && known.source.text === textIn(text)
      if (same && known.problems.length + problems.length === 0) continue
      next.set(path, { source: same ? known.source : sourceOf(path, text), problems })
      differs = true
    }
  }
  return differs ? next : files
}

function sourceOf(path: string, text: string | Source): Source {
  return typeof text === 'string' ? makeSource(path, text) : text
}

function textIn(text: string | Source): string {
  return typeof text === 'string' ? text : text.text
}

function said<Value>(value: Value | null | undefined, before: Value | undefined) {
  return value === undefined ? before : (value ?? undefined)
}
