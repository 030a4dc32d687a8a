// The least a Node program can do for the answer: read plan.sop byte by byte into whole numbers, and
// compare each stated inventory with the one before. It knows no other statement and no unit.
import { readFileSync } from 'node:fs'

const [SPACE, MINUS, ZERO, NINE, NEWLINE] = [32, 45, 48, 57, 10]
const [OPENING, MONTH] = ['opening inventory'.length, '2027-01'.length]

const bytes = readFileSync(process.argv[2] ?? '')
let at = 0
let inventory = 0
let wrong = 0
while (at < bytes.length) {
  while (bytes[at] === SPACE) at++
  const first = bytes[at] ?? NEWLINE
  if (first >= ZERO && first <= NINE) {
    at += MONTH
    const sales = number()
    const operations = number()
    const stated = number()
    if (inventory + operations - sales !== stated) wrong++
    inventory = stated
  } else if (first === 'o'.charCodeAt(0)) {
    at += OPENING
    inventory = number()
  }
  at = bytes.indexOf(NEWLINE, at) + 1 || bytes.length
}
console.log(wrong)

function number() {
  while (bytes[at] === SPACE) at++
  const negative = bytes[at] === MINUS
  if (negative) at++
  let value = 0
  for (let byte = bytes[at] ?? 0; byte >= ZERO && byte <= NINE; byte = bytes[++at] ?? 0) {
    value = value * 10 + byte - ZERO
  }
  return negative ? -value : value
}
