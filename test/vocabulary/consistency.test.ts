import { describe, expect, it } from 'vitest'
import { prepositions, ruleWords, topLevelKinds } from '../../grammar/kinds.ts'
import { computedFields } from '../../src/rules/computed.ts'
import { computedKinds } from '../../src/rules/computed-kinds.ts'
import { fieldSpec } from '../../src/rules/kind-fields.ts'
import { SERIES_NAMES } from '../../src/vocabulary/series.ts'
import type { FieldSpec, FieldType, KindSpec, LineSpec } from '../../src/vocabulary/spec.ts'
import { allKinds, keywordOf, kindSpec, VOCABULARY } from '../../src/vocabulary/vocabulary.ts'

const kinds: readonly (KindSpec | LineSpec)[] = [...allKinds()]

describe('every kind', () => {
  it('is documented in a sentence, and so are its fields', () => {
    const docs = kinds.flatMap((spec) => [spec.doc, ...fieldsOf(spec).map((field) => field.doc)])
    expect(docs.filter((doc) => !/^[A-Z][^\n]*[.]$/.test(doc))).toEqual([])
  })

  it('has a word for each field that the model gives', () => {
    const told = (kind: string, field: string) => {
      const spec = kindSpec(kind) ?? computedKinds.get(kind)?.spec
      return spec?.computed?.some((each) => each.field === field) ?? false
    }
    const silent = [...computedFields.keys()].filter((key) => {
      const [kind = '', field = ''] = key.split('.')
      return !told(kind, field) && fieldSpec(kind, field) === undefined
    })
    expect(silent).toEqual([])
  })

  it('has an example that begins with its keyword', () => {
    expect(where((spec) => !spec.example.startsWith(keywordOf(spec)))).toEqual([])
  })

  it('names only kinds that exist', () => {
    const named = kinds.flatMap((spec) => fieldsOf(spec).flatMap((field) => kindsIn(field.type)))
    expect(named.filter((kind) => kindSpec(kind) === undefined)).toEqual([])
  })

  it('names in `gives`, `key` and `identity` only fields of its own', () => {
    const stray = where((spec: LineSpec) => {
      const own = new Set<string | undefined>(fieldsOf(spec).map((field) => field.field))
      const used = [spec.gives, spec.key, ...(spec.identity ?? [])]
      return used.some((field) => field !== undefined && !own.has(field))
    })
    expect(stray).toEqual([])
  })

  it('chooses between clauses of its own, of which none is required', () => {
    const stray = where(({ oneOf, clauses }) =>
      (oneOf ?? []).some(
        (word) => clauses?.[word] === undefined || clauses[word].required === true,
      ),
    )
    expect(stray).toEqual([])
  })

  it('gives each of its fields one meaning', () => {
    const unclear = where((spec) => {
      const value = spec.value === undefined ? [] : [spec.value]
      const written = [...spec.arguments, ...clauseFields(spec), ...value]
      return hasDoubles([...written.map((field) => field.field), ...onceLines(spec)])
    })
    expect(unclear).toEqual([])
  })

  it('gives each first word in its block one meaning', () => {
    const unclear = where((spec) => hasDoubles([...lineWords(spec), ...clauseWords(spec)]))
    expect(unclear).toEqual([])
  })

  it('begins no line with a word of the rule language, and rule lines with nothing else', () => {
    const words = new Set<string>(ruleWords)
    expect(where((spec) => lineWords(spec).some((word) => words.has(word)))).toEqual([])
    expect(where((spec) => spec.ruleLines?.some((word) => !words.has(word)) === true)).toEqual([])
  })

  it('declares its name first, if it declares one', () => {
    expect(where((spec) => spec.arguments.findIndex((one) => one.declares) > 0)).toEqual([])
  })
})

describe('the vocabulary', () => {
  it('gives each kind a name of its own', () => {
    const all = VOCABULARY.flatMap((spec) => [spec, ...(spec.lines ?? [])])
    const keywords = new Map(all.map((spec) => [spec.kind, keywordOf(spec)]))
    const twice = all.filter((spec) => keywords.get(spec.kind) !== keywordOf(spec))
    expect(twice.map((spec) => spec.kind)).toEqual([])
  })

  it('has the statements that the grammar knows', () => {
    expect([...topLevelKinds].toSorted()).toEqual(VOCABULARY.map(keywordOf).toSorted())
  })

  it('has no series that is also a kind or a preposition', () => {
    const words = new Set<string>([...VOCABULARY.map(keywordOf), ...prepositions])
    expect(SERIES_NAMES.filter((series) => words.has(series))).toEqual([])
  })
})

function where(test: (spec: KindSpec | LineSpec) => boolean): readonly string[] {
  return kinds.filter(test).map((spec) => spec.kind)
}

function fieldsOf(spec: KindSpec): readonly FieldSpec[] {
  const value = spec.value === undefined ? [] : [spec.value]
  return [...spec.arguments, ...value, ...clauseFields(spec), ...(spec.computed ?? [])]
}

function clauseFields(spec: KindSpec): readonly FieldSpec[] {
  return Object.values(spec.clauses ?? {}).flatMap((clause) => clause.fields)
}

function onceLines(spec: KindSpec): readonly string[] {
  return (spec.lines ?? []).filter((line) => line.once).map(keywordOf)
}

function lineWords(spec: KindSpec): readonly string[] {
  return (spec.lines ?? []).map(keywordOf)
}

function clauseWords(spec: KindSpec): readonly string[] {
  return Object.keys(spec.clauses ?? {})
}

function hasDoubles(words: readonly string[]): boolean {
  return new Set(words).size < words.length
}

function kindsIn(type: FieldType): readonly string[] {
  if (type.type === 'fact') return type.kinds
  return type.type === 'either' ? type.of.flatMap(kindsIn) : []
}
