/**
 * Text of equations → nodes. The grammar is JavaScript's expression grammar, read by
 * acorn and never evaluated: `free[d] = (1 - utilisation[d]) * exp(-distance[d] / w.lossOfStrength)`.
 */
import { type AnyNode, type Expression, type MemberExpression, type Program, parse } from 'acorn'
import type { Axis, Equation, Formula, Index, Stretch } from './formula.ts'
import { FormulaFault } from './formula.ts'

const REDUCTIONS = new Set(['sum', 'largest', 'argmax', 'any', 'all'])
const FUNCTIONS: Readonly<Record<string, number>> = { min: 2, max: 2, exp: 1, log: 1, floor: 1 }
const OPERATORS = new Set(['+', '-', '*', '/', '<', '<=', '>', '>=', '==', '!=', '&&', '||'])

/** What the reader of a text has to know: its axes, and the maps from one axis to another. */
export interface Grammar {
  readonly axes: readonly Axis[]
  /** Map name → [axis it takes, axis it gives]. */
  readonly maps: Readonly<Record<string, readonly [string, string]>>
}

/** A name outside a mechanism: `escalation.rung[russia, iran]`, whose brackets hold ids as they are written. */
export interface Spelled extends Stretch {
  readonly name: string
  /** Where the name stands, without its brackets. */
  readonly bare: Stretch
  readonly ids: readonly (Stretch & { readonly text: string })[]
}

interface Reader {
  readonly text: string
  readonly grammar: Grammar
  /** Of an expression that is no equation: the name under which the formula knows what is spelled out. */
  readonly named?: (spelled: Spelled) => string
}

/**
 * One expression outside a mechanism. Names are whatever `named` makes of them; no letters run, nothing looks back,
 * and only functions of numbers are called. Throws FormulaFault where it is none.
 */
export function parseExpression(
  text: string,
  grammar: Grammar,
  named: NonNullable<Reader['named']>,
): Formula {
  const reader = { text, grammar, named }
  // An id such as new-borduria is no expression: the brackets are read from the text, and hidden from the parser.
  const hidden = text.replace(/\[[^\][]*\S[^\][]*\]/g, (ids) => `[${'i'.repeat(ids.length - 2)}]`)
  const [first, second] = program(reader, hidden).body
  if (second) throw fault(reader, second, 'one expression stands here, and this is a second')
  if (first?.type !== 'ExpressionStatement')
    throw fault(reader, first ?? { start: 0, end: text.length }, 'this is no expression')
  return formula(reader, first.expression)
}

/** All equations of a text, in order. Throws FormulaFault at the first that is none. */
export function parseEquations(text: string, grammar: Grammar): Equation[] {
  const reader = { text, grammar }
  return program(reader).body.map((statement) => {
    if (statement.type !== 'ExpressionStatement') throw fault(reader, statement, 'only equations stand here')
    const { expression } = statement
    if (expression.type !== 'AssignmentExpression' || expression.operator !== '=') {
      throw fault(reader, expression, 'an equation has the form name[letters] = value')
    }
    const target = name(reader, expression.left as Expression)
    return {
      target: target.name,
      letters: target.at.map((index) => {
        if (index.kind !== 'letter')
          throw fault(reader, expression.left, 'a target is indexed by letters only')
        return index.letter
      }),
      value: formula(reader, expression.right),
      text: text.slice(statement.start, statement.end),
      within: text,
    }
  })
}

function program(reader: Reader, text = reader.text): Program {
  try {
    return parse(text, { ecmaVersion: 2020 })
  } catch (error) {
    const at = error instanceof SyntaxError && 'pos' in error ? Number(error.pos) : 0
    throw fault(reader, { start: at, end: at + 1 }, 'this is no expression')
  }
}

function fault(reader: Reader, at: Stretch, says: string): FormulaFault {
  return new FormulaFault('formula-syntax', says, { text: reader.text, stretch: at })
}

function axisOfLetter(grammar: Grammar, letter: string): Axis | undefined {
  return grammar.axes.find((axis) => axis.letters.includes(letter))
}

function formula(reader: Reader, node: Expression): Formula {
  const at: Stretch = { start: node.start, end: node.end }
  switch (node.type) {
    case 'Literal':
      if (typeof node.value !== 'number') throw fault(reader, at, 'only numbers are literals')
      return { ...at, kind: 'number', value: node.value }
    case 'Identifier':
      if (axisOfLetter(reader.grammar, node.name)) return { ...at, kind: 'letter', letter: node.name }
      return { ...at, kind: 'name', ...name(reader, node), last: false }
    case 'MemberExpression':
      return { ...at, kind: 'name', ...name(reader, node), last: false }
    case 'UnaryExpression':
      if (node.operator !== '-' && node.operator !== '!')
        throw fault(reader, at, `unknown operator: ${node.operator}`)
      return { ...at, kind: node.operator === '-' ? 'negate' : 'not', of: formula(reader, node.argument) }
    case 'BinaryExpression':
    case 'LogicalExpression':
      return binary(reader, node.operator, at, node.left as Expression, node.right)
    case 'ConditionalExpression':
      return {
        ...at,
        kind: 'choose',
        test: formula(reader, node.test),
        yes: formula(reader, node.consequent),
        no: formula(reader, node.alternate),
      }
    case 'CallExpression':
      if (node.callee.type !== 'Identifier') throw fault(reader, at, 'only named functions are called')
      return call(reader, node.callee.name, at, node.arguments as Expression[])
    default:
      throw fault(reader, at, `no such construct in equations: ${node.type}`)
  }
}

