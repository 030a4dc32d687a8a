// Readers as strict as those that will read our reports: a small XML reader, the rules of JUnit's
// schema for what we write, and a schema for the part of SARIF that we use.

import { Ajv } from 'ajv'

export interface Element {
  readonly name: string
  /** The names from the root down to it. */
  readonly path: string
  readonly attributes: Readonly<Record<string, string>>
  readonly text: string
  readonly children: readonly string[]
}

const TOKEN = /<\?xml [^>]*\?>|<(\/?)([A-Za-z][\w-]*)((?:\s+[\w-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/y

/** All elements in the order in which they begin; throws where the text is not well formed. */
export function readXml(text: string): readonly Element[] {
  const found: (Element & { text: string; children: string[] })[] = []
  const open: typeof found = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex
    const match = TOKEN.exec(text)
    if (match === null) throw new Error(`no XML: ${text.slice(at, at + 60)}`)
    const [, end, name, attributes = '', empty, words] = match
    if (words !== undefined) {
      const last = open.at(-1)
      if (last !== undefined) last.text += decoded(words)
      else if (words.trim() !== '') throw new Error('words outside of the root')
    } else if (name !== undefined && end === '/') {
      if (open.pop()?.name !== name) throw new Error(`</${name}> ends what it does not begin`)
    } else if (name !== undefined) {
      const path = [...open.map((each) => each.name), name].join('/')
      open.at(-1)?.children.push(name)
      const begun = { name, path, attributes: attributesOf(attributes), text: '', children: [] }
      found.push(begun)
      if (empty !== '/') open.push(begun)
    }
  }
  if (open.length > 0) throw new Error(`nothing ends ${open.at(-1)?.name ?? ''}`)
  return found
}

function attributesOf(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/([\w-]+)="([^"]*)"/g)]
  return Object.fromEntries(pairs.map(([, key = '', value = '']) => [key, decoded(value)]))
}

const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

function decoded(text: string): string {
  // oxlint-disable-next-line no-control-regex -- no XML may hold them
  if (/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/.test(text)) throw new Error('a sign no XML may hold')
  return text.replace(/&(\w*);?/g, (_, name: string) => {
    const sign = SIGNS[name]
    if (sign === undefined) throw new Error(`&${name} is no entity`)
    return sign
  })
}

export function textIn(elements: readonly Element[], name: string): string {
  return elements.flatMap((each) => (each.name === name ? [each.text] : [])).join('\n')
}

const NUMBER = /^\d+$/
const WORD = /^\S(?:.*\S)?$/

/** Attribute → what it must be, for each element of the schema that Ant's JUnit task writes by. */
const ATTRIBUTES: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  testsuites: {},
  testsuite: {
    name: WORD,
    package: WORD,
    id: NUMBER,
    timestamp: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/,
    hostname: WORD,
    tests: NUMBER,
    failures: NUMBER,
    errors: NUMBER,
    skipped: NUMBER,
    time: NUMBER,
  },
  properties: {},
  property: { name: WORD, value: WORD },
  testcase: { name: WORD, classname: WORD, time: NUMBER },
  failure: { message: /^/, type: WORD },
  skipped: {},
  'system-out': {},
  'system-err': {},
}

/** Element → the order of its children. */
const CHILDREN: Readonly<Record<string, RegExp>> = {
  testsuites: /^(?:testsuite )*$/,
  testsuite: /^properties (?:testcase )*system-out system-err $/,
  properties: /^property $/,
  testcase: /^(?:failure |skipped )?$/,
}

