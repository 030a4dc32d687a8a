/** A finding's identity: the same for as long as it says the same of the same things, wherever they stand. */

import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

import { printDay } from '../base/date.ts'
import { printMonth } from '../base/month.ts'
import type { Fact, Field } from '../facts/fact.ts'
import type { Version } from '../model/model.ts'
import type { Finding, Place } from '../rules/finding.ts'

/** Hexadecimal digits: 64 bits are plenty for the findings of one workspace. */
const LENGTH = 16

/**
 * 16 hexadecimal digits over the rule, the facts that it is about, its months, and which numbers it
 * points at. No place, wording, severity or value counts: an id stays when lines move, when a message is
 * worded anew and when a number that is wrong becomes another that is. Two findings may share one:
 * see `findingIds`.
 */
export function findingId({ rule, about, months, places }: Finding): string {
  const text = JSON.stringify([
    rule,
    about.map(keyOf).toSorted(),
    months.map(({ from, to }) => [printMonth(from), printMonth(to)]),
    [...new Set(places.flatMap(numberAt))].toSorted(),
  ])
  return bytesToHex(sha256(utf8ToBytes(text))).slice(0, LENGTH)
}

/** The ids of one run's findings, each only once: a second of the same id ends in `-2`. */
export function findingIds(findings: readonly Finding[]): ReadonlyMap<Finding, string> {
  const seen = new Map<string, number>()
  const ids = findings.map((finding): readonly [Finding, string] => {
    const id = findingId(finding)
    const count = (seen.get(id) ?? 0) + 1
    seen.set(id, count)
    return [finding, count === 1 ? id : `${id}-${count}`]
  })
  return new Map(ids)
}

/** What tells a fact from others of its kind: its name, else whom and when it is about. */
function keyOf(fact: Fact): string {
  const { kind, name, parent, fields } = fact
  const said = [...fields].map(([field, { value }]) => [field, ...wordsOf(value)])
  const own = name === undefined ? said.filter((each) => each.length > 1) : [name]
  const within = parent === undefined || name !== undefined ? [] : [keyOf(parent)]
  return JSON.stringify([kind, ...within, ...own])
}

/** Names, words and times: numbers change without making it another, and reasons are worded anew. */
function wordsOf(value: Field['value']): readonly string[] {
  switch (value.type) {
    case 'fact':
      return [value.fact.name ?? value.fact.kind]
    case 'word':
      return [value.word]
    case 'month':
      return [printMonth(value.month)]
    case 'months':
      return [printMonth(value.from), value.to === undefined ? '' : printMonth(value.to)]
    case 'date':
      return [printDay(value.day)]
    case 'list':
      return value.items.flatMap((item) => wordsOf(item.value)).toSorted()
    default:
      return []
  }
}

function numberAt({ cell }: Place): readonly string[] {
  return cell === undefined ? [] : [`${versionWords(cell.version)} ${cell.series}`]
}

function versionWords(version: Version): string {
  return typeof version === 'string' ? version : `${version.kind} ${version.name ?? ''}`
}
