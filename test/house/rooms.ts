// The layer table: which room may import which, and which room may use which package.

/** Each room imports only rooms that stand before it. */
export const order = [
  'base',
  'markup',
  'diagnostics',
  'configuration',
  'grammar',
  'syntax',
  'vocabulary',
  'facts',
  'units',
  'model',
  'rules',
  'prelude',
  'rulebook',
  'built-in',
  'pipeline',
  'trials',
  'review',
  'roll',
  'comparison',
  'difference',
  'merge',
  'service',
  'report',
  'sources',
  'library',
  'index',
  'cli',
  'language-server',
  'lsp',
  'build',
] as const
export type Room = (typeof order)[number]

/** Rooms of plan files: they hold `.sop` and an index.ts that imports them as text. */
export const planRooms: ReadonlySet<Room> = new Set<Room>(['prelude', 'rulebook'])

/** What a room may import where that is less than all before it. */
const narrowed: ReadonlyMap<Room, readonly Room[]> = new Map<Room, readonly Room[]>([
  ['prelude', []],
  ['rulebook', []],
  ['sources', ['base']],
  ['language-server', before('cli')],
])

/** A report runs no stage: of other rooms than these it imports types only. */
const values: ReadonlyMap<Room, readonly Room[]> = new Map<Room, readonly Room[]>([
  ['report', ['base', 'markup', 'diagnostics']],
])

/** Files outside the rooms that a room may read. */
const outside: ReadonlyMap<string, readonly Room[]> = new Map<string, readonly Room[]>([
  ['package.json', ['index', 'cli', 'language-server']],
])

/** Package → the paths that may import it; a `*` at the end stands for any ending. */
const packages: readonly (readonly [string, readonly string[]])[] = [
  ['node:*', ['src/cli/', 'src/build/', 'language-server/main.ts']],
  ['chevrotain', ['grammar/']],
  ['vscode*', ['language-server/']],
  ['yaml', ['src/configuration/']],
  ['ajv', ['src/configuration/']],
  ['ajv/*', ['src/configuration/']],
  ['commander', ['src/cli/']],
  ['ansi-styles', ['src/markup/']],
  ['tinyglobby', ['src/cli/', 'language-server/main.ts']],
  ['picomatch', ['language-server/plan-globs.ts']],
  ['@noble/hashes/*', ['src/base/']],
  ['decimal.js', ['src/base/']],
  ['csv-parse*', ['src/sources/']],
  ['diff', ['src/merge/', 'src/review/', 'src/service/', 'src/report/', 'src/cli/']],
  ['rolldown', ['src/build/']],
  ['fflate', ['src/build/']],
  ['playwright-core', ['src/build/']],
]

/** The room a path lies in: grammar/…, language-server/…, src/ROOM/… or src/ROOM.ts. */
export function roomOf(path: string): Room | undefined {
  const [top = '', second = ''] = path.split('/')
  const name = top === 'src' ? second.replace(/\.ts$/, '') : top
  return order.find((room) => room === name)
}

/** Why the room may not import what lies at the target; undefined when it may. */
export function objection(room: Room, target: string, typeOnly: boolean): string | undefined {
  const lender = roomOf(target)
  if (lender === undefined) {
    if (outside.get(target)?.includes(room)) return undefined
    return `${target} lies in no room; the rooms are ${order.join(', ')}`
  }
  if (lender === room) return undefined
  const allowed = mayImport(room)
  if (!allowed.includes(lender)) {
    return `${room} may import ${list(allowed)}; not ${lender}`
  }
  const running = values.get(room)
  if (running === undefined || typeOnly || running.includes(lender)) return undefined
  return `${room} may import values from ${list(running)}; from ${lender} only with \`import type\``
}

/** Why the file may not use the package; undefined when it may. */
export function packageObjection(path: string, specifier: string): string | undefined {
  const entry = packages.find(([name]) => matches(name, specifier))
  if (entry === undefined) {
    const known = packages.map(([name]) => name).join(', ')
    return `${specifier} is not in the table of packages of test/house/rooms.ts (${known})`
  }
  const [name, places] = entry
  if (places.some((place) => path === place || path.startsWith(place))) return undefined
  return `${name} is used only in ${places.join(', ')}`
}

function mayImport(room: Room): readonly Room[] {
  const allowed = narrowed.get(room) ?? before(room)
  return room === 'built-in' ? allowed : allowed.filter((lender) => !planRooms.has(lender))
}

function before(room: Room): readonly Room[] {
  return order.slice(0, order.indexOf(room))
}

function matches(name: string, specifier: string): boolean {
  return name.endsWith('*') ? specifier.startsWith(name.slice(0, -1)) : specifier === name
}

function list(rooms: readonly Room[]): string {
  return rooms.length === 0 ? 'no other room' : rooms.join(', ')
}
