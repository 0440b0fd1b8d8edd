/**
 * A formula as a sum of terms, found on the symbols and not on the numbers: sums are split,
 * products distribute, and variables that are mere arithmetic are written out. So a utility
 * can be told as what each input contributed to it, and the parts add up to the whole.
 */
import type { Equation, Formula, Index } from './formula.ts'
import { namesIn } from './walk.ts'

/** A part that is not split any further, and how it enters its term. */
export interface Factor {
  readonly node: Formula
  /** What the letters of the node stand for, in the letters of the equation that was split. */
  readonly letters: ReadonlyMap<string, Index>
  /** `if` and `unless`: a test; where it says no, the term is exactly 0. */
  readonly role: 'times' | 'over' | 'if' | 'unless'
}

/** `sign · Π factors`. Terms with the same key belong together and are added up. */
export interface Term {
  /** The weights in it (`alignment`, `stake*freeRiding`); without one, the names that are left (`alpha`). */
  readonly key: string
  readonly sign: 1 | -1
  readonly factors: readonly Factor[]
}

/** What the splitter has to know about the names of a mechanism. */
export interface Names {
  /** The equation of a variable, where it may be written out: known by arithmetic from today's values alone. */
  readonly equation: (name: string) => Equation | undefined
  /** A weight gives its term its key. */
  readonly isWeight: (name: string) => boolean
  /** Constants, and factors that scale all terms alike: they give no term its key. */
  readonly isIdle: (name: string) => boolean
}

type Letters = ReadonlyMap<string, Index>
type Bare = Omit<Term, 'key'>

/** The terms of the equation's value, in the order in which they are written. */
export function termsOf(equation: Equation, names: Names): Term[] {
  const own: Letters = new Map(equation.letters.map((letter) => [letter, { kind: 'letter', letter }]))
  return expand(equation.value, own, names).map((term) => ({ ...term, key: keyOf(term, names) }))
}

function expand(node: Formula, letters: Letters, names: Names): Bare[] {
  switch (node.kind) {
    case 'number':
      return node.value === 0 ? [] : [leaf(node, letters)]
    case 'negate':
      return expand(node.of, letters, names).map(flipped)
    case 'binary':
      return expandBinary(node, letters, names)
    case 'choose': {
      const guarded = (branch: Formula, role: 'if' | 'unless'): Bare[] =>
        expand(branch, letters, names).map((term) => ({
          ...term,
          factors: [{ node: node.test, letters, role }, ...term.factors],
        }))
      return [...guarded(node.yes, 'if'), ...guarded(node.no, 'unless')]
    }
    case 'name': {
      const equation = node.last ? undefined : names.equation(node.name)
      if (equation === undefined) return [leaf(node, letters)]
      const inner = equation.letters.map((letter, place): [string, Index] => [
        letter,
        resolved(node.at[place]!, letters),
      ])
      return expand(equation.value, new Map(inner), names)
    }
    default:
      return [leaf(node, letters)]
  }
}

function expandBinary(node: Formula & { kind: 'binary' }, letters: Letters, names: Names): Bare[] {
  const left = (): Bare[] => expand(node.left, letters, names)
  const right = (): Bare[] => expand(node.right, letters, names)
  switch (node.op) {
    case '+':
      return [...left(), ...right()]
    case '-':
      return [...left(), ...right().map(flipped)]
    case '*': {
      const others = right()
      return left().flatMap((one) =>
        others.map(
          (other): Bare => ({
            sign: one.sign === other.sign ? 1 : -1,
            factors: [...one.factors, ...other.factors],
          }),
        ),
      )
    }
    case '/': {
      const divisor: Factor = { node: node.right, letters, role: 'over' }
      return left().map((term) => ({ ...term, factors: [...term.factors, divisor] }))
    }
    default:
      return [leaf(node, letters)]
  }
}

function leaf(node: Formula, letters: Letters): Bare {
  return { sign: 1, factors: [{ node, letters, role: 'times' }] }
}

function flipped(term: Bare): Bare {
  return { ...term, sign: term.sign === 1 ? -1 : 1 }
}

/** An index of an inner equation in the letters of the outer one. */
function resolved(index: Index, letters: Letters): Index {
  switch (index.kind) {
    case 'label':
      return index
    case 'letter':
      return letters.get(index.letter) ?? index
    case 'map':
      return { ...index, of: resolved(index.of, letters) }
  }
}

function keyOf({ factors }: Bare, { isWeight, isIdle }: Names): string {
  const nodes = factors.filter(({ role }) => role === 'times' || role === 'over').map(({ node }) => node)
  const plain = nodes.flatMap((node) => (node.kind === 'name' ? [node.name] : []))
  const inside = nodes.flatMap((node) => (node.kind === 'name' ? [] : namesIn(node).map(({ name }) => name)))
  const known = [plain.filter(isWeight), inside.filter(isWeight), plain, inside].map((found) =>
    found.filter((name) => !isIdle(name)),
  )
  const [first = []] = known.filter((found) => found.length > 0)
  return first.length === 0 ? 'constant' : [...new Set(first.map(bare))].join('*')
}

/** `w.alignment` and `loading.access` → `alignment`, `access`. */
function bare(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1)
}
