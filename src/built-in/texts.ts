/** The prelude and the rulebook as they are written. */

import { preludeFiles } from '../prelude/index.ts'
import { rulebookFiles } from '../rulebook/index.ts'

export interface BuiltInFile {
  readonly path: string
  readonly text: string
}

export function builtInFiles(): readonly BuiltInFile[] {
  return [...preludeFiles, ...rulebookFiles]
}

export function builtInText(path: string): string {
  return builtInFiles().find((file) => file.path === path)?.text ?? ''
}
