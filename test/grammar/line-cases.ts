// Mistakes on a line: the text, all that is said of it, and what the first mend makes of it.

import type { Case } from './cases.ts'

export const lineCases: readonly Case[] = [
  ['a \0', ['1:3+1 not-text: this file is not text']],
  [
    'unit gr\ufffdn',
    ['1:8+1 not-utf8: this file is not in UTF-8: a character here could not be read'],
  ],
  [
    'require a',
    [
      '1:1+9 line-outside-block: a line `require …` stands in the block of a statement, and none is open here',
    ],
  ],
  ['and b', ['1:1+3 line-start: a line starts with a word; `and` cannot start one']],
  ['"a" b', ['1:1+3 line-start: a line starts with a word; `"a"` cannot start one']],
  ['12 a', ['1:1+2 line-start: a line starts with a word; `12` cannot start one']],
  [
    'a b 1,234,567.5 USD',
    ['1:5+11 comma-in-number: `1,234,567.5`: a number has no comma'],
    'a b 1234567.5 USD',
  ],
  [
    'a = max(12,000 USD, 1)',
    ['1:9+6 comma-in-number: `12,000`: a number has no comma'],
    'a = max(12000 USD, 1)',
  ],
  [
    'a b 1.5E+3',
    ['1:5+6 number-with-exponent: `1.5E+3`: a number is written out, without an exponent'],
  ],
  ['a b 1__000', ['1:5+6 unreadable-number: `1__000` is no number'], 'a b 1000'],
  ['a b .5', ['1:5+2 unreadable-number: `.5` is no number'], 'a b 0.5'],
  [
    'a b 9999999999999999999999999999999999999999999999999999999999999',
    ['1:5+61 number-too-long: this number has more than 60 digits'],
  ],
  [
    'a b 12each',
    ['1:5+6 digits-then-letters: `12each` is neither a number nor a name'],
    'a b 12 each',
  ],
  [
    'item 10023-A in b',
    ['1:6+7 digits-then-letters: `10023-A` is neither a number nor a name'],
    'item "10023-A" in b',
  ],
  ['a b 15 %', ['1:8+1 space-before-percent: `%` stands right behind its number'], 'a b 15%'],
  ['cycle 2026-1', ['1:7+6 unreadable-month: `2026-1` is no month'], 'cycle 2026-01'],
  ['cycle 2026-13', ['1:7+7 unreadable-month: `2026-13` is no month']],
  ['cycle 2026/12', ['1:7+7 unreadable-month: `2026/12` is no month'], 'cycle 2026-12'],
  ['cycle 2026-Q1', ['1:7+7 unreadable-month: `2026-Q1` is no month']],
  ['a on 2026-02-30', ['1:6+10 unreadable-date: `2026-02-30` is no date']],
  ['a on 4.12.2026', ['1:6+9 unreadable-date: `4.12.2026` is no date']],
  [
    'a about b 2027-02 .. 2027-01',
    ['1:11+18 months-backwards: 2027-02 .. 2027-01 ends before it begins'],
    'a about b 2027-01 .. 2027-02',
  ],
  [
    'a to \u22125 by \u20136',
    ['1:6+1 odd-minus: this dash is not the minus of the keyboard'],
    'a to -5 by -6',
  ],
  [
    'family make\u2010to\u2010stock',
    ['1:12+1 odd-minus: this dash is not the minus of the keyboard'],
    'family make-to-stock',
  ],
  [
    'family\u00a0a\u202fb',
    ['1:7+1 odd-space: this space is not the one of the keyboard'],
    'family a b',
  ],
  [
    'family a \u201cA \u2212 B # c\u201d',
    ['1:10+1 odd-quotes: a text stands in straight quotes, not in \u201c'],
    'family a "A \u2212 B # c"',
  ],
  [
    'family a \'A "B"\'',
    ['1:10+7 single-quotes: a text stands in double quotes'],
    'family a "A \\"B\\""',
  ],
  ['family a "A', ['1:10+2 text-not-closed: this text has no closing quote'], 'family a "A"'],
  [
    'family a "C:\\temp"',
    ['1:13+2 unknown-escape: `\\t` means nothing in a text'],
    'family a "C:\\\\temp"',
  ],
  [
    'a b ≠ c ; d',
    [
      '1:5+1 foreign-operator: `≠` is written `!=` here',
      '1:9+1 unknown-operator: there is no `;` here',
    ],
    'a b != c ; d',
  ],
  ['a b @ c @', ['1:5+1 unknown-character: `@` means nothing here']],
  ['a b\rc', ['1:4+1 unknown-character: the character U+000D means nothing here']],
  ['a b 😀', ['1:5+2 unknown-character: `😀` means nothing here']],
  [
    'a = b == c && (d || !e)',
    [
      '1:7+2 foreign-operator: `==` is written `=` here',
      '1:12+2 foreign-operator: `&&` is written `and` here',
      '1:18+2 foreign-operator: `||` is written `or` here',
      '1:21+1 foreign-operator: `!` is written `not` here',
    ],
    'a = b = c && (d || !e)',
  ],
  [
    'a = b ≤ c <> d',
    [
      '1:7+1 foreign-operator: `≤` is written `<=` here',
      '1:11+2 foreign-operator: `<>` is written `!=` here',
    ],
    'a = b <= c <> d',
  ],
  [
    'a b 2026-12 ... 2027-01',
    ['1:13+3 foreign-operator: `...` is written `..` here'],
    'a b 2026-12 .. 2027-01',
  ],
  ['a = b ^ 2', ['1:7+1 unknown-operator: there is no `^` here']],
  ['unit: each;', ['1:5+1 unknown-operator: there is no `:` here']],
  ['// a', ['1:1+2 unknown-operator: there is no `//` here']],
  ['a b $5', ['1:5+1 unknown-operator: there is no `$` here']],
  ['a = [b, c]', ['1:5+1 unknown-operator: there is no `[` here']],
  ['a of for b', ['1:3+2 clause-without-argument: nothing stands behind `of`']],
  ['a of', ['1:3+2 clause-without-argument: nothing stands behind `of`']],
  ['role a in b under # c', ['1:13+5 clause-without-argument: nothing stands behind `under`']],
  [
    'family if',
    ['1:8+2 keyword-as-name: `if` is a word of the language and no name'],
    'family "if"',
  ],
  [
    'a of b, per c',
    ['1:9+3 keyword-as-name: `per` is a word of the language and no name'],
    'a of b, "per" c',
  ],
  ['a =', ['1:3+1 something-missing: expected a value after `=`']],
  ['a = f(b, c', ['1:10+1 something-missing: expected `)` after `c`']],
  ['a = b between 1', ['1:15+1 something-missing: expected `and` after `1`']],
  ['a = if b then c', ['1:15+1 something-missing: expected `else` after `c`']],
  ['a of b,', ['1:7+1 something-missing: expected a name, a number or a month after `,`']],
  ['a = 5 USD per', ['1:11+3 something-missing: expected a unit after `per`']],
  ['a = b + / c', ['1:9+1 something-else-expected: expected a value after `+`, not `/`']],
  ['a = sum(b)', ['1:10+1 something-else-expected: expected `for` after `b`, not `)`']],
  [
    'a = count(b)',
    [
      '1:12+1 something-else-expected: expected the name of a variable, as in `family f`, after `b`, not `)`',
    ],
  ],
  [
    'define a(b) = 1',
    [
      '1:11+1 something-else-expected: expected the name of a variable, as in `family f`, after `b`, not `)`',
    ],
  ],
  ['a = - not b', ['1:7+3 something-else-expected: expected a value after `-`, not `not`']],
  ['a = ()', ['1:6+1 something-else-expected: expected a value after `(`, not `)`']],
  ['a = b c', ['1:7+1 something-too-many: `c` does not fit behind `b`']],
  ['a b )', ['1:5+1 something-too-many: `)` does not fit behind `b`']],
  ['a = b < c < d', ['1:11+1 something-too-many: `<` does not fit behind `c`']],
  ['a = 1 .. 2 .. 3', ['1:12+2 something-too-many: `..` does not fit behind `2`']],
]
