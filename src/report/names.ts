/** Names as they stand in a sentence. */
import type { Scenario } from '../scenario/scenario.ts'

export function actorName(id: string, scenario: Scenario): string {
  return scenario.actors.get(id)?.name ?? id
}

export function possessive(name: string): string {
  return name.endsWith('s') ? `${name}'` : `${name}'s`
}

/** freeCapacity → free capacity */
export function spaced(name: string): string {
  return name.replaceAll('-', ' ').replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`)
}
