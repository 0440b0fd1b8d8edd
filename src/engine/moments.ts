/**
 * When a value is known, read off the equations: which names they use, whether they look
 * at the day, and which variables have to be remembered from one day to the next.
 */
import type { Formula } from '../formula/formula.ts'
import type { Mechanism } from '../formula/mechanism.ts'
import { type Binding, BINDINGS } from './code.ts'

/** Variables of a mechanism that some mechanism's day equations read from the day before. */
export function remembered(all: readonly Mechanism[], owner: Mechanism): string[] {
  const names = new Set<string>()
  for (const reader of all) {
    for (const block of reader.blocks) {
      for (const equation of block.equations) {
        for (const node of namesIn(equation.value)) {
          const global =
            reader === owner && owner.kinds.has(node.name) ? `${owner.name}.${node.name}` : node.name
          if (node.last && block.rounds === 1 && global.startsWith(`${owner.name}.`)) {
            names.add(global.slice(owner.name.length + 1))
          }
        }
      }
    }
  }
  return [...names].sort()
}

/** Every name in a formula, in order. */
export function* namesIn(node: Formula): Generator<Formula & { kind: 'name' }> {
  switch (node.kind) {
    case 'name':
      yield node
      break
    case 'number':
    case 'letter':
    case 'same':
      break
    case 'negate':
    case 'not':
    case 'over':
      yield* namesIn(node.of)
      break
    case 'binary':
      yield* namesIn(node.left)
      yield* namesIn(node.right)
      break
    case 'choose':
      yield* namesIn(node.test)
      yield* namesIn(node.yes)
      yield* namesIn(node.no)
      break
    case 'call':
      for (const part of node.of) yield* namesIn(part)
      break
  }
}

/** Whether the running day itself stands in the formula. */
export function usesDay(node: Formula): boolean {
  if (node.kind === 'letter') return node.letter === 't'
  if (node.kind === 'name') return node.at.some((index) => index.kind === 'letter' && index.letter === 't')
  if (node.kind === 'over' || node.kind === 'negate' || node.kind === 'not') return usesDay(node.of)
  if (node.kind === 'binary') return usesDay(node.left) || usesDay(node.right)
  if (node.kind === 'choose') return usesDay(node.test) || usesDay(node.yes) || usesDay(node.no)
  return node.kind === 'call' && node.of.some(usesDay)
}

/** The latest of several moments. */
export function latest(bindings: readonly Binding[]): Binding {
  return BINDINGS[Math.max(0, ...bindings.map((binding) => BINDINGS.indexOf(binding)))]!
}
