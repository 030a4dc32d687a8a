/** The shape of the vocabulary: what a kind of statement takes, and what each part means. */

import type { prepositions } from '../../grammar/kinds.ts'
import type { SeriesSpec } from './series.ts'

/** What a field holds. `list` makes it a set of these, written with commas. */
export type FieldType =
  | { readonly type: 'text' }
  /** A fact of one of these kinds, by its name. */
  | { readonly type: 'fact'; readonly kinds: readonly string[] }
  /** One of these words. */
  | { readonly type: 'word'; readonly words: readonly string[] }
  /** Any word: it names nothing that is declared. */
  | { readonly type: 'free-word' }
  /** A series, of this nature where one is named, or one of the words in `also`. */
  | {
      readonly type: 'series'
      readonly nature?: SeriesSpec['nature']
      readonly also?: readonly string[]
    }
  /** The first of these that fits. */
  | { readonly type: 'either'; readonly of: readonly FieldType[] }
  /** The name of a rule, built in or the workspace's own. */
  | { readonly type: 'rule' }
  | { readonly type: 'month' }
  | { readonly type: 'months' }
  /** A month stands for its first or its last day. */
  | { readonly type: 'date'; readonly month: 'first' | 'last' }
  /** `least`: so many of its measure. */
  | { readonly type: 'duration'; readonly least?: number }
  /** A plain number or a percentage, no unit. `most`: a whole number from 1 to this. */
  | { readonly type: 'number'; readonly most?: number }
  /** A number that must carry its per cent mark. */
  | { readonly type: 'percent' }
  /** A number; without a unit it is in the unit that `in` names. */
  | { readonly type: 'quantity'; readonly in: QuantityUnit }
  /** A declared unit or currency. */
  | { readonly type: 'unit'; readonly currency: 'yes' | 'no' | 'either' }
  /** An expression, typed and evaluated by the rule language. */
  | { readonly type: 'expression'; readonly scope: readonly string[] }
  /** A relative path to a file of data. */
  | { readonly type: 'path' }
  /** True when this word is written, false when it is not; never unknown. */
  | { readonly type: 'flag'; readonly word: string }
  /** A fact of the model that the statement does not name: see `computed`. */
  | { readonly type: 'truth' }

/** `family`: the unit of the family the statement is about; `stated`: a unit must be written. */
export type QuantityUnit = 'family' | 'stated' | 'resource'

/**
 * What becomes of a statement when the next cycle is opened. `goes on`: it is the cycle's, so what it
 * held is kept with the closed cycle, and it is edited in place for the next. `closes`: it is kept
 * with the closed cycle alone. `asks`: it is about closed months, and asks for the one that closes.
 */
export type AtRoll = 'goes on' | 'closes' | 'asks'

/** One thing a statement may say, under the name that rules read it by. */
export interface FieldSpec {
  readonly field: string
  readonly type: FieldType
  readonly list?: boolean
  readonly required?: boolean
  /** The word that it is where nobody says it. */
  readonly unsaid?: string
  /** Where its statement goes on to the next cycle: months are the next ones, days weeks later. */
  readonly atRoll?: 'moves'
  readonly doc: string
}

/** What stands behind the keyword, in order. `declares`: the statement's own name or month. */
export interface ArgumentSpec extends FieldSpec {
  readonly declares?: boolean
}

/** A preposition and what may follow it, in order. */
export interface ClauseSpec {
  readonly fields: readonly FieldSpec[]
  readonly required?: boolean
  /** Where its statement goes on to the next cycle, this is left out: it is kept with the closed. */
  readonly atRoll?: 'closes'
}

export type Preposition = (typeof prepositions)[number]

/** Which columns a kind's table has, and what their numbers are. */
export interface TableSpec {
  /** `series`, `items` of the family, `groups`, or these fixed words. */
  readonly columns: 'series' | 'items' | 'groups' | readonly string[]
  /** Unit of the numbers; `fixed` columns say theirs in `units`. */
  readonly numbers: 'series' | 'share-or-volume' | 'resource' | 'days'
  /** Series that follow from others, such as revenue, are worked out here and never stated. */
  readonly computes?: boolean
  readonly percent: boolean
  readonly rest: boolean
  readonly total: boolean
  readonly doc: string
}

/** How often the same thing may be said: see "Saying a thing twice" in the language reference. */
export type Repetition = 'named' | 'cells' | 'act'

/** One kind of statement, or of line in a block. */
export interface KindSpec {
  readonly kind: string
  /** The word that begins it, where that is not the kind's own name. */
  readonly keyword?: string
  /** One sentence that says what the statement says. */
  readonly doc: string
  /** The principle of Executive S&OP it serves. */
  readonly principle?: number
  /** Where the idea comes from. */
  readonly source?: string
  readonly example: string
  readonly repetition: Repetition
  readonly arguments: readonly ArgumentSpec[]
  /** After `=`. */
  readonly value?: FieldSpec
  /** After `at`. */
  readonly at?: FieldSpec
  readonly clauses?: Readonly<Partial<Record<Preposition, ClauseSpec>>>
  /** Of these clauses exactly one stands. */
  readonly oneOf?: readonly Preposition[]
  /** Kinds that may stand in its block. */
  readonly lines?: readonly LineSpec[]
  readonly table?: TableSpec
  /** The block may hold lines of the rule language; which. */
  readonly ruleLines?: readonly string[]
  /** Fields that nobody writes: the model gives them. */
  readonly computed?: readonly FieldSpec[]
  /** Switched on by use: rules about an area that a workspace does not use are silent. */
  readonly area?: string
  /** The fields that, with its name where it has one, make it one and the same: a second is an error. */
  readonly identity?: readonly string[]
  /** Unsaid, it spans cycles and stays where it is. Of a line: unsaid, it goes on with its statement. */
  readonly atRoll?: AtRoll
  /** It spans cycles until it has a line of this kind; then it closes. */
  readonly closedBy?: string
  /** Its block holds statements of its own world, which are not facts of the workspace. */
  readonly encloses?: boolean
  /** Seen from inside such a block, where it names nothing of the plan outside. */
  readonly seenInside?: boolean
}

/** A kind that stands in a block. */
export interface LineSpec extends KindSpec {
  /** At most once in its block: then it is a field of the statement, under the kind's name. */
  readonly once?: boolean
  readonly required?: boolean
  /** As a field of the statement, it gives this field of its own rather than itself. */
  readonly gives?: string
  /** A repeated line with a key: `f.owner(sales)` gives `gives` of the line whose `key` is that. */
  readonly key?: string
}
