/** The change that a claim makes under `do:`, and the one line by which a change is known. */
import * as z from 'zod'
import type { Span } from '../base/fault.ts'
import type { Sheet } from './entry.ts'
import { child, firstToken, type Node } from './node.ts'
import type { Setting } from './set.ts'
import * as shape from './shape.ts'

/** A name, and where it is written. */
export interface Named {
  readonly name: string
  readonly at: Span
}

/** A change as read, with places. */
export interface ChangeRead {
  readonly patches: readonly Sheet[]
  readonly settings: readonly Setting[]
  readonly without: readonly Named[]
  /** False when some patch could not be read to its end. */
  readonly whole: boolean
}

/** What stands for the attack itself where something is left out. */
export const ATTACK = 'attack'
/** `given: no-attack`, short for a change that leaves the attack out. */
export const NO_ATTACK = 'no-attack'

export const doShape: z.ZodObject = shape.fields({
  set: z
    .record(z.string(), z.unknown())
    .describe(
      'Values by path, in the place of those of the scenario: ties.russia-iran.clauses.defence: true.',
    )
    .optional(),
  without: z
    .union([z.string(), z.array(z.string()).min(1)], {
      error: shape.pack(
        'wrong-type',
        'the id of an actor, the name of a mechanism, attack, or a list of such',
      ),
    })
    .describe(`Actors that are not there, mechanisms that do not run, or ${ATTACK} itself.`)
    .optional(),
})

/** Whether a condition is the short form, which makes a world and finds nothing in this one. */
export function isNoAttack(node: Node | undefined): boolean {
  return node?.kind === 'scalar' && node.text.trim() === NO_ATTACK
}

/** The change that a claim states, or its short form; nothing when it changes nothing. */
export function readDo(node: Node): ChangeRead | undefined {
  if (isNoAttack(node))
    return { patches: [], settings: [], without: [{ name: ATTACK, at: node.span }], whole: true }
  const set = child(node, 'set')
  const without = child(node, 'without')
  const settings =
    set?.kind === 'map'
      ? [...set.entries.values()].map(({ key, keySpan, node: value }) => ({ path: key, at: keySpan, value }))
      : []
  const names = without?.kind === 'list' ? without.items : without ? [without] : []
  const named = names.flatMap((name): Named[] =>
    name.kind === 'scalar'
      ? [{ name: name.text, at: name.span.end > name.span.start ? name.span : firstToken(node) }]
      : [],
  )
  if (settings.length === 0 && named.length === 0) return undefined
  return { patches: [], settings, without: named, whole: true }
}
