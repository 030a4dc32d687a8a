// The grammar by which editors colour a text, made from the words that the syntax knows. It tells
// the sorts of words apart and checks nothing; the language server does.

import {
  connectives,
  countingWords,
  durationWords,
  foldingWords,
  prepositions,
  ruleWords,
  topLevelKinds,
} from './kinds.ts'

/** A rule of a TextMate grammar, as far as this one needs them. */
interface Rule {
  readonly include?: string
  readonly name?: string
  readonly match?: string
  readonly begin?: string
  readonly end?: string
  readonly captures?: Readonly<Record<string, { readonly name: string }>>
  readonly beginCaptures?: Readonly<Record<string, { readonly name: string }>>
  readonly endCaptures?: Readonly<Record<string, { readonly name: string }>>
  readonly patterns?: readonly Rule[]
}

const PATH = 'grammar/sop.tmLanguage.json'

const PART = '[\\p{L}\\p{M}0-9_]'
const WORD = `[\\p{L}\\p{M}_]${PART}*(?:[-/]${PART}+)*`
/** Behind a whole word: `to` is none in `make-to-stock`. */
const END = `(?!${PART}|[-/]${PART})`
const NUMBER = '[0-9]+(?:_[0-9]+)*(?:\\.[0-9]+)?'
const MONTH = '[0-9]{4}-[0-9]{2}'

const choices: ReadonlySet<string> = new Set(['if', 'then', 'else'])
const aggregates = [...countingWords, ...foldingWords]
const operators = connectives.filter((word) => !choices.has(word))
/** Lines whose texts have holes. */
const templateWords = ['message', 'help']

/** The generator of the colouring: see src/build/generate.mjs. */
export function textMateGrammar(): ReadonlyMap<string, string> {
  const grammar = {
    information_for_contributors: ['Generated from grammar/textmate.ts by `npm run generate`.'],
    name: 'Concord plan',
    scopeName: 'source.sop',
    fileTypes: ['sop'],
    patterns: [include('comment'), ...lines, include('code')],
    repository,
  }
  return new Map([[PATH, `${JSON.stringify(grammar, undefined, 2)}\n`]])
}

/** What the first word of a line makes of the line. */
const lines: readonly Rule[] = [
  line('month', 'keyword.other.table.sop', [
    include('text'),
    { name: 'variable.parameter.column.sop', match: WORD },
  ]),
  line('total', 'keyword.other.table.sop', [include('cell')]),
  {
    begin: `^\\s*(${MONTH})(?![0-9-])`,
    end: '$',
    beginCaptures: named('constant.other.month.sop'),
    patterns: [include('comment'), include('cell')],
  },
  {
    match: `^\\s*(define)\\s+(${WORD})`,
    captures: named('storage.type.statement.sop', 'entity.name.function.sop'),
  },
  line(oneOf(templateWords), 'keyword.control.rule.sop', [include('template'), include('code')]),
  {
    match: `^\\s*(${oneOf(ruleWords)})${END}`,
    captures: named('keyword.control.rule.sop'),
  },
  {
    match: `^\\s*(${oneOf([...topLevelKinds])})${END}(?:\\s+(?!${keywordsAhead()})(${WORD}))?`,
    captures: named('storage.type.statement.sop', 'entity.name.type.sop'),
  },
  {
    match: `^\\s*(?!${keywordsAhead()})(${WORD})`,
    captures: named('support.type.property-name.sop'),
  },
]

const repository: Readonly<Record<string, Rule>> = {
  comment: { name: 'comment.line.number-sign.sop', match: '#.*$' },
  text: {
    name: 'string.quoted.double.sop',
    begin: '"',
    end: '"|$',
    patterns: [include('escape')],
  },
  template: {
    name: 'string.quoted.double.sop',
    begin: '"',
    end: '"|$',
    patterns: [
      include('escape'),
      {
        name: 'meta.embedded.expression.sop',
        begin: '\\{',
        end: '\\}|(?="|$)',
        beginCaptures: { '0': { name: 'punctuation.section.embedded.begin.sop' } },
        endCaptures: { '0': { name: 'punctuation.section.embedded.end.sop' } },
        patterns: [include('code')],
      },
    ],
  },
  escape: { name: 'constant.character.escape.sop', match: '\\\\["\\\\{]' },
  cell: {
    patterns: [
      { match: `\\.\\.(?:\\s*(${MONTH})(?![0-9-]))?`, captures: named('constant.other.month.sop') },
      { name: 'constant.language.rest.sop', match: `rest${END}` },
      { name: 'constant.numeric.percent.sop', match: `[-+]?${NUMBER}%` },
      { name: 'constant.numeric.sop', match: `[-+]?${NUMBER}` },
      { name: 'constant.language.blank.sop', match: '-' },
    ],
  },
  code: {
    patterns: [
      include('comment'),
      include('text'),
      { name: 'constant.other.date.sop', match: `${MONTH}-[0-9]{2}(?![0-9-])` },
      { name: 'constant.other.month.sop', match: `${MONTH}(?![0-9-])` },
      { name: 'constant.numeric.percent.sop', match: `${NUMBER}%` },
      {
        match: `(${NUMBER})\\s+(${oneOf([...durationWords.keys()])})${END}`,
        captures: named('constant.numeric.sop', 'keyword.other.duration.sop'),
      },
      { name: 'constant.numeric.sop', match: NUMBER },
      {
        match: `(\\.)(${WORD})`,
        captures: named('punctuation.accessor.sop', 'variable.other.member.sop'),
      },
      { name: 'support.function.sop', match: `${oneOf(aggregates)}(?=\\s*\\()` },
      { name: 'keyword.control.conditional.sop', match: `${oneOf([...choices])}${END}` },
      { name: 'keyword.other.preposition.sop', match: `${oneOf(prepositions)}${END}` },
      { name: 'keyword.operator.word.sop', match: `${oneOf(operators)}${END}` },
      { name: 'entity.name.function.sop', match: `${WORD}(?=\\()` },
      { name: 'variable.other.sop', match: WORD },
      { name: 'keyword.operator.sop', match: '\\.\\.|!=|<=|>=|[-=<>+*/]' },
      { name: 'punctuation.section.block.sop', match: '[{}]' },
    ],
  },
}

function include(name: string): Rule {
  return { include: `#${name}` }
}

/** A line that begins with a word, to its end. */
function line(words: string, name: string, patterns: readonly Rule[]): Rule {
  return {
    begin: `^\\s*(${words})${END}(?!\\s*\\()`,
    end: '$',
    beginCaptures: named(name),
    patterns: [include('comment'), ...patterns],
  }
}

/** Names of a rule's captures, from the first. */
function named(...names: readonly string[]): Readonly<Record<string, { readonly name: string }>> {
  return Object.fromEntries(names.map((name, index) => [String(index + 1), { name }]))
}

function oneOf(words: readonly string[]): string {
  return `(?:${words.join('|')})`
}

/** No keyword is a name. */
function keywordsAhead(): string {
  return `${oneOf([...prepositions, ...connectives])}${END}`
}
