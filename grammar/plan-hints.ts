// What a line of a plan was most likely to say, where it goes on with something that does not fit.

import type { Extras } from '../src/diagnostics/define.ts'
import type { Mend } from '../src/diagnostics/diagnostic.ts'
import type { Problems } from './problems.ts'
import { brief, mend, report } from './problems.ts'
import type { Token } from './tokens.ts'
import * as T from './tokens.ts'

/** As in `USD 24.50`, which is written so elsewhere. */
const CURRENCY = /^[A-Z]{3}$/
/** A name with points in it, as many systems number their items. */
const POINTED = /^[\p{L}\p{N}_/-]+(?:\.[\p{L}\p{N}_/-]+)+/u

/** The line's tokens, and the one that does not fit. */
interface Misfit {
  readonly problems: Problems
  readonly tokens: readonly Token[]
  readonly at: number
  readonly found: Token
  readonly before: Token
}

/** What to write instead; undefined where that is not told. */
export function planHint(
  problems: Problems,
  tokens: readonly Token[],
  at: number,
): Extras | undefined {
  const found = tokens[at]
  const before = tokens[at - 1]
  if (found === undefined || before === undefined) return undefined
  const misfit: Misfit = { problems, tokens, at, found, before }
  for (const hint of HINTS) {
    const extras = hint(misfit)
    if (extras !== undefined) return extras
  }
  return undefined
}

/** `sales and operations`: members of a list. */
function listWithAnd({ problems, tokens, at, found, before }: Misfit): Extras | undefined {
  if (found.image !== 'and' || before.tokenType !== T.Word) return undefined
  if (tokens[at + 1]?.tokenType !== T.Word || tokens.some(isEquals)) return undefined
  const span = problems.span(before.endOffset + 1, found.endOffset + 1)
  return {
    help: 'write a comma between the members of a list',
    mends: [mend('write a comma', [span, ','])],
  }
}

/** `month 3`: a length of time, its measure first. */
function measureFirst({ problems, tokens, at, found }: Misfit): Extras | undefined {
  const next = tokens[at + 1]
  if (found.tokenType !== T.MonthWord || next?.tokenType !== T.NumberToken) return undefined
  return written(problems, found, next, `${next.image} ${next.image === '1' ? 'month' : 'months'}`)
}

/** `by president at 2026-11-19`: the word for a day. */
function dayAt({ problems, tokens, at, found }: Misfit): Extras | undefined {
  if (found.tokenType !== T.At || tokens[at + 1]?.tokenType !== T.DateToken) return undefined
  return written(problems, found, found, 'on')
}

/** `USD 24.50`. */
function currencyFirst({ problems, found, before }: Misfit): Extras | undefined {
  if (found.tokenType !== T.NumberToken || !CURRENCY.test(before.image)) return undefined
  const text = `${found.image} ${before.image}`
  return { mends: [mend(`write ${text}`, [spanFrom(problems, before, found), text])] }
}

/** `24.50 USD each`. */
function withoutPer({ problems, tokens, at, found, before }: Misfit): Extras | undefined {
  if (found.tokenType !== T.Word || !CURRENCY.test(before.image)) return undefined
  if (tokens[at - 2]?.tokenType !== T.NumberToken) return undefined
  return written(problems, found, found, `per ${found.image}`)
}

/** `24.50 per each`. */
function withoutCurrency({ found, before }: Misfit): Extras | undefined {
  if (found.tokenType !== T.Per || before.tokenType !== T.NumberToken) return undefined
  return { help: 'a unit or a currency stands before it, as in `24.50 USD per each`' }
}

/** `= 5 USD per each 2026-01`: what is stated from a month on. */
function withoutFrom({ problems, tokens, at, found }: Misfit): Extras | undefined {
  if (found.tokenType !== T.MonthToken || at !== tokens.length - 1) return undefined
  if (!tokens.some(isEquals) || tokens.some(T.isPreposition)) return undefined
  return written(problems, found, found, `from ${found.image}`)
}

/** `price from 2026-01 = …`: clauses stand behind the value. */
function valueLast({ problems, tokens, at, found, before }: Misfit): Extras | undefined {
  const first = tokens.find(T.isPreposition)
  const last = tokens.at(-1)
  const early = tokens.findIndex(isEquals) === at && first !== undefined
  if (found.tokenType !== T.Equals || !early || last === undefined) return undefined
  const clause = textOf(problems, first, before)
  const value = textOf(problems, found, last)
  return {
    help: `what stands behind \`=\` goes before \`${first.image}\``,
    mends: [
      mend(`write ${brief(`${value} ${clause}`)}`, [
        spanFrom(problems, first, last),
        `${value} ${clause}`,
      ]),
    ],
  }
}

/** `MW.A101`. */
function pointedName({ problems, tokens, found, before }: Misfit): Extras | undefined {
  if (found.tokenType !== T.Dot || before.tokenType !== T.Word || tokens.some(isEquals)) {
    return undefined
  }
  const { startOffset } = before
  const name = POINTED.exec(problems.source.text.slice(startOffset, startOffset + 60))?.[0]
  if (name === undefined) return undefined
  const span = problems.span(startOffset, startOffset + name.length)
  return {
    help: `a name with a point stands in quotes: write \`"${name}"\``,
    mends: [mend(`write "${name}"`, [span, `"${name}"`])],
  }
}

const HINTS: readonly ((misfit: Misfit) => Extras | undefined)[] = [
  listWithAnd,
  measureFirst,
  dayAt,
  currencyFirst,
  withoutPer,
  withoutCurrency,
  withoutFrom,
  valueLast,
  pointedName,
]

/** The line as it was meant where it says `50% of sales(f, t)`, which is reported. It stands in rules, too. */
export function withoutOf(
  problems: Problems,
  tokens: readonly Token[],
): readonly Token[] | undefined {
  const at = tokens.findIndex((token, place) => {
    const before = tokens[place - 1]?.tokenType
    const share = before === T.Percent || before === T.NumberToken
    return share && token.image === 'of' && tokens[place + 2]?.tokenType === T.OpenParen
  })
  const of = tokens[at]
  const times = T.operatorTypes.get('*')
  if (of === undefined || times === undefined) return undefined
  const span = spanFrom(problems, of, of)
  const mends: readonly Mend[] = [mend('write `*`', [span, '*'])]
  problems.add(report('foreign-operator', span, { found: 'of', ours: '*' }, { mends }))
  return tokens.with(at, { ...of, image: '*', tokenType: times })
}

function written(problems: Problems, first: Token, last: Token, text: string): Extras {
  const mends = [mend(`write ${text}`, [spanFrom(problems, first, last), text])]
  return { help: `write \`${text}\``, mends }
}

function textOf(problems: Problems, first: Token, last: Token): string {
  return problems.source.text.slice(first.startOffset, last.endOffset + 1)
}

function spanFrom(problems: Problems, first: Token, last: Token) {
  return problems.span(first.startOffset, last.endOffset + 1)
}

function isEquals({ tokenType }: Token): boolean {
  return tokenType === T.Equals
}
