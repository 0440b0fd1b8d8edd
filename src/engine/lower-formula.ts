/**
 * One formula → code: letters become counters, names become addresses, reductions are
 * written out term by term in the order of their axis.
 */
import type { Formula, Index } from '../formula/formula.ts'
import {
  type Address,
  type Code,
  DAY_COUNTER,
  type FlagCode,
  type NumberCode,
  type Slot,
  type Term,
} from './code.ts'
import {
  and,
  asFlag,
  asNumber,
  chain,
  choose,
  compareBy,
  FALSE,
  number,
  not,
  or,
  pair,
  same,
  TRUE,
} from './fold.ts'
import type { Space } from './space.ts'

/** Where a letter stands: at a running counter or at a fixed position. */
export type Stand = { readonly counter: number } | { readonly position: number }

/** What a name is here: a slot, or a value known already. */
export type Meaning = Slot | number | boolean

export interface FormulaContext {
  readonly space: Space
  readonly axisOf: (letter: string) => string
  readonly meaningOf: (name: string) => Meaning
  /** The number of the history in which a variable is kept. */
  readonly historyOf: (name: string) => number
  /** The one number that an element of memory holds throughout, where there is one. */
  readonly constantAt: (element: number) => number | undefined
  readonly letters: ReadonlyMap<string, Stand>
}

export function lowerFormula(context: FormulaContext, node: Formula): Code {
  const number_ = (of: Formula): NumberCode => asNumber(lowerFormula(context, of))
  const flag = (of: Formula): FlagCode => asFlag(lowerFormula(context, of))
  switch (node.kind) {
    case 'number':
      return number(node.value)
    case 'letter':
      return letterValue(context, node.letter)
    case 'name':
      return nameValue(context, node)
    case 'negate':
      return { op: 'negate', of: number_(node.of) }
    case 'not':
      return not(flag(node.of))
    case 'same': {
      const equal = same(position(context, node.left, 1), position(context, node.right, 1))
      return node.negated ? not(equal) : equal
    }
    case 'choose':
      return choose(flag(node.test), lowerFormula(context, node.yes), lowerFormula(context, node.no))
    case 'ago':
      return agoValue(context, node)
    case 'call':
      if (node.name === 'min' || node.name === 'max')
        return pair(node.name, number_(node.of[0]!), number_(node.of[1]!))
      return { op: node.name, of: number_(node.of[0]!) }
    case 'over':
      return reduction(context, node)
    case 'binary':
      if (node.op === '&&') return and(flag(node.left), flag(node.right))
      if (node.op === '||') return or(flag(node.left), flag(node.right))
      return binary(node.op, number_(node.left), number_(node.right))
  }
}

type BinaryOp = Exclude<(Formula & { kind: 'binary' })['op'], '&&' | '||'>

function binary(op: BinaryOp, left: NumberCode, right: NumberCode): Code {
  switch (op) {
    case '+':
      return pair('add', left, right)
    case '-':
      return pair('subtract', left, right)
    case '*':
      return pair('multiply', left, right)
    case '/':
      return pair('divide', left, right)
    default:
      return compareBy(op, left, right)
  }
}

function standOf(context: FormulaContext, letter: string): Stand {
  if (letter === 't') return { counter: DAY_COUNTER }
  const stand = context.letters.get(letter)
  if (!stand) throw new Error(`unbound letter: ${letter}`)
  return stand
}

function letterValue(context: FormulaContext, letter: string): NumberCode {
  const stand = standOf(context, letter)
  return 'position' in stand ? number(stand.position) : { op: 'counter', counter: stand.counter }
}

function nameValue(context: FormulaContext, node: Formula & { kind: 'name' }): Code {
  const meaning = context.meaningOf(node.name)
  if (typeof meaning === 'number') return number(meaning)
  if (typeof meaning === 'boolean') return meaning ? TRUE : FALSE
  // Where an axis is empty nothing stands on it, and what a flag keeps unread must not be looked for.
  if (meaning.size === 0) return meaning.flag ? FALSE : number(0)
  const at = addressOf(context, meaning, node.at)
  const constant = at.terms.length === 0 ? context.constantAt(at.base) : undefined
  if (constant !== undefined) return meaning.flag ? (constant === 0 ? FALSE : TRUE) : number(constant)
  return meaning.flag ? { op: 'loadFlag', at } : { op: 'load', at }
}

function agoValue(context: FormulaContext, { of, lag, before }: Formula & { kind: 'ago' }): Code {
  const kept = context.meaningOf(of.name)
  if (typeof kept !== 'object') throw new Error(`${of.name} is no variable`)
  if (kept.size === 0) return kept.flag ? FALSE : number(0)
  const flagged = kept.flag
  const was = lowerFormula(context, before)
  const code: NumberCode = {
    op: 'ago',
    history: context.historyOf(of.name),
    at: addressOf(context, { ...kept, offset: 0 }, of.at),
    lag: asNumber(lowerFormula(context, lag)),
    before: asNumber(flagged ? choose(asFlag(was), number(1), number(0)) : was),
  }
  return flagged ? compareBy('!=', code, number(0)) : code
}

/** The address of an element, row-major. */
function addressOf(context: FormulaContext, slot: Slot, indices: readonly Index[]): Address {
  let base = slot.offset
  const terms: Term[] = []
  let stride = slot.size
  indices.forEach((index, axis) => {
    stride /= slot.shape[axis]!
    const part = position(context, index, stride)
    base += part.base
    terms.push(...part.terms)
  })
  return { base, terms }
}

function position(context: FormulaContext, index: Index, stride: number): Address {
  switch (index.kind) {
    case 'label':
      return { base: stride * index.position, terms: [] }
    case 'letter': {
      const stand = standOf(context, index.letter)
      if ('position' in stand) return { base: stride * stand.position, terms: [] }
      return { base: 0, terms: [{ counter: stand.counter, stride }] }
    }
    case 'map': {
      const inner = position(context, index.of, 1)
      const map = context.space.maps[index.map]!
      const [term] = inner.terms
      if (!term) return { base: stride * (map[inner.base] ?? 0), terms: [] }
      const through = term.map ? term.map.map((at) => map[at]!) : map
      return { base: 0, terms: [{ counter: term.counter, stride, map: through }] }
    }
  }
}

function reduction(context: FormulaContext, node: Formula & { kind: 'over' }): Code {
  const size = context.space.sizes[context.axisOf(node.letter)]!
  const terms = Array.from({ length: size }, (_, position_) => {
    const letters = new Map(context.letters).set(node.letter, { position: position_ })
    return lowerFormula({ ...context, letters }, node.of)
  })
  switch (node.how) {
    case 'sum':
      return chain(terms.map(asNumber), number(0), (left, right) => pair('add', left, right))
    case 'largest':
      return chain(terms.map(asNumber), number(0), (left, right) => pair('max', left, right))
    case 'argmax':
      return terms.length === 0 ? number(0) : { op: 'argmax', of: terms.map(asNumber) }
    case 'any':
      return chain(terms.map(asFlag), FALSE, or)
    case 'all':
      return chain(terms.map(asFlag), TRUE, and)
  }
}
