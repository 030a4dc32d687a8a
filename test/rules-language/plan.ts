/** A plan that most tests of the rule language judge: small, and with one of nearly everything. */

export const PLAN = `business "Acme" {
  currency USD
  leader president
  fiscal-year from 2026-01
}
role president in general-management
role sales-director in sales-marketing under president
role plant-manager in operations under president
role buyer in operations under plant-manager

unit pallet
unit drum
currency EUR = 1.10 USD from 2026-01
currency EUR = 1.20 USD from 2026-01 as actual

family widgets "Widgets" {
  market "Industry"
  strategy make-to-stock
  unit each
  owner sales-director for sales
  owner plant-manager for operations
  lead-time 6 weeks
  negligible 2 each
  target inventory = 50% * sales(f, t + 1)
  minimum inventory = 500
  maximum inventory = 2.25 pallet
}
family paint "Paint" {
  strategy make-to-stock
  unit kg
}
item W-1 in widgets
item W-2 in widgets
conversion widgets {
  unit pallet = 400 each
  unit each = 2.5 kg
  price = 24 USD per each from 2026-11
  price = 25 USD per each from 2027-01
  cost = 15 USD per each from 2026-11
}
conversion paint {
  unit drum = 50 kg from 2026-12
}
group line-a {
  unit each
}
group line-b {
  unit each
}
resource assembly {
  unit hour
  month available overtime
  2026-11 .. 100 20
}
supply widgets {
  uses assembly 0.05 hour per each
  month line-a line-b
  2026-11 .. 60% rest
}
fence planning 2 months {
  change operations within 10%
  approval by plant-manager
}
fence demand 1 month

cycle 2026-10 {
  horizon 3 months
  meeting executive on 2026-10-20 with president
}
cycle 2026-11 {
  horizon 3 months
  meeting demand-review on 2026-11-10 with sales-director
  meeting executive on 2026-11-19 with president, sales-director
}
plan widgets for 2026-10 {
  month sales operations
  2026-10 1000 1000
  2026-11 1100 1000
}
actual widgets {
  month sales operations inventory
  2026-10 900 1000 600
}
plan widgets for 2026-11 {
  month sales operations inventory
  2026-11 1200 1200 600
  2026-12 1200 1300 700
  2027-01 1300 1300 700
}
plan paint for 2026-11 {
  opening inventory 100
  month sales operations
  2026-11 .. 40 50
}
mix sales of widgets for 2026-11 {
  month W-1 W-2
  2026-11 700 500
}
budget widgets {
  month sales revenue
  2026-11 .. 2027-01 1150 27000
}
budget {
  month revenue
  2026-11 .. 2027-01 30000
}
view finance of widgets for 2026-11 {
  month revenue
  2026-11 28000
}
scenario strong "Strong" of 2026-11 {
  change sales of widgets 2026-12 by +10%
}
assumption promotion "A promotion" about widgets 2026-12 {
  by sales-director until 2027-01
  driver promotion
}
decision shift "A shift" about widgets {
  by president on 2026-11-19
  owner plant-manager
}
commit sales for 2026-11 by sales-director on 2026-11-19
commit operations of widgets for 2026-11 by plant-manager on 2026-11-19
`
