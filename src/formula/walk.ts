/** One walk over a formula, for all who ask what stands in it. */
import type { Formula } from './formula.ts'

/** The formula and all its parts, from left to right. */
export function* nodesIn(node: Formula): Generator<Formula> {
  yield node
  for (const part of partsOf(node)) yield* nodesIn(part)
}

/** Every name in a formula, in order. */
export function namesIn(node: Formula): (Formula & { kind: 'name' })[] {
  return [...nodesIn(node)].filter((one) => one.kind === 'name')
}

function partsOf(node: Formula): readonly Formula[] {
  switch (node.kind) {
    case 'name':
    case 'number':
    case 'letter':
    case 'same':
      return []
    case 'negate':
    case 'not':
    case 'over':
      return [node.of]
    case 'binary':
      return [node.left, node.right]
    case 'choose':
      return [node.test, node.yes, node.no]
    case 'call':
      return node.of
    case 'ago':
      return [node.of, node.lag, node.before]
  }
}
