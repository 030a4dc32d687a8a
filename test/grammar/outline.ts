// Prints a tree in a compact form, so that a test can show it whole.

import { plainDecimal } from '../../src/base/exact.ts'
import type { Exact } from '../../src/base/exact.ts'
import { printDay } from '../../src/base/date.ts'
import { printMonth } from '../../src/base/month.ts'
import type { Month } from '../../src/base/month.ts'
import type { Source } from '../../src/base/source.ts'
import { makeSource, positionOf } from '../../src/base/source.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { parse } from '../../grammar/parse.ts'
import type {
  Argument,
  Binder,
  Cell,
  Clause,
  Entry,
  Expression,
  PlanLine,
  Quantity,
  RuleLine,
  Statement,
  Table,
  Tree,
  Value,
} from '../../grammar/tree.ts'
import { OPEN } from '../../grammar/tree.ts'

export function parsed(text: string): Tree {
  return parse(makeSource('test.sop', text))
}

/** One line an entry, blocks indented. */
export function outline(text: string): string {
  return parsed(text)
    .statements.flatMap((statement) => entryLines(statement, ''))
    .join('\n')
}

/** `line:column length code: message` of each problem. */
export function problemsOf(text: string): readonly string[] {
  const tree = parsed(text)
  return tree.problems.map((problem) => problemLine(tree.source, problem))
}

export function problemLine(source: Source, problem: Diagnostic): string {
  const { span, code, message } = problem
  const { line, column } = positionOf(source, span.start)
  return `${line}:${column}+${span.end - span.start} ${code}: ${message}`
}

/** The text with the first mend of its first problem made. */
export function mended(text: string): string {
  const [problem] = parsed(text).problems
  const edits = problem?.mends[0]?.edits ?? []
  return edits
    .toSorted((a, b) => b.span.start - a.span.start)
    .reduce((now, { span, text: by }) => now.slice(0, span.start) + by + now.slice(span.end), text)
}

function entryLines(entry: Entry, indent: string): string[] {
  if (entry.sort === 'statement') return statementLines(entry, indent)
  if (entry.sort === 'table') return tableLines(entry, indent)
  if (entry.sort !== 'clauses') return [indent + ruleLine(entry)]
  return [`${indent}${entry.clauses.map(clause).join(' ')}${entry.damaged ? ' DAMAGED' : ''}`]
}

function statementLines(statement: Statement, indent: string): string[] {
  const { define, line } = statement
  const head = define === undefined ? planLine(line) : defineLine(statement)
  const damaged = line.damaged ? ' DAMAGED' : ''
  const inner = statement.entries.flatMap((entry) => entryLines(entry, `${indent}  `))
  return [indent + head + damaged + (statement.hasBlock ? ' {' : ''), ...inner]
}

function planLine(line: PlanLine): string {
  const value = line.value === undefined ? [] : ['=', expression(line.value)]
  const parts = [line.keyword.text, ...line.arguments.map(argument), ...value]
  return [...parts, ...line.clauses.map(clause)].join(' ')
}

function defineLine({ define }: Statement): string {
  if (define === undefined) return ''
  const body = define.body === undefined ? '?' : expression(define.body)
  return `define ${define.name.text}(${define.parameters.map(binder).join(', ')}) = ${body}`
}

function clause({ preposition, arguments: values }: Clause): string {
  return `<${[preposition.text, ...values.map(argument)].join(' ')}>`
}

function argument({ values }: Argument): string {
  return values.length === 1 ? values.map(value).join('') : `[${values.map(value).join(', ')}]`
}

function value(it: Value): string {
  if (it.sort === 'name') return it.quoted ? JSON.stringify(it.text) : it.text
  if (it.sort === 'date') return `date:${printDay(it.value)}`
  if (it.sort === 'quantity') return quantity(it)
  const to = it.to === undefined ? '..' : it.to === it.from ? '' : `..${printMonth(it.to)}`
  return `month:${printMonth(it.from)}${to}`
}

