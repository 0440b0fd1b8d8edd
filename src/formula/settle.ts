/**
 * A formula without the branches that cannot be taken, where what a test asks is known before anything runs. What is
 * cut away is neither looked up nor drawn, so a form of a rule that is not in force costs nothing and moves nothing.
 */
import type { Comparison, Formula } from './formula.ts'

/** The one number that a name stands for throughout; undefined where it has no such number. */
export type Known = (name: string) => number | undefined

/** True or false, where names that are known decide it. */
export function truthOf(node: Formula, known: Known): boolean | undefined {
  if (node.kind === 'not') {
    const of = truthOf(node.of, known)
    return of === undefined ? undefined : !of
  }
  if (node.kind !== 'binary') return undefined
  if (node.op === '&&' || node.op === '||') {
    const decides = node.op === '||'
    const [left, right] = [truthOf(node.left, known), truthOf(node.right, known)]
    if (left === decides || right === decides) return decides
    return left === undefined || right === undefined ? undefined : !decides
  }
  const [left, right] = [numberOf(node.left, known), numberOf(node.right, known)]
  const holds = COMPARED[node.op as Comparison]
  return left === undefined || right === undefined ? undefined : holds?.(left, right)
}

const COMPARED: Readonly<Partial<Record<string, (left: number, right: number) => boolean>>> = {
  '==': (left, right) => left === right,
  '!=': (left, right) => left !== right,
}

/** Names only: a formula of literal numbers has no form to ask for. */
function numberOf(node: Formula, known: Known): number | undefined {
  return node.kind === 'name' && node.at.length === 0 && !node.last ? known(node.name) : undefined
}

/** The same value, in the same order of operations, from what is left. */
export function settled(node: Formula, known: Known): Formula {
  const part = (of: Formula): Formula => settled(of, known)
  switch (node.kind) {
    case 'name':
    case 'number':
    case 'letter':
    case 'same':
    case 'ago':
      return node
    case 'negate':
    case 'not':
    case 'over':
      return { ...node, of: part(node.of) }
    case 'call':
      return { ...node, of: node.of.map(part) }
    case 'choose': {
      const truth = truthOf(node.test, known)
      if (truth !== undefined) return part(truth ? node.yes : node.no)
      return { ...node, test: part(node.test), yes: part(node.yes), no: part(node.no) }
    }
    case 'binary':
      return settledPair(node, known)
  }
}

function settledPair(node: Formula & { kind: 'binary' }, known: Known): Formula {
  const [left, right] = [settled(node.left, known), settled(node.right, known)]
  if (node.op === '&&' || node.op === '||') {
    const idle = node.op === '&&'
    if (truthOf(node.left, known) === idle) return right
    if (truthOf(node.right, known) === idle) return left
    return truthOf(node, known) === undefined ? { ...node, left, right } : never(node, !idle)
  }
  // Less nothing is the same to the last bit, of a minus zero too.
  const isNothing = right !== node.right && right.kind === 'number' && right.value === 0
  return node.op === '-' && isNothing ? left : { ...node, left, right }
}

/** A flag that is always the same: nothing is never less than nothing. */
function never({ start, end }: Formula, truth: boolean): Formula {
  const nothing: Formula = { start, end, kind: 'number', value: 0 }
  return { start, end, kind: 'binary', op: truth ? '==' : '<', left: nothing, right: nothing }
}
