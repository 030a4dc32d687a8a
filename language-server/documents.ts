/** The texts that the editor holds open: they count before what lies on the disk. */

import { makeSource, offsetOf } from '../src/base/source.ts'

export interface OpenDocument {
  readonly uri: string
  /** Where it lies; two URIs may lead to the same file. */
  readonly path: string
  readonly version: number
  readonly text: string
}

/** A whole text, or a part of one that is replaced; positions are counted from 0. */
export interface TextChange {
  readonly range?: { readonly start: TextPosition; readonly end: TextPosition }
  readonly text: string
}

interface TextPosition {
  readonly line: number
  readonly character: number
}

/** Invariant: the document that was opened or changed last stands last. */
export class Documents {
  private readonly byUri = new Map<string, OpenDocument>()

  get(uri: string): OpenDocument | undefined {
    return this.byUri.get(uri)
  }

  all(): readonly OpenDocument[] {
    return [...this.byUri.values()]
  }

  /** The newest text of a file; undefined where it is not open. */
  at(path: string): OpenDocument | undefined {
    return this.all().findLast((each) => each.path === path)
  }

  open(document: OpenDocument): void {
    this.byUri.delete(document.uri)
    this.byUri.set(document.uri, document)
  }

  /** Undefined where the document is not open, or has a newer version already. */
  change(
    uri: string,
    version: number | null,
    changes: readonly TextChange[],
  ): OpenDocument | undefined {
    const before = this.byUri.get(uri)
    if (before === undefined || (version !== null && version <= before.version)) return undefined
    const text = changes.reduce(changed, before.text)
    const document = { ...before, text, version: version ?? before.version + 1 }
    this.open(document)
    return document
  }

  close(uri: string): OpenDocument | undefined {
    const document = this.byUri.get(uri)
    this.byUri.delete(uri)
    return document
  }
}

/** A position outside of the text is the nearest one in it. */
function changed(text: string, { range, text: by }: TextChange): string {
  if (range === undefined) return by
  const source = makeSource('', text)
  const offset = ({ line, character }: TextPosition) =>
    offsetOf(source, { line: line + 1, column: character + 1 })
  const start = offset(range.start)
  const end = Math.max(offset(range.end), start)
  return text.slice(0, start) + by + text.slice(end)
}