export function misfitsOfJunit(elements: readonly Element[]): readonly string[] {
  const shape = elements.flatMap(({ name, attributes, children }) => {
    const wanted = ATTRIBUTES[name]
    if (wanted === undefined) return [`${name} is not in the schema`]
    const order = children.map((child) => `${child} `).join('')
    const keys = [...new Set([...Object.keys(wanted), ...Object.keys(attributes)])]
    const wrong = keys.filter((key) => wanted[key]?.test(attributes[key] ?? '\n') !== true)
    return [
      ...wrong.map((key) => `${name}.${key} is ${attributes[key] ?? 'absent'}`),
      ...((CHILDREN[name] ?? /^$/).test(order) ? [] : [`${name} has ${order}`]),
    ]
  })
  const ids = elements.flatMap(({ name, attributes }) =>
    name === 'testsuite' ? [attributes['id']] : [],
  )
  return [
    ...shape,
    ...ids.flatMap((id, at) => (id === `${at}` ? [] : [`suite ${at} has id ${id ?? ''}`])),
  ]
}

const text = {
  type: 'object',
  additionalProperties: false,
  required: ['text'],
  properties: { text: { type: 'string', minLength: 1 }, markdown: { type: 'string' } },
}
const object = (required: Record<string, unknown>, optional: Record<string, unknown> = {}) => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(required),
  properties: { ...required, ...optional },
})
const list = (items: unknown) => ({ type: 'array', items })
const positive = { type: 'integer', minimum: 1 }
const artifact = object({
  uri: { type: 'string', pattern: "^[\\w.!~*'()%/-]+$" },
  uriBaseId: { const: 'SRCROOT' },
})
const region = object({
  startLine: positive,
  startColumn: positive,
  endLine: positive,
  endColumn: positive,
})
const place = object({ artifactLocation: artifact, region })
const level = { enum: ['none', 'note', 'warning', 'error'] }

/** The part of SARIF 2.1.0 that we write, by the names and types of its standard. */
const SARIF = object({
  $schema: { type: 'string' },
  version: { const: '2.1.0' },
  runs: list(
    object({
      tool: object({
        driver: object({
          name: { const: 'Concord' },
          semanticVersion: { type: 'string' },
          rules: list(
            object(
              {
                id: { type: 'string' },
                shortDescription: text,
                help: text,
                defaultConfiguration: object({}, { level, enabled: { const: false } }),
                properties: object({ tags: list({ type: 'string' }) }),
              },
              { fullDescription: text },
            ),
          ),
        }),
      }),
      originalUriBaseIds: object({ SRCROOT: object({ description: text }) }),
      columnKind: { const: 'utf16CodeUnits' },
      results: list(
        object(
          {
            ruleId: { type: 'string' },
            level,
            message: text,
            locations: list(object({ physicalLocation: place })),
            partialFingerprints: { type: 'object', additionalProperties: { type: 'string' } },
          },
          {
            ruleIndex: { type: 'integer', minimum: 0 },
            relatedLocations: list(
              object({ id: positive, physicalLocation: place, message: text }),
            ),
            fixes: list(
              object({
                description: text,
                artifactChanges: list(
                  object({
                    artifactLocation: artifact,
                    replacements: list(
                      object({
                        deletedRegion: region,
                        insertedContent: object({ text: { type: 'string' } }),
                      }),
                    ),
                  }),
                ),
              }),
            ),
            suppressions: list(
              object(
                {
                  kind: { const: 'inSource' },
                  status: { const: 'accepted' },
                  location: object({ physicalLocation: place }),
                },
                { justification: { type: 'string' } },
              ),
            ),
          },
        ),
      ),
    }),
  ),
})

interface Log {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } }
    readonly results: readonly { readonly ruleId: string; readonly ruleIndex?: number }[]
  }[]
}

const isSarif = new Ajv({ allErrors: true, strict: true }).compile(SARIF)

export function misfitsOfSarif(printed: string): readonly string[] {
  const log: unknown = JSON.parse(printed)
  if (!isSarif(log))
    return (isSarif.errors ?? []).map((e) => `${e.instancePath} ${e.message ?? ''}`)
  return (log as unknown as Log).runs.flatMap(({ tool, results }) =>
    results.flatMap(({ ruleId, ruleIndex }) =>
      ruleIndex === undefined || tool.driver.rules[ruleIndex]?.id === ruleId
        ? []
        : [`rule ${ruleIndex} is not ${ruleId}`],
    ),
  )
}
