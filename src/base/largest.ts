/** The largest of any count of numbers: spread into one call, some 100,000 do not fit its stack. */
export function largest(numbers: readonly number[], atLeast = 0): number {
  return numbers.reduce((most, each) => Math.max(most, each), atLeast)
}
