/**
 * How wide a formula comes out in print, in characters: what the typesetter breaks lines by. A fraction is as wide as
 * its wider half, a distinction of cases as its widest row.
 */
import type { Formula, Index, NameNode } from './formula.ts'

/** A subscript is set smaller than what it hangs on. */
const SUBSCRIPT = 0.7
/** What stands around: `ln(…)`, `max_b`, ` and `, ` if `. */
const AROUND = { call: 4, over: 4, sign: 3, word: 5, cases: 6 } as const

export function widthOf(node: Formula): number {
  switch (node.kind) {
    case 'number':
      return String(node.value).length
    case 'letter':
      return 1
    case 'name':
      return nameWidth(node)
    case 'negate':
      return widthOf(node.of) + 1
    case 'not':
      return widthOf(node.of) + AROUND.word
    case 'same':
      return indexWidth(node.left) + indexWidth(node.right) + AROUND.sign
    case 'choose':
      return choiceWidth(node)
    case 'ago':
      return nameWidth(node.of) + widthOf(node.lag) * SUBSCRIPT + widthOf(node.before) + AROUND.word
    case 'call':
      return AROUND.call + node.of.reduce((sum, part) => sum + widthOf(part) + 2, 0)
    case 'over':
      return widthOf(node.of) + AROUND.over
    case 'binary':
      if (node.op === '/') return Math.max(widthOf(node.left), widthOf(node.right)) + 1
      return widthOf(node.left) + widthOf(node.right) + AROUND[/^\w|&|\|/.test(node.op) ? 'word' : 'sign']
  }
}

type Choice = Formula & { kind: 'choose' }

/** Values and conditions side by side are wider than this: each condition then stands above its value. */
const WIDEST_CASES = 84

/** Whether the conditions of a choice, or of a chain of choices, stand above their values. */
export function isStacked(node: Choice): boolean {
  const { values, tests } = columnsOf(node)
  return values + tests + AROUND.cases > WIDEST_CASES
}

function choiceWidth(node: Choice): number {
  const { values, tests } = columnsOf(node)
  return isStacked(node) ? Math.max(values, tests) + 2 : values + tests + AROUND.cases
}

/** The widest value and the widest condition of a chain. */
function columnsOf({ test, yes, no }: Choice): { readonly values: number; readonly tests: number } {
  const rest = no.kind === 'choose' ? columnsOf(no) : { values: widthOf(no), tests: 0 }
  return { values: Math.max(widthOf(yes), rest.values), tests: Math.max(widthOf(test), rest.tests) }
}

function nameWidth({ name, at, last }: NameNode): number {
  const below = at.reduce((sum, index) => sum + indexWidth(index) + 1, last ? 3 : 0)
  return name.length + below * SUBSCRIPT
}

function indexWidth(index: Index): number {
  switch (index.kind) {
    case 'letter':
      return 1
    case 'label':
      return index.label.length
    case 'map':
      return index.map.length + indexWidth(index.of) + 2
  }
}
