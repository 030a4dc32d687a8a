// A workspace in small that has every sort of line, to damage.

export const sample = `# Who we are
business "Acme" {
  currency    USD
  fiscal-year from 2026-01    # each January
}
role sales-director in sales-marketing under president
unit case = 12 each
family widgets "Medium widgets" {
  market   "Industry, \\"all\\" of it"
  unit     each
  target   inventory = 50% * sales(f, t + 1)
  lead-time 9 weeks
}
conversion widgets {
  price = 24.50 USD per each from 2026-01
}

cycle 2026-11 {
  horizon 18 months
  meeting executive on 2026-11-19 with president, sales-director,
    controller
}
plan widgets for 2026-11 {
  month               sales  operations  inventory
  2026-11              1200        1200        600
  2026-12              1200        1225        625
  2027-01 .. 2027-03  1_250          5%       12.5
  2027-04 ..              -        rest        -20
  total                4900        4900        600
}
scenario strong "It works" of 2026-11 {
  change sales of widgets 2027-02 .. 2027-04 by +20%
  plan widgets {
    month    operations
    2027-03        1600
  }
}
waive balance/capacity about widgets 2027-03 {
  by president until 2027-03
  because "Approved."
}
define gap(series s, family f) = if stated(s) then (
  a - b) else 0
rule balance/total "A total is the sum" {
  principle 2
  after     executive
  given     total w, month t in fence(planning, f) where not (a > b)
  let       rest-of = sum(cell(s, f, t) for family f)
  require   w.value between 0 and w.sum or exists(commit c)
  severity  if n < 15 then error else warning
  at        w
  message   "adds up to {w.sum}"
  fix       w.value = w.sum
}
`
