/**
 * The axes of a scenario: who stands where, and the maps between them. Positions are
 * sorted by id, so the order of the file changes nothing.
 */
import { CHANNEL_LABELS, ENDINGS, LEVELS, RUNGS } from '../mechanisms/axes.ts'
import type { Scenario } from '../scenario/scenario.ts'

export interface Space {
  /** Axis name → its size. */
  readonly sizes: Readonly<Record<string, number>>
  /** Map name → position on the one axis for each position on the other. */
  readonly maps: Readonly<Record<string, readonly number[]>>
  readonly belligerents: readonly string[]
  readonly members: readonly string[]
  readonly drafts: readonly string[]
  readonly groups: readonly string[]
}

export function spaceOf(scenario: Scenario): Space {
  const belligerents = [...scenario.crisis.attackers, ...scenario.crisis.targets].sort()
  const members = scenario.council?.members.map((member) => member.actor).sort() ?? []
  const drafts = scenario.council?.drafts.map((draft) => draft.id).sort() ?? []
  const groups = [...scenario.proxies.keys()].sort()
  return {
    sizes: {
      dyad: scenario.dyads.length,
      belligerent: belligerents.length,
      channel: CHANNEL_LABELS.length,
      level: LEVELS,
      draft: drafts.length,
      member: members.length,
      group: groups.length,
      rung: RUNGS.length,
      ending: ENDINGS.length,
      day: scenario.crisis.horizon + 1,
    },
    maps: {
      recipient: scenario.dyads.map((dyad) => belligerents.indexOf(dyad.recipient)),
      // A supporter without a seat points at member 0; the flag `seated` keeps that unread.
      seat: scenario.dyads.map((dyad) => Math.max(0, members.indexOf(dyad.supporter))),
      ally: groups.map((group) => belligerents.indexOf(scenario.proxies.get(group)!.ally)),
    },
    belligerents,
    members,
    drafts,
    groups,
  }
}
