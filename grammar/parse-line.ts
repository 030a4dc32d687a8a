// Reads one line: tokens, depth, grammar, and what went wrong, in that order. One mistake is said
// once: where a token could not be read, nothing is said of the grammar.

import type { IRecognitionException } from 'chevrotain'
import type { Span } from '../src/base/source.ts'
import { isLetter, wordEnd } from './chars.ts'
import { tooDeepAt } from './depth.ts'
import type { ruleWords } from './kinds.ts'
import { weakWords } from './kinds.ts'
import { lex } from './lexer.ts'
import { MOST_DEPTH, MOST_LINE } from './limits.ts'
import { lineParser } from './line-parser.ts'
import { emptyParts, type LineParts, type LineRule } from './line-parts.ts'
import { reportBackwards, reportMistake } from './mistakes.ts'
import { withoutOf } from './plan-hints.ts'
import type { Problems } from './problems.ts'
import { brief, report } from './problems.ts'
import { readRightLine } from './right-line.ts'
import type { SimpleLines } from './simple-line.ts'
import * as T from './tokens.ts'
import type { ClauseLine, Define, Expression, PlanLine, RuleLine, Word } from './tree.ts'

type RuleWord = (typeof ruleWords)[number]

interface Line {
  readonly parts: LineParts
  readonly damaged: boolean
  readonly span: Span
}

/** Undefined when the line has no first word, which was reported. `alone`: no block is opened by it. */
export function readPlanLine(
  problems: Problems,
  simple: SimpleLines,
  start: number,
  end: number,
  alone = false,
): PlanLine | undefined {
  const plain = end - start > MOST_LINE ? undefined : simple.line(start, end, alone)
  if (plain !== undefined) return plain
  const line = readBy('planLine', problems, start, end, start)
  const { parts, damaged, span } = line
  const { word: keyword, value, at, clauses } = parts
  if (keyword === undefined) return undefined
  const read = { keyword, arguments: parts.arguments, clauses, damaged, span }
  if (at !== undefined) return value === undefined ? { ...read, at } : { ...read, value, at }
  return value === undefined ? read : { ...read, value }
}

export function readClauseLine(problems: Problems, start: number, end: number): ClauseLine {
  const { parts, damaged, span } = readBy('clauses', problems, start, end, start)
  return { sort: 'clauses', clauses: parts.clauses, damaged, span }
}

export function readDefine(problems: Problems, start: number, end: number): [PlanLine, Define] {
  const { source } = problems
  const behind = wordEnd(source.text, start, end)
  const line = readBy('definition', problems, start, end, behind)
  const { parts, damaged, span } = line
  const keyword = { text: 'define', span: { source, start, end: behind } }
  const nowhere: Word = { text: '', span: { source, start: behind, end: behind } }
  const define: Define = {
    name: parts.word ?? nowhere,
    parameters: parts.binders,
    body: damaged ? undefined : parts.value,
    span,
  }
  return [{ keyword, arguments: [], clauses: [], damaged, span }, define]
}

const ruleOfWord: Readonly<Record<RuleWord, LineRule>> = {
  after: 'named',
  given: 'given',
  let: 'assignment',
  where: 'wholeExpression',
  collect: 'named',
  require: 'wholeExpression',
  severity: 'wholeExpression',
  at: 'wholeExpression',
  fix: 'fixing',
}

/** A rule line is whole or nothing: half a condition is another condition. */
export function readRuleLine(problems: Problems, start: number, end: number): RuleLine {
  const behind = wordEnd(problems.source.text, start, end)
  const word = problems.source.text.slice(start, behind) as RuleWord
  const { parts, damaged, span } = readBy(ruleOfWord[word], problems, start, end, behind)
  const made = damaged ? undefined : ruleLine(word, parts, span)
  return made ?? { sort: 'damaged-rule-line', word, span }
}

function ruleLine(word: RuleWord, parts: LineParts, span: Span): RuleLine | undefined {
  const { word: name, value, target, binders } = parts
  switch (word) {
    case 'given':
      return { sort: 'given', binders, span }
    case 'after':
    case 'collect':
      return name && { sort: word, name, span }
    case 'let':
      return name && value && { sort: 'let', name, value, span }
    case 'fix':
      return target && value && { sort: 'fix', target, value, span }
    case 'where':
    case 'require':
    case 'severity':
    case 'at':
      return value && { sort: word, value, span }
  }
}

