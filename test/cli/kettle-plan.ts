// A small plan that tests of git change: two families of one business, over four months.

export const BUSINESS = `business "Kettle works" {
  currency USD
}
cycle 2026-11 {
  horizon 4 months
}
`

export function familyText(name: string): string {
  return `family ${name} {
  strategy make-to-stock
  unit each
}
`
}

const MONTHS = ['2026-11', '2026-12', '2027-01', '2027-02']

export function planText(name: string, sales: readonly number[]): string {
  const rows = sales.map((each, at) => `  ${MONTHS[at] ?? ''}  ${each}  1000\n`)
  return `plan ${name} for 2026-11 {
  opening inventory 4000
  month  sales  operations
${rows.join('')}}
`
}

export const FIRST = [1000, 1010, 1020, 1030]
/** December is another. */
export const SECOND = [1000, 1110, 1020, 1030]
export const PANS = [7, 8, 9, 10]

export const FILES = {
  'concord.yaml': '',
  'business.sop': BUSINESS,
  'families.sop': familyText('kettles') + familyText('pans'),
  'kettles.sop': planText('kettles', FIRST),
  'pans.sop': planText('pans', PANS),
}
