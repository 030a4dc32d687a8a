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
          path: ['plan kettles for 2026-11'],
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

const TOTALLED = `plan kettles for 2026-11 {
  month    sales  operations
  2026-11   1000        1050
  2026-12   1200        1150
  total     2200        2200
}
`

describe('a total', () => {
  test('that each side changed for its own months is the sum of both', () => {
    expect(
      mergeOf(
        [
          ['1200', '1210'],
          ['total     2200', 'total     2210'],
        ],
        [
          ['1000', '1020'],
          ['total     2200', 'total     2220'],
        ],
        TOTALLED,
      ),
    ).toBe(
      edited(TOTALLED, ['1200', '1210'], ['1000', '1020'], ['total     2200', 'total     2230']),
    )
  })

  test('that does not follow its column is a conflict', () => {
    const merged = mergedTexts(
      TOTALLED,
      edited(TOTALLED, ['1200', '1210'], ['total     2200', 'total     2215']),
      edited(TOTALLED, ['1000', '1020'], ['total     2200', 'total     2220']),
    )
    expect(merged).toMatchObject({ conflicts: [{ cells: [{ ours: '2215', theirs: '2220' }] }] })
  })
})

describe('what one side took away and the other changed', () => {
  test('is a conflict of the row', () => {
    expect(mergeOf([['  2026-12   1200        1150\n', '']], [['1150', '1160']], TOTALLED))
      .toContain(`  2026-11   1000        1050
<<<<<<< ours
=======
  2026-12   1200        1160
  # operations 2026-12: no value (the controller) or 1160 (the plant manager); it was 1150. Keep one.
>>>>>>> theirs
  total     2200        2200
`)
  })

  test('is a conflict of the statement', () => {
    expect(mergeOf([[PLAN, '# the plan\nrole controller in finance\n']], [['1300', '1400']])).toBe(
      `# the plan
role controller in finance
<<<<<<< ours
=======

${edited(PLAN.split('\n\n')[1] ?? '', ['1300', '1400'])}
# the controller took away plan kettles for 2026-11, which the plant manager changed: sales 2027-01 1300 → 1400.
# Where it stands in another file or under another name now, change it there, and keep none here.
>>>>>>> theirs
`,
    )
  })

  test('is a conflict of the table where it is a column', () => {
    const merged = mergedTexts(
      TOTALLED,
      edited(TOTALLED, ['operations', ' shipments']),
      edited(TOTALLED, ['1150', '1160']),
    )
    expect(merged).toMatchObject({ conflicts: [{ path: ['plan kettles for 2026-11'] }] })
  })
})

describe('what both put in the place of one thing stands there once', () => {
  test.each([
    [
      'another name on both sides',
      'commit sales for 2026-11 by a on 2026-11-01\n',
      'commit sales for 2026-11 by b on 2026-11-01\n',
      'commit sales for 2026-11 by c on 2026-11-01\n',
      [],
    ],
    [
      'another name, and a change',
      'family a {\n  unit each\n}\n',
      'family b {\n  unit each\n}\n',
      'family a {\n  unit kg\n}\n',
      ['family b instead of family a', 'unit each → unit kg'],
    ],
    [
      'another unit for all numbers, and one number',
      TOTALLED,
      edited(TOTALLED, ['2026-11 {', '2026-11 in case {']),
      edited(TOTALLED, ['1150', '1160']),
      [
        'plan kettles for 2026-11 in case instead of plan kettles for 2026-11',
        'operations 2026-12 1150 → 1160',
      ],
    ],
    ['two titles', 'family a "A" {\n}\n', 'family a "B" {\n}\n', 'family a "C" {\n}\n', []],
  ] as const)('%s', (_, base, ours, theirs, [instead, change]) => {
    const advice =
      instead === undefined
        ? ''
        : `# the controller has ${instead}, which the plant manager changed: ${change}.\n# Keep one, with what the other changed.\n`
    expect(mergedText(base, ours, theirs)).toBe(
      `<<<<<<< ours\n${ours}=======\n${theirs}${advice}>>>>>>> theirs\n`,
    )
  })

  test('a comment, and what it stands above is untouched', () => {
    expect(mergedText('# a\nunit kg\n', '# b\nunit kg\n', '# c\nunit kg\n')).toBe(
      '<<<<<<< ours\n# b\n=======\n# c\n>>>>>>> theirs\nunit kg\n',
    )
  })
})

