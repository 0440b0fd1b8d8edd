/**
 * What a change takes out. An absent actor gives nothing, enters nothing and casts no
 * vote; it keeps its place, so that the random numbers of all others stay what they were.
 */
import { nearest } from '../base/nearest.ts'
import { MECHANISMS } from '../mechanisms/mechanisms.ts'
import type { Context } from './context.ts'
import { ATTACK, type Named } from './do.ts'
import { byText, fault, oneOf } from './fault-list.ts'
import type { Council, Crisis, Draft, Quantity, Scenario } from './scenario.ts'

/** Without the decision to support, or its delivery, hardly a question is left that could be asked. */
const NEEDED: readonly string[] = ['support', 'delivery']

/** Mechanisms that can be left out of a world. */
export const OPTIONAL: readonly string[] = MECHANISMS.map(({ name }) => name).filter(
  (name) => !NEEDED.includes(name),
)

export function readWithout(
  context: Context,
  names: readonly Named[],
  crisis: Crisis | undefined,
): Pick<Scenario, 'without' | 'attack'> {
  let attack = true
  const actors = new Set<string>()
  const mechanisms = new Set<string>()
  const all = MECHANISMS.map((mechanism) => mechanism.name)
  const sides = crisis ? [...crisis.attackers, ...crisis.targets] : []
  for (const { name, at } of names) {
    if (name === ATTACK) {
      attack = false
      if (!context.actors.has(name)) continue
      context.faults.push(
        fault('ambiguous-without', at, {
          says: `"${name}" is the attack itself, and an actor of this scenario too: it is not plain which is left out`,
          suggestion: 'give the actor another id',
        }),
      )
    } else if (sides.includes(name)) {
      context.faults.push(
        fault('without-belligerent', at, {
          says: `"${name}" fights in this crisis: without it there would be none`,
          suggestion: 'change who attacks whom under crisis, or leave out a third party',
        }),
      )
    } else if (context.actors.has(name)) actors.add(name)
    else if (NEEDED.includes(name)) {
      context.faults.push(
        fault('without-needed', at, {
          says: `the mechanism "${name}" cannot be left out: what is asked of a crisis hangs on it`,
          expected: oneOf(OPTIONAL),
        }),
      )
    } else if (all.includes(name)) mechanisms.add(name)
    else {
      const actors = [...context.actors.keys()].filter((id) => !sides.includes(id))
      context.faults.push(
        fault('unknown-without', at, {
          says: `"${name}" is neither an actor nor a mechanism`,
          expected: `an actor, ${oneOf(actors)}; a mechanism, ${oneOf(OPTIONAL)}; or ${ATTACK}`,
          suggestion: nearest(name, [...actors, ...OPTIONAL, ATTACK]),
        }),
      )
    }
  }
  return {
    without: { actors: [...actors].sort(byText), mechanisms: [...mechanisms].sort(byText) },
    attack,
  }
}

const ABSENT = [0, 0, 0, 1] as const

/** The council without those who are not there: they cast no vote, and what only they would table is never tabled. */
export function councilWithout(context: Context, council: Council, absent: readonly string[]): Council {
  if (absent.length === 0) return council
  const gone = council.members.map(({ actor }) => actor).filter((member) => absent.includes(member))
  return { ...council, drafts: council.drafts.map((draft) => draftWithout(context, draft, { absent, gone })) }
}

function draftWithout(
  context: Context,
  draft: Draft,
  { absent, gone }: { absent: readonly string[]; gone: readonly string[] },
): Draft {
  // Those of whom no vote is stated would else vote by the logit.
  const votes = new Map(
    [...draft.votes, ...gone.map((member) => [member, ABSENT] as const)].sort((a, b) => byText(a[0], b[0])),
  )
  const { tabled } = draft.quantities
  if (!absent.includes(draft.sponsor) || !tabled) return { ...draft, votes }
  context.changed.add(tabled.id)
  const never: Quantity = { ...tabled, law: { kind: 'fixed', value: 0 } }
  return { ...draft, votes, quantities: { ...draft.quantities, tabled: never } }
}
