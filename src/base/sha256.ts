/** What seals are made with. */

import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** The SHA-256 of a text in UTF-8, as 64 hexadecimal digits. */
export type Sha256 = (text: string) => string

/** Runs anywhere; a host that has one of its own lends it, which is some times faster. */
export function portableSha256(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)))
}
