/**
 * When a value is known, read off the equations: which names they use, whether they look
 * at the day, and which variables have to be remembered from one day to the next.
 */
import type { Formula } from '../formula/formula.ts'
import type { Mechanism } from '../formula/mechanism.ts'
import { namesIn, nodesIn } from '../formula/walk.ts'
import { type Binding, BINDINGS } from './code.ts'

/** A mechanism calls its own variables by their bare names and those of others in full. */
export function globalName(reader: Mechanism, name: string): string {
  return reader.kinds.has(name) ? `${reader.name}.${name}` : name
}

/** Variables of a mechanism that some mechanism's day equations read from the day before. */
export function remembered(all: readonly Mechanism[], owner: Mechanism): string[] {
  const names = new Set<string>()
  for (const reader of all) {
    for (const block of reader.blocks) {
      for (const equation of block.equations) {
        for (const node of namesIn(equation.value)) {
          const global = globalName(reader, node.name)
          if (node.last && block.rounds === 1 && global.startsWith(`${owner.name}.`)) {
            names.add(global.slice(owner.name.length + 1))
          }
        }
      }
    }
  }
  return [...names].sort()
}

/** Whether the running day itself stands in the formula. */
export function usesDay(node: Formula): boolean {
  for (const one of nodesIn(node)) {
    if (one.kind === 'letter' && one.letter === 't') return true
    if (one.kind === 'name' && one.at.some((index) => index.kind === 'letter' && index.letter === 't'))
      return true
  }
  return false
}

/** The latest of several moments. */
export function latest(bindings: readonly Binding[]): Binding {
  return BINDINGS[Math.max(0, ...bindings.map((binding) => BINDINGS.indexOf(binding)))]!
}