// oxlint-disable-next-line max-params
function binary(reader: Reader, op: string, at: Stretch, left: Expression, right: Expression): Formula {
  if (!OPERATORS.has(op)) throw fault(reader, at, `unknown operator: ${op}`)
  if (!reader.named && (op === '==' || op === '!=')) {
    const one = tryIndex(reader, left, right)
    const other = tryIndex(reader, right, left)
    if (one && other) return { ...at, kind: 'same', left: one, right: other, negated: op === '!=' }
  }
  return {
    ...at,
    kind: 'binary',
    op: op as '+',
    left: formula(reader, left),
    right: formula(reader, right),
  }
}

/** `d`, `recipient[d]`, or a label of the other side's axis. */
function tryIndex(reader: Reader, node: Expression, beside: Expression): Index | undefined {
  if (node.type === 'Identifier') {
    if (axisOfLetter(reader.grammar, node.name)) return { kind: 'letter', letter: node.name }
    const axis = beside.type === 'Identifier' ? axisOfLetter(reader.grammar, beside.name) : undefined
    return axis && label(axis, node.name)
  }
  if (
    node.type === 'MemberExpression' &&
    node.object.type === 'Identifier' &&
    Object.hasOwn(reader.grammar.maps, node.object.name)
  ) {
    return index(reader, node)
  }
  return undefined
}

function label(axis: Axis, text: string): Index | undefined {
  const position = axis.labels?.indexOf(text) ?? -1
  return position < 0 ? undefined : { kind: 'label', axis: axis.name, position, label: text }
}

function index(reader: Reader, node: AnyNode): Index {
  if (node.type === 'Identifier') {
    if (axisOfLetter(reader.grammar, node.name)) return { kind: 'letter', letter: node.name }
    for (const axis of reader.grammar.axes) {
      const found = label(axis, node.name)
      if (found) return found
    }
    throw fault(reader, node, `unknown index: ${node.name}`)
  }
  if (
    node.type === 'MemberExpression' &&
    node.object.type === 'Identifier' &&
    Object.hasOwn(reader.grammar.maps, node.object.name)
  ) {
    return { kind: 'map', map: node.object.name, of: index(reader, node.property) }
  }
  throw fault(reader, node, 'an index is a letter, a label or map[index]')
}

function name(reader: Reader, node: Expression): { readonly name: string; readonly at: readonly Index[] } {
  if (reader.named) return { name: reader.named(spelled(reader, node)), at: [] }
  if (node.type === 'Identifier') return { name: node.name, at: [] }
  if (node.type !== 'MemberExpression') throw fault(reader, node, 'expected a name')
  if (node.computed) {
    const inside: readonly AnyNode[] =
      node.property.type === 'SequenceExpression' ? node.property.expressions : [node.property]
    return { name: dotted(reader, node.object as Expression), at: inside.map((part) => index(reader, part)) }
  }
  return { name: dotted(reader, node), at: [] }
}

function spelled(reader: Reader, node: Expression): Spelled {
  const { start, end } = node
  if (node.type !== 'MemberExpression' || !node.computed)
    return { start, end, name: dotted(reader, node), bare: { start, end }, ids: [] }
  const { object } = node
  const open = reader.text.indexOf('[', object.end) + 1
  let at = open
  const ids = reader.text
    .slice(open, end - 1)
    .split(',')
    .map((part) => {
      const blank = part.length - part.trimStart().length
      const id = { start: at + blank, end: at + part.trimEnd().length, text: part.trim() }
      if (id.text === '') throw fault(reader, { start: open - 1, end }, 'an id is missing in these brackets')
      at += part.length + 1
      return id
    })
  const name = dotted(reader, object as Expression)
  return { start, end, name, bare: { start: object.start, end: object.end }, ids }
}

function dotted(reader: Reader, node: Expression | MemberExpression): string {
  if (node.type === 'Identifier') return node.name
  if (node.type === 'MemberExpression' && !node.computed && node.property.type === 'Identifier') {
    return `${dotted(reader, node.object as Expression)}.${node.property.name}`
  }
  throw fault(reader, node, 'expected a name')
}

// oxlint-disable-next-line max-params
function call(reader: Reader, callee: string, at: Stretch, given: readonly Expression[]): Formula {
  const [first, second] = given
  const isBare = reader.named !== undefined
  if (callee === 'last' && !isBare) {
    const of = first && formula(reader, first)
    if (of?.kind !== 'name' || given.length !== 1) throw fault(reader, at, 'last takes one name')
    return { ...of, ...at, last: true }
  }
  if (callee === 'ago' && !isBare) {
    const [of, lag, before] = given.map((value) => formula(reader, value))
    const isPlain = of?.kind === 'name' && !of.last && of.at.every((index) => index.kind === 'letter')
    if (!isPlain || !lag || !before || given.length !== 3)
      throw fault(
        reader,
        at,
        'ago takes a variable at its letters, a lag, and what it was before the first day',
      )
    return { ...at, kind: 'ago', of, lag, before }
  }
  if (REDUCTIONS.has(callee) && !isBare) {
    if (
      given.length !== 2 ||
      first?.type !== 'Identifier' ||
      !axisOfLetter(reader.grammar, first.name) ||
      !second
    ) {
      throw fault(reader, at, `${callee} takes a letter and an expression`)
    }
    return { ...at, kind: 'over', how: callee as 'sum', letter: first.name, of: formula(reader, second) }
  }
  if (given.length !== FUNCTIONS[callee]) {
    throw fault(
      reader,
      at,
      Object.hasOwn(FUNCTIONS, callee)
        ? `${callee} takes ${FUNCTIONS[callee]} values`
        : `unknown function: ${callee}`,
    )
  }
  return { ...at, kind: 'call', name: callee as 'min', of: given.map((value) => formula(reader, value)) }
}
