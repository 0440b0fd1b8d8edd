/** Arsenals and coalitions, read entry by entry, and the world with what the joining of a side reads filled in. */
import { SIZE } from './actor.ts'
import { readArsenal } from './arsenal.ts'
import { readCoalition } from './coalition.ts'
import type { Context } from './context.ts'
import type { World } from './dyad.ts'
import { fillActor } from './dyad.ts'
import { readEach } from './entry.ts'
import { byText } from './fault-list.ts'
import { warnForces } from './force-lint.ts'
import type { Entries } from './nouns.ts'
import type { Crisis, Dyad, Quantity, Scenario } from './scenario.ts'

export type Forces = Pick<Scenario, 'arsenals' | 'coalitions'>

/** The dyads only when the crisis is in order; else nobody knows who fights. */
export function readForces(
  context: Context,
  entries: Entries,
  known: {
    readonly world: World
    readonly crisis: Crisis | undefined
    readonly dyads: readonly Dyad[] | undefined
  },
): { readonly world: World; readonly forces: Forces } {
  const { world, crisis, dyads } = known
  const belligerents = crisis && dyads && [...crisis.attackers, ...crisis.targets]
  const forces: Forces = {
    arsenals: readEach(entries.arsenals, (entry) => readArsenal(context, entry, { belligerents })),
    coalitions: readEach(entries.coalitions, (entry) =>
      readCoalition(context, entry, {
        candidates: entries.candidates.get(entry.id) ?? [],
        taken: takenBefore(entries, entry.id),
        crisis,
        dyads,
      }),
    ),
  }
  const actors = new Map(world.actors)
  for (const { candidates } of forces.coalitions.values()) {
    for (const id of candidates.keys()) {
      fillActor(context, actors, { id, entry: entries.actors.get(id), fields: [SIZE] })
    }
  }
  if (crisis) warnForces(context, { entries, forces, crisis })
  return { world: { ...world, actors }, forces }
}

/** By candidate: the leaders in whose coalition it stands, of those whose id comes before this one's. */
function takenBefore({ coalitions, candidates }: Entries, leader: string): Map<string, string[]> {
  const taken = new Map<string, string[]>()
  for (const other of [...coalitions.keys()].sort(byText)) {
    if (byText(other, leader) >= 0) break
    for (const { id } of candidates.get(other) ?? []) taken.set(id, [...(taken.get(id) ?? []), other])
  }
  return taken
}

/** Every quantity of them, noun by noun. */
export function forceQuantities({ arsenals, coalitions }: Forces): readonly Quantity[] {
  const holders = [
    ...[...arsenals.values()].flatMap(({ quantities, weapons }) => [quantities, ...weapons.values()]),
    ...[...coalitions.values()].flatMap(({ quantities, candidates }) => [
      quantities,
      ...[...candidates.values()].map((candidate) => candidate.quantities),
    ]),
  ]
  return holders.flatMap((quantities) => Object.values(quantities))
}
