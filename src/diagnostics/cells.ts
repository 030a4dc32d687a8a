/** What can be wrong with cells, their months, and changes of them. */

import { defineDiagnostics, reporterFor } from './define.ts'

export const cellDiagnostics = defineDiagnostics({
  'doubled-cell': {
    severity: 'error',
    title: 'The same number is stated twice',
    message: '{cell} is stated twice',
    help: 'delete one of the two',
    why: 'Of two numbers for one cell nobody could say which holds, so neither file may hide the other.',
  },
  'doubled-opening': {
    severity: 'error',
    title: 'A stock is opened twice',
    message: 'the {series} of {family} is opened twice',
    help: 'delete one of the two',
    why: 'A stock starts from one number.',
  },
  'doubled-rate': {
    severity: 'error',
    title: 'Two prices or costs from the same month',
    message: 'the {kind} of {family} is stated twice from the same month',
    help: 'delete one of the two, or give the later one its own month',
    why: 'A price holds from its month until the next; two from one month contradict each other.',
  },
  'doubled-change': {
    severity: 'error',
    title: 'One layer changes the same number twice',
    message: '{cell} is changed twice by {layer}',
    help: 'put both changes into one line',
    why: 'The order of lines never matters, so that two changes of one cell would have no defined result.',
  },
  'same-day-changes': {
    severity: 'error',
    title: 'Two revisions of one day change the same number',
    message: '{cell} is changed by {first} and by {second}, both on {day}: which comes first?',
    help: 'give one of the two another day, or put both changes into one revision',
    why: 'Revisions hold in order of their days. Of two of one day, nobody could say which is over the other.',
  },
  'change-of-nothing': {
    severity: 'error',
    title: 'A change of a number that nobody states',
    message: '{cell} is changed here, and nobody states it below {layer}',
    help: 'state it in the plan, or correct the months or the name',
    why: 'A revision or a scenario changes a plan; a number it would invent would have no plan beneath it.',
  },
  'change-does-not-fit': {
    severity: 'error',
    title: 'A change that the number cannot take',
    message: '{cell} is {is}, and cannot be changed {by}',
    help: 'say what it becomes: `to …`',
    why: 'An amount cannot be added to a share, and `rest` is whatever the others leave.',
  },
  'month-out-of-reach': {
    severity: 'error',
    title: 'A month far outside any plan',
    message: '{months} lies out of reach: months from {from} to {to} are read',
    help: 'correct the year',
    why: 'A plan spans some years. A year mistyped by a digit must not make it span thousands.',
  },
  'outside-horizon': {
    severity: 'warning',
    title: 'Months outside the horizon of their cycle',
    message: 'nobody reads {months}: the horizon of cycle {cycle} is {horizon}',
    help: 'leave these months out, make the horizon longer, or move them to the cycle that plans them',
    why: 'What a cycle plans are the months of its horizon. What happened before is an actual.',
  },
  'rest-twice': {
    severity: 'error',
    title: 'Two rests in one month',
    message: 'two columns are the `rest` of {months}',
    help: 'leave one `rest`, and say the others',
    why: 'The rest is what the other columns leave; two of them cannot be told apart.',
  },
  'business-volume': {
    severity: 'error',
    title: 'A volume of the whole business',
    message: '{series} of the whole business has no unit: families are counted each in their own',
    help: 'budget it by family, or budget the revenue of the business',
    why: 'Volumes of different families cannot be added up; money can.',
  },
  'workdays-not-whole': {
    severity: 'error',
    title: 'Working days that cannot be counted',
    message: 'the working days of {month} are a whole number from 0 to 31',
    why: 'Rates by working day divide by it.',
  },
  'period-out-of-order': {
    severity: 'error',
    title: 'A period that does not follow the one before it',
    message:
      '{month} starts on {day}, and has to start {side} {beside}, which starts on {besideDay}',
    help: 'correct the day, or the month',
    why: 'Periods follow each other: one that starts before the one before it would have no days.',
  },
  'mix-unreadable': {
    severity: 'error',
    title: 'A file of a mix cannot be read',
    message: 'the mix in `{path}` cannot be read: {problem}',
    why: 'Without its numbers nothing can be said about the mix.',
  },
  'mix-columns': {
    severity: 'error',
    title: 'A file of a mix lacks its columns',
    message:
      'the first line of `{path}` names the columns: `month,item,quantity`, or `month` and one column an item',
    why: 'The columns say which number is of which item and month.',
  },
  'mix-row': {
    severity: 'error',
    title: 'A line of a mix file that cannot be read',
    message: '`{found}` is not {wanted}{more}',
    why: 'A number that is left out silently would make the mix look short.',
  },
  'mix-cells': {
    severity: 'error',
    title: 'A line of a mix file with other cells than its first',
    message: 'line {line} has {cells}, the header {columns}{more}',
    why: 'Which number belongs to which column cannot be told then: the items of that month are unknown.',
  },
})

export const reportCells = reporterFor(cellDiagnostics)
