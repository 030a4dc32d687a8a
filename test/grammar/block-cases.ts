// Mistakes in blocks and tables: the text, all that is said of it, and what the first mend makes of it.

import type { Case } from './cases.ts'

export const blockCases: readonly Case[] = [
  [
    `a 1
<<<<<<< HEAD
a 2
=======
a 3 {
>>>>>>> theirs (a, b,
b 1`,
    ['2:1+12 conflict-marker: git left a conflict here that nobody resolved'],
  ],
  [
    `a
=======
b`,
    ['2:1+7 conflict-marker: git left a conflict here that nobody resolved'],
  ],
  [
    `scenario a {
  plan b {
    x
  }
unit each`,
    ['1:1+10 block-not-closed: the block of `scenario a` is not closed'],
    `scenario a {
  plan b {
    x
  }
}
unit each`,
  ],
  [
    `family a {
  unit each

# end`,
    ['1:1+8 block-not-closed: the block of `family a` is not closed'],
    `family a {
  unit each
}

# end`,
  ],
  [
    `family a {
unit each
}
unit b`,
    ['1:1+8 block-not-closed: the block of `family a` is not closed'],
    `family a {
}
unit each
}
unit b`,
  ],
  [
    `family a "A"
  unit each
  market "m"
}
unit b`,
    ['1:1+12 block-not-opened: `family a` has a block, but no `{` opens it'],
    `family a "A" {
  unit each
  market "m"
}
unit b`,
  ],
  [
    `a
}
b`,
    ['2:1+1 stray-brace: this `}` closes nothing'],
    `a
b`,
  ],
  [
    `family a { unit each }
unit b`,
    ['1:10+1 brace-in-line: `{` is the last on its line'],
    `family a {
  unit each
}
unit b`,
  ],
  [
    `family a {
  unit each }
unit b`,
    ['2:13+1 brace-in-line: `}` stands alone on its line'],
    `family a {
  unit each
}
unit b`,
  ],
  [
    `family a
{
  unit each
}`,
    ['2:1+1 brace-on-next-line: `{` stands at the end of the line it belongs to'],
    `family a {
  unit each
}`,
  ],
  [
    `{
  a
}
b`,
    ['1:1+1 block-without-head: a block belongs to a statement, and there is none'],
  ],
  [
    `a {
  by b {
    c
  }
}`,
    ['2:8+1 block-without-head: a block belongs to a statement, and a line `by …` is none'],
  ],
  [
    `define a() = 1 {
}`,
    ['1:16+1 block-without-head: a block belongs to a statement, and a line `define …` is none'],
  ],
  [
    `by a until b
by c`,
    [
      '1:1+12 line-outside-block: a line `by …` stands in the block of a statement, and none is open here',
    ],
  ],
  [
    `  owner a
  owner b
}
unit c`,
    [
      '1:3+7 line-outside-block: a line `owner …` stands in the block of a statement, and none is open here',
    ],
  ],
  [
    `month a
2026-12 1
2027-01 1
unit b`,
    ['1:1+7 line-outside-block: a table stands in the block of a statement, and none is open here'],
  ],
  [
    `a {
  b c
  2026-12 1
  2027-01 1
}`,
    ['3:3+9 row-without-header: this row has no header above it'],
  ],
  [
    `a {
  b c
  2026-12 1 2
  2027-01 1 2
}`,
    ['2:3+3 header-without-month: this line stands above rows, and does not begin with `month`'],
    `a {
  month b c
  2026-12 1 2
  2027-01 1 2
}`,
  ],
  [
    `a {
  moth b c
  2026-12 1 2
}`,
    ['2:3+8 header-without-month: this line stands above rows, and does not begin with `month`'],
    `a {
  month b c
  2026-12 1 2
}`,
  ],
  [
    `a {
  7 month b
  2026-12 1
}`,
    ['2:3+1 line-start: a line starts with a word; `7` cannot start one'],
  ],
  [
    `a {
  month b c
  2026-12 1
  2027-01 1
  total 2
}`,
    ['2:3+9 header-does-not-fit: this header has 2 columns, and each row below has 1 cell'],
  ],
  [
    `a {
  month b
  2026-12 1
  1
}`,
    ['4:3+1 unreadable-month: `1` is no month'],
  ],
  [
    `family a {
  unit each
plan b {
  from 2026-01
scenario c {
  x {
`,
    [
      '1:1+8 block-not-closed: the block of `family a` is not closed, nor are 3 more blocks below it',
    ],
    `family a {
  unit each
}
plan b {
  from 2026-01
}
scenario c {
  x {
  }
}
`,
  ],
  [
    `a {
  total 1
}`,
    ['2:3+7 row-without-header: this row has no header above it'],
  ],
  [
    `a {
  month b
  total 1
  2026-12 1
  2027-01 1
}`,
    ['4:3+9 row-below-total: `total` is the last row of a table, and this row stands below it'],
  ],
  [
    `a {
  month # no
  2026-12 1
}`,
    ['2:3+5 header-without-columns: this header names no column'],
  ],
  [
    `a {
  month b c b
  2026-12 1 2 3
}`,
    ['2:13+1 column-twice: the column `b` stands here twice'],
  ],
  [
    `a {
  month    b  c  d
  2026-12  1     3
}`,
    ['3:3+16 too-few-cells: no cell for `c`: the table has 3, this row 2'],
  ],
  [
    `a {
  month b c d
  2026-12 1
}`,
    ['3:3+9 too-few-cells: no cell for `b`, `d`: the table has 3, this row 1'],
  ],
  [
    `a {
  month    b  c
  2026-12  1  2  3
}`,
    ['3:18+1 too-many-cells: no column for `3`: the table has 2, this row 3'],
  ],
  [
    `a {
  month b
  2026-12 n/a
}`,
    ['3:11+3 unreadable-cell: `n/a` is no number'],
    'a {\n  month b\n  2026-12 -\n}',
  ],
  [
    `a {
  month b
  2026-12 (1_200)
}`,
    ['3:11+7 unreadable-cell: `(1_200)` is no number'],
    `a {
  month b
  2026-12 -1_200
}`,
  ],
  [
    `a {
  month b c d
  2026-12 1,200 12,5% -1.200,50
}`,
    [
      '3:11+5 comma-in-number: `1,200`: a number has no comma',
      '3:17+5 comma-in-number: `12,5%`: a number has no comma',
      '3:23+9 comma-in-number: `-1.200,50`: a number has no comma',
    ],
    `a {
  month b c d
  2026-12 1200 12,5% -1.200,50
}`,
  ],
  [
    `a {
  month b
  2026-12 1e9
}`,
    ['3:11+3 number-with-exponent: `1e9`: a number is written out, without an exponent'],
  ],
  [
    `a {
  month 10023
  2026-12 1
}`,
    ['2:9+5 digits-then-letters: `10023` is neither a number nor a name'],
    `a {
  month "10023"
  2026-12 1
}`,
  ],
  [
    `a {
  month b c
  2026-12 15 % 2
}`,
    ['3:14+1 space-before-percent: `%` stands right behind its number'],
    `a {
  month b c
  2026-12 15% 2
}`,
  ],
  [
    `a {
  month b
  2026-1 1
  2026-13 .. 2027-01 1
}`,
    [
      '3:3+6 unreadable-month: `2026-1` is no month',
      '4:3+7 unreadable-month: `2026-13` is no month',
    ],
    `a {
  month b
  2026-01 1
  2026-13 .. 2027-01 1
}`,
  ],
  [
    `a {
  month b
  2026-12-04 1
}`,
    ['3:3+10 date-for-month: a row is about a month, and 2026-12-04 is a day'],
    `a {
  month b
  2026-12 1
}`,
  ],
  [
    `a {
  month b
  2027-02 .. 2027-01 1
}`,
    ['3:3+18 months-backwards: 2027-02 .. 2027-01 ends before it begins'],
    `a {
  month b
  2027-01 .. 2027-02 1
}`,
  ],
  [
    `a {
  month b c
  2026-12 \u22125 \u2013
}`,
    ['3:11+1 odd-minus: this dash is not the minus of the keyboard'],
    `a {
  month b c
  2026-12 -5 -
}`,
  ],
  [
    `a {
  month b
  2026-12\u00a01
}`,
    ['3:10+1 odd-space: this space is not the one of the keyboard'],
    `a {
  month b
  2026-12 1
}`,
  ],
  [
    `family a \u201eA {
}`,
    ['1:10+2 text-not-closed: this text has no closing quote'],
    `family a \u201eA" {
}`,
  ],
  [
    `family a "A {  # x
  unit each
}`,
    ['1:10+2 text-not-closed: this text has no closing quote'],
    `family a "A" {  # x
  unit each
}`,
  ],
  [
    `a {
  month for
  2026-12 1
}`,
    ['2:9+3 keyword-as-name: `for` is a word of the language and no name'],
    `a {
  month "for"
  2026-12 1
}`,
  ],
  [
    `a {
  let b 5
  collect 5
  fix a
  at
}`,
    [
      '2:9+1 something-else-expected: expected `=` after `b`, not `5`',
      '3:11+1 something-else-expected: expected a name after `collect`, not `5`',
      '4:7+1 something-missing: expected `=` after `a`',
      '5:3+2 something-missing: expected a value after `at`',
    ],
  ],
]
