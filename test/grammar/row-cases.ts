// Rows as other tools and countries write them: the text, all that is said, and the first mend made.

import type { Case } from './cases.ts'

export const rowCases: readonly Case[] = [
  [
    `a {
  month b
  Dec-26 1
  Jan '27 1
  02/27 1
  15/03/2027 1
  04/05/2027 1
}`,
    [
      '3:3+6 unreadable-month: `Dec-26` is no month',
      "4:3+7 unreadable-month: `Jan '27` is no month",
      '5:3+5 unreadable-month: `02/27` is no month',
      '6:3+10 date-for-month: a row is about a month, and 15/03/2027 is a day',
      '7:3+10 date-for-month: a row is about a month, and 04/05/2027 is a day',
    ],
    `a {
  month b
  2026-12 1
  Jan '27 1
  02/27 1
  15/03/2027 1
  04/05/2027 1
}`,
  ],
  [
    `a {
  month b
  Feb 2027 1
  2027 March .. April 2027 1
  05-2027 .. 1
  2027-06 - 2027-07 1
  2027-08-2027-09 1
}`,
    [
      '3:3+8 unreadable-month: `Feb 2027` is no month',
      '4:3+24 unreadable-month: `2027 March .. April 2027` is no month',
      '5:3+7 unreadable-month: `05-2027` is no month',
      '6:11+1 foreign-operator: `-` is written `..` here',
      '7:10+1 foreign-operator: `-` is written `..` here',
    ],
    `a {
  month b
  2027-02 1
  2027 March .. April 2027 1
  05-2027 .. 1
  2027-06 - 2027-07 1
  2027-08-2027-09 1
}`,
  ],
  [
    `a {
  month b c d e
  2026-12 1'350 1.35k (200) 1225,
}`,
    [
      "3:11+5 unreadable-cell: `1'350` is no number",
      '3:17+5 unreadable-cell: `1.35k` is no number',
      '3:23+5 unreadable-cell: `(200)` is no number',
      '3:29+5 comma-in-number: `1225,`: a number has no comma',
    ],
    `a {
  month b c d e
  2026-12 1350 1.35k (200) 1225,
}`,
  ],
  [
    `a {
  month b
  2026-12 1 200
  2027-01 1 350
}`,
    [
      '3:13+3 too-many-cells: no column for `200`: the table has 1, this row 2',
      '4:13+3 too-many-cells: no column for `350`: the table has 1, this row 2',
    ],
    `a {
  month b
  2026-12 1200
  2027-01 1 350
}`,
  ],
  [
    `a {
  month b c
  2026-12   1 200   300
  2027-01 1 200 each
}`,
    [
      '3:21+3 too-many-cells: no column for `300`: the table has 2, this row 3',
      '4:17+4 too-many-cells: no column for `each`: the table has 2, this row 3',
    ],
    `a {
  month b c
  2026-12   1200   300
  2027-01 1 200 each
}`,
  ],
]