function quantity(it: Quantity): string {
  const per = it.unit?.per
  const behind = per === undefined ? '' : ` per ${number(per.count)} ${per.name.text}`
  const unit = it.unit === undefined ? '' : ` ${it.unit.name.text}${behind}`
  const percent = it.percent ? '[%]' : ''
  const sign = it.sign === '' ? '' : `[${it.sign}]`
  return `${sign}${number(it.value)}${percent}${unit}${it.duration ? ` ${it.duration}s` : ''}`
}

function number(it: Exact): string {
  return plainDecimal(it) ?? '?'
}

export function expression(it: Expression): string {
  switch (it.sort) {
    case 'quantity':
    case 'date':
      return value(it)
    case 'month':
      return `month:${printMonth(it.value)}`
    case 'text':
      return JSON.stringify(it.text)
    case 'word':
      return it.text
    case 'unary':
      return `(${it.operator} ${expression(it.operand)})`
    case 'binary':
      return `(${expression(it.left)} ${it.operator} ${expression(it.right)})`
    case 'between':
      return `(${expression(it.value)} between ${expression(it.low)} and ${expression(it.high)})`
    case 'if': {
      const branches = [it.condition, it.then, it.otherwise].map(expression)
      return `(if ${branches.join(' | ')})`
    }
    case 'field':
      return `${expression(it.of)}.${it.field.text}`
    case 'call':
      return `${expression(it.callee)}(${it.arguments.map(expression).join(', ')})`
    case 'aggregate': {
      const body = it.body === undefined ? '' : `${expression(it.body)} for `
      return `${it.operator}{${body}${it.binders.map(binder).join(', ')}}`
    }
    case 'list':
      return `[${it.items.map(expression).join(', ')}]`
  }
}

function binder(it: Binder): string {
  const domain = it.domain === undefined ? '' : ` in ${expression(it.domain)}`
  const condition = it.condition === undefined ? '' : ` where ${expression(it.condition)}`
  return `${it.kind.text} ${it.name.text}${domain}${condition}`
}

function ruleLine(line: RuleLine): string {
  switch (line.sort) {
    case 'given':
      return `given: ${line.binders.map(binder).join(', ')}`
    case 'let':
      return `let: ${line.name.text} = ${expression(line.value)}`
    case 'fix':
      return `fix: ${expression(line.target)} = ${expression(line.value)}`
    case 'after':
    case 'collect':
      return `${line.sort}: ${line.name.text}`
    case 'damaged-rule-line':
      return `damaged: ${line.word}`
    case 'where':
    case 'require':
    case 'severity':
    case 'at':
      return `${line.sort}: ${expression(line.value)}`
  }
}

function tableLines(table: Table, indent: string): string[] {
  const width = table.columns.length
  const head = ['month', ...table.columns.map((column) => column.text || '-')].join(' ')
  const rows: string[] = []
  for (let row = 0; row < table.rowCount; row += 1) {
    const from = table.from[row] ?? 0
    const to = table.to[row] ?? 0
    const last = to === OPEN ? '..' : to === from ? '' : `..${printMonth(to as Month)}`
    const cells: string[] = []
    for (let at = row * width; at < (row + 1) * width; at += 1) {
      const integer = table.cells[at] ?? Number.NaN
      cells.push(Number.isNaN(integer) ? cell(table.others.get(at)) : String(integer))
    }
    rows.push([printMonth(from as Month) + last, ...cells].join(' '))
  }
  const total = table.total === undefined ? [] : [`total ${table.total.cells.map(cell).join(' ')}`]
  const lines = [head + (table.damaged ? ' DAMAGED' : ''), ...rows, ...total]
  return lines.map((line) => indent + line)
}

function cell(it: Cell | undefined): string {
  if (it === undefined) return '?'
  if (it.sort === 'number') return `${number(it.value)}${it.percent ? '[%]' : ''}`
  return it.sort === 'blank' ? '-' : 'rest'
}
