/** The examples of a page of documentation: its fenced blocks of the plan language. */

export interface Example {
  /** The line of the page on which its text begins, from 1. */
  readonly line: number
  readonly text: string
  /** Needs the rest of its plan around it. */
  readonly fragment: boolean
}

export function examplesOf(page: string): readonly Example[] {
  const examples: Example[] = []
  for (const block of page.matchAll(/^```sop( fragment)?\n(.*?)^```$/gms)) {
    examples.push({
      line: page.slice(0, block.index).split('\n').length + 1,
      text: block[2] ?? '',
      fragment: block[1] !== undefined,
    })
  }
  return examples
}
