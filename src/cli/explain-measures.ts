/** What can be asked of a plan besides its cells: each word, what it is of, and its page. */

import type { Month } from '../base/month.ts'
import type { Fact } from '../facts/fact.ts'
import type { Document } from '../markup/document.ts'
import type { Model } from '../model/model.ts'
import { loadPage } from '../report/load-page.ts'
import { pricePage, ratePage } from '../report/rate-page.ts'
import { unitOf } from '../units/owner.ts'

export interface Measure {
  /** The kind of what it is of. */
  readonly of: 'resource' | 'family' | 'currency'
  readonly page: (model: Model, subject: Fact, month: Month) => Document
}

const capacity: Measure = {
  of: 'resource',
  page: (model, resource, month) => loadPage(model, resource, month, unitOf(resource)),
}

const rateOf = (rate: 'price' | 'cost'): Measure => ({
  of: 'family',
  page: (model, family, month) => pricePage(model, rate, family, month, unitOf(family)),
})

/** By the word that asks for it. */
export const MEASURES: ReadonlyMap<string, Measure> = new Map([
  ['load', capacity],
  ['capacity', capacity],
  ['available', capacity],
  ['overtime', capacity],
  ['price', rateOf('price')],
  ['cost', rateOf('cost')],
  ['rate', { of: 'currency', page: ratePage }],
])

/** What is asked of those that have no series, where nobody says what: by kind. */
export const ASKED_OF: ReadonlyMap<string, string> = new Map([
  ['resource', 'load'],
  ['currency', 'rate'],
])
