// The programs of the README, each with what it says that it prints.

import { readFileSync } from 'node:fs'

import { root } from '../house/imports.ts'

export interface Program {
  readonly code: string
  readonly output: string
}

const PROGRAM = /^```ts\n(.*?)^```\n\n```text\n(.*?)^```$/gms

export function programsOf(page: string): readonly Program[] {
  return [...page.matchAll(PROGRAM)].map(([, code = '', output = '']) => ({ code, output }))
}

export const README_PROGRAMS = programsOf(readFileSync(`${root}README.md`, 'utf8'))
