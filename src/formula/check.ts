/**
 * The checker of equations: every name is known, stands on the right axes, has the
 * right unit, and truth is never mixed with number. Throws FormulaFault with the place.
 */
import { combined, type Dimension, dimensionOf, dimensionText, NONE, sameDimension } from './dimension.ts'
import { type Equation, type Formula, FormulaFault, type Index, type Stretch } from './formula.ts'
import type { Grammar } from './parse.ts'

/** What a name stands for: a number with a dimension, a flag, or not yet known; and on which letters. */
export interface Kind {
  readonly type: 'number' | 'flag' | 'unknown'
  readonly dimension: Dimension
  readonly letters: readonly string[]
}

export function kindOf(unit: string, letters: readonly string[]): Kind {
  if (unit === 'flag' || unit === 'unknown') return { type: unit, dimension: NONE, letters }
  const dimension = dimensionOf(unit)
  if (!dimension) throw new Error(`unknown unit in a mechanism: ${unit}`)
  return { type: 'number', dimension, letters }
}

export interface Surroundings {
  readonly grammar: Grammar
  readonly given: (name: string) => Kind | undefined
  /** Whether the mechanism computes it itself. */
  readonly own: (name: string) => boolean
  /** True outside a mechanism, where a bare number has the unit of what it stands beside. */
  readonly bare?: boolean
}

interface Checker extends Surroundings {
  readonly text: string
  readonly bound: readonly string[]
}

/** Type and dimension of the equation's value; its target, if a unit was stated, must agree. */
export function checkEquation(equation: Equation, around: Surroundings): Pick<Kind, 'type' | 'dimension'> {
  const checker: Checker = { ...around, text: equation.within, bound: equation.letters }
  const value = kind(checker, equation.value)
  const declared = around.given(equation.target)
  if (declared && declared.type !== 'unknown') agree(checker, equation.value, declared, value)
  return value
}

/** Type and dimension of an expression that is no equation. */
export function checkExpression(value: Formula, text: string, around: Surroundings): Value {
  return kind({ ...around, text, bound: [] }, value)
}

type Value = Pick<Kind, 'type' | 'dimension'> & {
  /** A bare number, of any dimension. */
  readonly open?: boolean
}
const FLAG: Value = { type: 'flag', dimension: NONE }
const DAYS: Value = { type: 'number', dimension: { day: 1 } }

function fault(checker: Checker, code: string, at: Stretch & { says: string }): FormulaFault {
  return new FormulaFault(code, at.says, { text: checker.text, stretch: at })
}

function kind(checker: Checker, node: Formula): Value {
  switch (node.kind) {
    case 'number':
      return { type: 'number', dimension: NONE, ...(checker.bare ? { open: true } : {}) }
    case 'letter':
      letterBound(checker, node.letter, node)
      return { type: 'number', dimension: node.letter === 't' ? { day: 1 } : NONE }
    case 'name':
      return nameKind(checker, node)
    case 'negate':
      return number(checker, node.of)
    case 'not':
      return flag(checker, node.of)
    case 'same':
      if (axisOf(checker, node.left, node) !== axisOf(checker, node.right, node)) {
        throw fault(checker, 'axis-mismatch', {
          ...node,
          says: 'positions of two different axes are compared',
        })
      }
      return FLAG
    case 'choose': {
      flag(checker, node.test)
      const yes = kind(checker, node.yes)
      const no = kind(checker, node.no)
      agree(checker, node.no, yes, no, isZero(node.yes) || isZero(node.no))
      return isZero(node.yes) || yes.open ? no : yes
    }
    case 'ago':
      return agoKind(checker, node)
    case 'call':
      return callKind(checker, node)
    case 'over': {
      const inner = { ...checker, bound: [...checker.bound, node.letter] }
      const value = node.how === 'any' || node.how === 'all' ? flag(inner, node.of) : number(inner, node.of)
      return node.how === 'argmax' ? { type: 'number', dimension: NONE } : value
    }
    case 'binary':
      return binaryKind(checker, node)
  }
}

function number(checker: Checker, node: Formula): Value {
  const value = kind(checker, node)
  if (value.type === 'flag')
    throw fault(checker, 'flag-as-number', { ...node, says: 'a flag is no number; choose with ? :' })
  return value
}

function flag(checker: Checker, node: Formula): Value {
  const value = kind(checker, node)
  if (value.type === 'number')
    throw fault(checker, 'number-as-flag', { ...node, says: 'a number is no flag; compare it' })
  return FLAG
}