/** An expression between two offsets; undefined when it could not be read, which was reported. */
export function readExpression(
  problems: Problems,
  start: number,
  end: number,
  inHole: boolean,
): Expression | undefined {
  const { parts, damaged } = readBy('wholeExpression', problems, start, end, start, inHole)
  return damaged ? undefined : parts.value
}

/** Reads from `from`; the line's first word, which is not read again, begins at `start`. */
function readBy(
  rule: LineRule,
  problems: Problems,
  start: number,
  end: number,
  from: number,
  inHole = false,
): Line {
  const { source } = problems
  const before = problems.count
  const span = problems.span(start, end)
  if (end - start > MOST_LINE) return longLine(rule, problems, span)
  const { tokens, damaged } = lex(problems, from, end, inHole)
  if (rule === 'planLine' && startsWrong(problems, tokens[0], before)) {
    return { parts: emptyParts(), damaged: true, span }
  }
  const deep = tooDeepAt(tokens)
  if (deep !== undefined) {
    const { token, most } = deep
    const place = problems.span(token.startOffset, token.endOffset + 1)
    problems.add(report('expression-too-deep', place, { most }))
    tokens.length = firstEquals(tokens)
  }
  if (rule !== 'planLine' && rule !== 'clauses') weaken(tokens)
  const right = problems.count === before ? readRightLine(rule, source, tokens) : undefined
  if (right !== undefined) return { parts: right, damaged: false, span }
  const { parts, error, backwards } = lineParser().read(rule, source, tokens)
  const meant = error && problems.count === before ? withoutOf(problems, tokens) : undefined
  if (meant !== undefined) {
    return { parts: lineParser().read(rule, source, meant).parts, damaged: true, span }
  }
  if (backwards !== undefined) reportBackwards(problems, backwards)
  if (error !== undefined && problems.count === before) {
    const head = problems.span(start, wordEnd(source.text, start, end))
    reportMistake(problems, { tokens, head }, error)
  }
  if (damaged || (error !== undefined && endsValue(tokens, parts.value, error))) {
    parts.value = undefined
    parts.at = undefined
  }
  return { parts, damaged: problems.count > before, span }
}

/** Whether what stands right behind a value cannot be read: half a value is another value. */
function endsValue(
  tokens: readonly T.Token[],
  value: Expression | undefined,
  { token }: IRecognitionException,
): boolean {
  if (value === undefined) return false
  const behind = tokens.find(({ startOffset }) => startOffset >= value.span.end)
  return behind !== undefined && behind.startOffset === token.startOffset
}

/** Makes names of the words that are words of the language in plan lines alone. */
function weaken(tokens: T.Token[]): void {
  for (const [at, token] of tokens.entries()) {
    if (token.tokenType === T.Text || !weakWords.has(token.image)) continue
    tokens[at] = { ...token, tokenType: T.Word }
  }
}

/** A plan line starts with a word that is none of the language's own. */
function startsWrong(problems: Problems, first: T.Token | undefined, before: number): boolean {
  if (first?.tokenType === T.Word) return false
  if (first !== undefined && problems.count === before) {
    const span = problems.span(first.startOffset, first.endOffset + 1)
    const found = brief(problems.source.text.slice(span.start, span.end))
    problems.add(report('line-start', span, { found }))
  }
  return true
}

/** Of an expression too deep nothing is read; of its line what stands before it. */
function firstEquals(tokens: readonly T.Token[]): number {
  const at = tokens.findIndex((token) => token.tokenType === T.Equals)
  return at === -1 ? Math.min(tokens.length, MOST_DEPTH) : at
}

/** Of a line past the limit only the first word is read. */
function longLine(rule: LineRule, problems: Problems, span: Span): Line {
  const { source, start, end } = span
  const place = problems.span(start, start + MOST_LINE)
  problems.add(report('line-too-long', place, { length: end - start, most: MOST_LINE }))
  if (rule !== 'planLine' || !isLetter(source.text.charCodeAt(start))) {
    return { parts: emptyParts(), damaged: true, span }
  }
  const { tokens } = lex(problems, start, wordEnd(source.text, start, start + MOST_LINE))
  return { parts: lineParser().read(rule, source, tokens).parts, damaged: true, span }
}
