/** What can be wrong with units, conversions, rates and prices. */

import { defineDiagnostics, reporterFor } from './define.ts'

export const unitDiagnostics = defineDiagnostics({
  'unknown-unit': {
    severity: 'error',
    title: 'A unit that nobody declares',
    message: '`{name}` is not a unit or a currency here',
    help: 'declare it with `unit {name}`, or with `currency {name}` if it is money',
    why: 'A number without a known unit cannot be added to others, so every unit and currency is declared once.',
  },
  'unit-not-currency': {
    severity: 'error',
    title: 'A currency where a unit of measure is wanted',
    message: '`{name}` is a currency, and {what} is counted in a unit of measure',
    help: 'name a unit; money belongs to `price`, `cost` and `revenue`',
    why: 'Volumes are counted in units and valued in money by a price, so that the two can be told apart.',
  },
  'unit-and-currency': {
    severity: 'error',
    title: 'One name for a unit and a currency',
    message: '`{name}` is declared as a unit and as a currency',
    help: 'give one of the two another name',
    why: 'A number in it would be a volume and money at once.',
  },
  'number-needs-unit': {
    severity: 'error',
    title: 'A number that must say its unit',
    message: '{what} needs a unit behind its number, such as `{example}`',
    why: 'Where the language cannot know the unit of a number, it asks for it rather than guess.',
  },
  'not-a-percentage': {
    severity: 'error',
    title: 'A percentage where an amount is wanted',
    message: '{what} is an amount, not a percentage',
    help: 'write the amount; only `change … by` takes per cent',
    why: 'A percentage of nothing named has no meaning here; as a number it would be a hundredth of what was meant.',
  },
  'zero-conversion': {
    severity: 'error',
    title: 'A conversion by zero or less',
    message: 'one {from} cannot be {factor} {to}',
    help: 'write how many {to} one {from} is: a number above zero',
    why: 'Conversions are used in both directions, and nothing can be divided by zero.',
  },
  'conversion-to-itself': {
    severity: 'error',
    title: 'A unit in terms of itself',
    message: '{from} is given in {from}',
    help: 'name the other unit',
    why: 'A conversion leads from one unit to another.',
  },
  'conversion-mixes-money': {
    severity: 'error',
    title: 'A conversion between a unit and a currency',
    message: '{from} and {to} do not convert into each other: one of them is money',
    help: 'write a `price` or a `cost` in the conversion of the family',
    why: 'What one costs is a price with a date, of one family; a conversion holds between units, or between currencies.',
  },
  'conflicting-conversions': {
    severity: 'error',
    title: 'Two ways to convert, two results',
    message: '1 {from} is {said} {to} here, and {other} {to} by way of {path}',
    help: 'make the two agree, or drop one of them',
    why: 'Which of two factors a number is converted by would be chance, and a plan would balance in one unit and not in another.',
  },
  'no-conversion': {
    severity: 'error',
    title: 'Units that nothing connects',
    message: '{what} is {written}, and nothing says what one {from} is in {to}',
    help: 'write {mend}',
    why: 'Numbers of a family are kept in its own unit; another unit is welcome when there is a factor between the two.',
  },
  'price-not-money-per-unit': {
    severity: 'error',
    title: 'A price or cost that is not money per unit',
    message: 'the {kind} of {family} is money per unit, such as `{example}`; this is {written}',
    why: 'A price turns units into money, so it needs both: the currency, and the unit it is for.',
  },
  'uses-not-resource-per-unit': {
    severity: 'error',
    title: 'A use that is not resource per unit',
    message: 'what is used of {resource} is said per unit, such as `{example}`; this is {written}',
    why: 'The load of a resource is the plan times what one unit takes.',
  },
  'in-not-for-columns': {
    severity: 'error',
    title: 'A unit that fits no column',
    message: '`in {unit}` fits no column of this table: {why}',
    help: '{mend}',
    why: 'A unit says how volumes are written and a currency how money is; one without a column of its sort is a slip.',
  },
})

export const reportUnits = reporterFor(unitDiagnostics)
