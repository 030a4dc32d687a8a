/** Expressions as texts, with spaces and parentheses as nobody would write them. */

import * as fc from 'fast-check'

/** An expression of any shape that the grammar allows. */
export const expressionTexts: fc.Arbitrary<string> = fc.letrec<
  Record<'expression' | 'operand' | 'primary' | 'binders', string>
>((tie) => ({
  expression: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('operand'),
    joined(tie('operand'), fc.constantFrom('+', '-', '*', '/'), tie('operand')),
    joined(bracketed(tie('expression')), fc.constantFrom('and', 'or'), tie('operand')),
    joined(
      tie('operand'),
      fc.constantFrom('=', '!=', '<', '<=', '>', '>=', 'in', '..'),
      tie('operand'),
    ),
    fc
      .tuple(tie('operand'), tie('operand'), tie('operand'))
      .map(([value, low, high]) => `${value} between ${low} and ${high}`),
    fc
      .tuple(tie('expression'), tie('expression'), tie('expression'))
      .map(([one, two, three]) => `if (${one}) then (${two}) else ${three}`),
    tie('operand').map((text) => `not ${text}`),
  ),
  operand: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('primary'),
    bracketed(tie('expression')),
    tie('primary').map((text) => `- ${text}`),
  ),
  primary: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('x', 'f', 't', 'make-to-stock', 'total', '"Water utilities"', '"a \\" b"'),
    fc.constantFrom('5', '1_200', '12.50', '15%', '2027-01', '2026-12-04', '18 months'),
    fc.constantFrom('24.50 USD  per each', '1 hour per 12 each', '0.5 "m 2"'),
    fc.constantFrom('f.strategy', 'd . resolved . by', 'outlook.inventory (f,t)', 'past( 3 )'),
    tie('expression').map((text) => `f.owner(${text} , t)`),
    tie('expression').map((text) => `(${text}, ${text})`),
    fc
      .tuple(fc.constantFrom('sum', 'average', 'every', 'max'), tie('expression'), tie('binders'))
      .map(([name, body, binders]) => `${name}(${body} for ${binders})`),
    fc
      .tuple(fc.constantFrom('count', 'exists'), tie('binders'))
      .map(([name, binders]) => `${name} ( ${binders} )`),
  ),
  binders: fc
    .array(
      fc
        .tuple(tie('operand'), tie('expression'))
        .map(([range, condition]) => `month t in ${range} where (${condition})`),
      { minLength: 1, maxLength: 2 },
    )
    .map((binders) => binders.join(', ')),
})).expression

function joined(
  left: fc.Arbitrary<string>,
  operator: fc.Arbitrary<string>,
  right: fc.Arbitrary<string>,
): fc.Arbitrary<string> {
  return fc.tuple(left, operator, right).map((parts) => parts.join('  '))
}

function bracketed(inside: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return inside.map((text) => `(${text})`)
}
