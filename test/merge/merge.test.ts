// What becomes of two edits of one plan file.

import { describe, expect, test } from 'vitest'

import { mergedText, mergedTexts } from './merging.ts'

const PLAN = `# the plan
role controller in finance

plan kettles for 2026-11 {
  month    sales  operations
  2026-11   1000        1050  # the fair
  2026-12   1200        1150
  2027-01   1300        1250
}

plan pumps for 2026-11 in case {
  month               sales  operations
  2026-11 .. 2027-01     10          12
  2027-02 ..             20          20
}
`

/** Applies replacements of a text in turn. */
function edited(text: string, ...changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((made, [from, to]) => {
    expect(made).toContain(from)
    return made.replace(from, to)
  }, text)
}

function mergeOf(
  ours: readonly (readonly [string, string])[],
  theirs: readonly (readonly [string, string])[],
  base = PLAN,
): string {
  return mergedText(base, edited(base, ...ours), edited(base, ...theirs))
}

describe('both changes are made', () => {
  test.each<
    readonly [
      string,
      readonly (readonly [string, string])[],
      readonly (readonly [string, string])[],
      readonly (readonly [string, string])[],
    ]
  >([
    [
      'different months',
      [['1200        1150', '1210        1150']],
      [['1300        1250', '1300        1260']],
      [
        ['1200        1150', '1210        1150'],
        ['1300        1250', '1300        1260'],
      ],
    ],
    [
      'different columns of one month',
      [['1200        1150', '1210        1150']],
      [['1200        1150', '1200        1160']],
      [['1200        1150', '1210        1160']],
    ],
    [
      'a number, and the comment behind it',
      [['1000        1050  # the fair', '1100        1050  # the fair']],
      [['# the fair', '# the fair in spring']],
      [['1000        1050  # the fair', '1100        1050  # the fair in spring']],
    ],
    [
      'a row that one split, and a number of the other half',
      [
        [
          '  2026-11 .. 2027-01     10          12\n',
          '  2026-11 .. 2026-12     10          12\n  2027-01                11          12\n',
        ],
      ],
      [['10          12', '10          14']],
      [
        [
          '  2026-11 .. 2027-01     10          12\n',
          '  2026-11 .. 2026-12     10          14\n  2027-01                11          14\n',
        ],
      ],
    ],
    ['the same change twice', [['1200', '1210']], [['1200', '1210']], [['1200', '1210']]],
    [
      'new rows of both',
      [['1300        1250\n', '1300        1250\n  2027-03   1310        1310\n']],
      [['1300        1250\n', '1300        1250\n  2027-02   1305        1305\n']],
      [
        [
          '1300        1250\n',
          '1300        1250\n  2027-02   1305        1305\n  2027-03   1310        1310\n',
        ],
      ],
    ],
    [
      'new statements in one place',
      [['in finance\n', 'in finance\nrole planner in operations\n']],
      [['in finance\n', 'in finance\nrole analyst in finance\n']],
      [['in finance\n', 'in finance\nrole analyst in finance\nrole planner in operations\n']],
    ],
    [
      'a row taken away, and another changed',
      [['  2026-12   1200        1150\n', '']],
      [['1300        1250', '1400        1250']],
      [
        ['  2026-12   1200        1150\n', ''],
        ['1300        1250', '1400        1250'],
      ],
    ],
  ])('%s', (_, ours, theirs, both) => {
    const expected = edited(PLAN, ...both)
    const squeezed = (text: string): string => text.replace(/ +/g, ' ')
    expect(squeezed(mergeOf(ours, theirs))).toBe(squeezed(expected))
    expect(mergeOf(theirs, ours)).toBe(mergeOf(ours, theirs))
  })

  test('a new column, and numbers of the others', () => {
    const ours = edited(
      PLAN,
      ['month    sales  operations\n', 'month    sales  operations  inventory\n'],
      ['1050  # the fair', '1050        500  # the fair'],
      ['1150\n', '1150        450\n'],
      ['1250\n', '1250        400\n'],
    )
    const theirs = edited(
      PLAN,
      ['1200        1150', '1210        1150'],
      ['1250\n', '1250\n  2027-02   1350        1350\n'],
    )
    expect(mergedText(PLAN, ours, theirs)).toContain(
      [
        '  month    sales  operations  inventory',
        '  2026-11   1000        1050        500  # the fair',
        '  2026-12   1210        1150        450',
        '  2027-01   1300        1250        400',
        '  2027-02   1350        1350          -',
        '',
      ].join('\n'),
    )
  })
})

describe('a conflict', () => {
  test('is of the cell that both changed, with both values and a disagreement', () => {
    const ours = edited(PLAN, ['1200        1150', '1250        1190'])
    const theirs = edited(PLAN, ['1200        1150', '1300        1150'])
    const merged = mergedTexts(PLAN, ours, theirs)
    expect(merged).toMatchObject({
      conflicts: [
        {
          path: ['plan kettles for 2026-11', 'the table'],
          cells: [{ column: 'sales', base: '1200', ours: '1250', theirs: '1300' }],
        },
      ],
    })
    expect(mergedText(PLAN, ours, theirs)).toBe(
      edited(PLAN, [
        '  2026-12   1200        1150\n',
        `<<<<<<< ours
  2026-12   1250        1190
=======
  2026-12   1300        1190
  # sales 2026-12: 1250 (the controller) or 1300 (the plant manager); it was 1200. Keep one.
  # If it stays open, name the roles and put this below the plan:
  # disagreement sales-kettles-2026-12 about kettles 2026-12 {
  #   position ROLE sales 1250  # the controller
  #   position ROLE sales 1300  # the plant manager
  # }
>>>>>>> theirs
`,
      ]),
    )
  })
})
