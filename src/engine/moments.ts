/**
 * When a value is known, read off the equations: which names they use, whether they look
 * at the day, and which variables have to be remembered from one day to the next.
 */
import type { Formula } from '../formula/formula.ts'
import type { Mechanism } from '../formula/mechanism.ts'
import { nodesIn } from '../formula/walk.ts'
import { type Binding, BINDINGS } from './code.ts'

/** A mechanism calls its own variables by their bare names and those of others in full. */
export function globalName(reader: Mechanism, name: string): string {
  return reader.kinds.has(name) ? `${reader.name}.${name}` : name
}

/** Variables that some mechanism's day equations read from the day before, by their full names. */
export function remembered(mechanisms: readonly Mechanism[]): ReadonlySet<string> {
  const names = new Set<string>()
  for (const reader of mechanisms) {
    for (const { rounds, equations } of reader.blocks) {
      if (rounds > 1) continue
      for (const { value } of equations)
        for (const node of nodesIn(value))
          if (node.kind === 'name' && node.last) names.add(globalName(reader, node.name))
    }
  }
  return names
}

/** Variables of a mechanism of which it looks further back than yesterday, by their full names. */
export function historied(owner: Mechanism): string[] {
  const nodes = owner.blocks.flatMap(({ equations }) => equations.flatMap(({ value }) => [...nodesIn(value)]))
  return nodes.flatMap((node) => (node.kind === 'ago' ? [globalName(owner, node.of.name)] : []))
}

/** Whether the running day itself stands in the formula. */
export function usesDay(node: Formula): boolean {
  for (const one of nodesIn(node)) {
    if (one.kind === 'ago' || (one.kind === 'letter' && one.letter === 't')) return true
    if (one.kind === 'name' && one.at.some((index) => index.kind === 'letter' && index.letter === 't'))
      return true
  }
  return false
}

/** The latest of several moments. */
export function latest(bindings: readonly Binding[]): Binding {
  return BINDINGS[Math.max(0, ...bindings.map((binding) => BINDINGS.indexOf(binding)))]!
}