function isZero(node: Formula): boolean {
  return node.kind === 'number' && node.value === 0
}

// oxlint-disable-next-line max-params
function agree(checker: Checker, node: Formula, wanted: Value, got: Value, zero = isZero(node)): void {
  if (wanted.type === 'unknown' || got.type === 'unknown') return
  if (wanted.type !== got.type) {
    throw fault(checker, 'flag-as-number', {
      ...node,
      says: `expected a ${wanted.type}, this is a ${got.type}`,
    })
  }
  if (!zero && !wanted.open && !got.open && !sameDimension(wanted.dimension, got.dimension)) {
    const says = `expected ${dimensionText(wanted.dimension)}, this is ${dimensionText(got.dimension)}`
    throw fault(checker, 'unit-mismatch', { ...node, says })
  }
}

function nameKind(checker: Checker, node: Formula & { kind: 'name' }): Value {
  const known = checker.given(node.name)
  if (!known) throw fault(checker, 'unknown-name', { ...node, says: `nothing is called ${node.name}` })
  const axes = node.at.map((index) => axisOf(checker, index, node))
  const wanted = known.letters.map((letter) => axisOfLetter(checker, letter, node))
  if (axes.join() !== wanted.join()) {
    const says = `${node.name} stands on [${wanted.join(', ')}], not on [${axes.join(', ')}]`
    throw fault(checker, 'axis-mismatch', { ...node, says })
  }
  return known
}

function letterBound(checker: Checker, letter: string, at: Stretch): void {
  if (letter !== 't' && !checker.bound.includes(letter)) {
    throw fault(checker, 'unbound-letter', { ...at, says: `${letter} runs over nothing here` })
  }
}

function axisOf(checker: Checker, index: Index, at: Stretch): string {
  switch (index.kind) {
    case 'label':
      return index.axis
    case 'letter':
      letterBound(checker, index.letter, at)
      return axisOfLetter(checker, index.letter, at)
    case 'map': {
      const [takes, gives] = checker.grammar.maps[index.map]!
      if (axisOf(checker, index.of, at) !== takes) {
        throw fault(checker, 'axis-mismatch', { ...at, says: `${index.map} takes a ${takes}` })
      }
      return gives
    }
  }
}

function axisOfLetter(checker: Checker, letter: string, at: Stretch): string {
  const axis = checker.grammar.axes.find((one) => one.letters.includes(letter))
  if (!axis) throw fault(checker, 'unknown-name', { ...at, says: `no axis has the letter ${letter}` })
  return axis.name
}

/** Only what the mechanism itself computes is kept for it from day to day. */
function agoKind(checker: Checker, { of, lag, before }: Formula & { kind: 'ago' }): Value {
  const value = nameKind(checker, of)
  if (!checker.own(of.name))
    throw fault(checker, 'unknown-name', { ...of, says: `this mechanism computes no ${of.name}` })
  agree(checker, lag, DAYS, number(checker, lag))
  agree(checker, before, value, kind(checker, before))
  return value
}

function callKind(checker: Checker, node: Formula & { kind: 'call' }): Value {
  const values = node.of.map((part) => number(checker, part))
  const [first] = values
  if (node.name === 'min' || node.name === 'max') {
    agree(checker, node.of[1]!, first!, values[1]!, isZero(node.of[0]!) || isZero(node.of[1]!))
    return isZero(node.of[0]!) || first!.open ? values[1]! : first!
  }
  if (node.name !== 'floor' && !sameDimension(first!.dimension, NONE)) {
    const says = `${node.name} takes a pure number, this is ${dimensionText(first!.dimension)}`
    throw fault(checker, 'unit-mismatch', { ...node.of[0]!, says })
  }
  return first!
}

function binaryKind(checker: Checker, node: Formula & { kind: 'binary' }): Value {
  if (node.op === '&&' || node.op === '||') {
    flag(checker, node.left)
    return flag(checker, node.right)
  }
  const left = number(checker, node.left)
  const right = number(checker, node.right)
  if (node.op === '*' || node.op === '/') {
    const dimension = combined(left.dimension, right.dimension, node.op === '*' ? 1 : -1)
    return { type: 'number', dimension, ...(left.open && right.open ? { open: true } : {}) }
  }
  agree(checker, node.right, left, right, isZero(node.left) || isZero(node.right))
  return node.op === '+' || node.op === '-' ? (isZero(node.left) || left.open ? right : left) : FLAG
}