describe('tables', () => {
  test('an open row that one cut and the other changed', () => {
    const base =
      'resource r {\n  month       available  overtime\n  2026-10 ..        100         5\n}\n'
    const added = '  2027-01 ..        120         5\n}'
    expect(mergeOf([['\n}', `\n${added}`]], [['  5', '  7']], base)).toBe(
      edited(base, ['  5', '  7'], ['\n}', `\n${added.replace('  5', '  7')}`]),
    )
  })

  test('two tables of one plan are told apart by their columns', () => {
    const stocks = TOTALLED.replace('sales  operations', 'backlog  inventory')
    const base = TOTALLED + stocks
    const [ours, theirs] = [
      TOTALLED.replace('1150', '1160') + stocks,
      TOTALLED + stocks.replace('1000', '1001'),
    ]
    expect(mergedText(base, ours, theirs)).toBe(
      TOTALLED.replace('1150', '1160') + stocks.replace('1000', '1001'),
    )
  })

  test('two tables of one plan with the same columns are told apart by their order', () => {
    const later = TOTALLED.replace('2026-11 ', '2027-01 ').replace('2026-12 ', '2027-02 ')
    const base = TOTALLED + later
    const [ours, theirs] = [
      TOTALLED.replace('1150', '1160') + later.replace('1150', '1170'),
      TOTALLED.replace('1050', '1060') + later,
    ]
    expect(mergedText(base, ours, theirs)).toBe(
      TOTALLED.replace('1150', '1160').replace('1050', '1060') + later.replace('1150', '1170'),
    )
  })

  test('a number where there was none, in a row that the other side took away, stays alone', () => {
    const base = TOTALLED.replace('1000 ', '   - ')
    expect(mergeOf([['  2026-11      -        1050\n', '']], [['   -  ', '1000  ']], base)).toBe(
      TOTALLED.replace('1050', '   -'),
    )
  })

  test('one cell that both state, in two statements, is not merged by what it says', () => {
    const ours = `${TOTALLED}plan kettles for 2026-11 {\n  month sales\n  2027-01 5\n}\n`
    const theirs = edited(TOTALLED, ['  total', '  2027-01 6 6\n  total'])
    expect(mergedTexts(TOTALLED, ours, theirs)).toEqual({
      refused: 'the two changes cannot be told apart',
      doubtful: true,
    })
  })
})

describe('lines that count in their order', () => {
  const RULE =
    'rule a/b "x" {\n  given   family f\n  require f.x > 1\n  message "no"\n  help    "yes"\n}\n'

  test('are merged as git does', () => {
    expect(mergeOf([['> 1', '> 2']], [['yes', 'maybe']], RULE)).toBe(
      edited(RULE, ['> 1', '> 2'], ['yes', 'maybe']),
    )
    expect(mergeOf([['> 1', '> 2']], [['> 1', '> 3']], RULE)).toContain(
      '<<<<<<< ours\n  require f.x > 2\n=======\n  require f.x > 3\n>>>>>>> theirs\n',
    )
  })
})

describe('what is said twice by mistake', () => {
  test('stays twice where one side says it so', () => {
    const [once, twice] = ['unit b\n', 'unit b\nunit b\n']
    expect(mergedText('', once, twice)).toBe(twice)
    expect(mergedText('', twice, once)).toBe(twice)
    expect(mergedText(twice, once, '')).toBe('')
  })
})

describe('order', () => {
  test('is that of the side that moved something', () => {
    const [ours, theirs] = ['unit c\nunit a\nunit b\n', 'unit a\nunit b\nunit c\nunit d\n']
    expect(mergedText('unit a\nunit b\nunit c\n', ours, theirs)).toBe(
      'unit c\nunit d\nunit a\nunit b\n',
    )
  })
})

describe('how a text is typed', () => {
  test.each([
    [
      'a byte order mark',
      '\uFEFFunit a\n',
      'unit a\n',
      '\uFEFFunit a\nunit b\n',
      'unit a\nunit b\n',
    ],
    ['no end of the last line', 'unit a', 'unit a', 'unit a\nunit b', 'unit a\nunit b'],
    ['an end that one side added', 'unit a', 'unit a\n', 'unit a\nunit b', 'unit a\nunit b\n'],
    ['an empty base', '', 'unit a\n', 'unit b\n', 'unit a\nunit b\n'],
    ['line ends', 'unit a\n', 'unit a\r\n', 'unit a\nunit b\n', 'unit a\r\nunit b\r\n'],
  ])('%s', (_, base, ours, theirs, expected) => {
    expect(mergedText(base, ours, theirs)).toBe(expected)
  })
})
