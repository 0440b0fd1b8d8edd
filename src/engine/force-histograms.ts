/**
 * What is kept of force and politics, by name (none of it where the scenario has nothing of the kind):
 *
 * - `role:<leader>:<actor>`: histogram of a candidate's role at the horizon, 0 none to 4 combat
 * - `joined:<leader>`, `fighting:<leader>`: histograms of the states on a side, at basing or above, and at combat
 * - `assembly:<draft>`: histogram of two, whether the General Assembly has adopted a draft that may go there
 * - `happened:<inject>`: histogram of the day on which it first took effect; the last bin means never
 * - `legitimacy:<belligerent>`: mean of the level at the horizon, -1 to 1; where somebody may join some side
 * - `share-joined:<leader>`: mean of the size-weighted share of the candidates that have joined
 * - `effort-own:<b>`, `effort-groups:<b>`, `effort-helpers:<b>`: means of the shares of all that was fired for the side
 * - `stock-missile:<b>`, `stock-drone:<b>`, `stock-strike:<b>`: means of what is left at the horizon, where it has such
 * - `fired-missile:<b>`, `fired-drone:<b>`, `fired-strike:<b>`: means of the munitions that it has fired itself, in all;
 *   `helped-missile:<b>`, … of those that helpers have added; `fired-groups:<b>`: of what groups have launched for it
 * - `pain:<b>`: mean of what a side has borne, as a share of what it can bear; where anybody has an arsenal
 */
import { ROLE_LABELS, WEAPON_LABELS } from '../mechanisms/axes.ts'
import type { Draft, Scenario } from '../scenario/scenario.ts'
import type { Builder } from './builder.ts'
import type { HistogramPlan, MeanPlan } from './plan.ts'

/** A flag: down, up. */
const TWO_WAYS = 2

/** Name of what is kept, the variable that holds it, and its place there. */
interface Kept {
  readonly name: string
  readonly variable: string
  readonly at: number
}

/** Whole numbers; `days` bins for a day, the last of which means never. */
export function forceHistograms(builder: Builder, days: number): HistogramPlan[] {
  const { space, scenario } = builder
  const states = space.candidates.length + space.belligerents.length + 1
  const roles = space.candidates.map(({ leader, actor }, at) => ({
    name: `role:${leader}:${actor}`,
    variable: 'coalition.role',
    at,
  }))
  const joined = ofLeaders(builder, 'joined', 'coalition.joined')
  const fighting = ofLeaders(builder, 'fighting', 'coalition.combat')
  const assembly = space.drafts.flatMap((id, at) =>
    mayGoToAssembly(scenario, id) ? [{ name: `assembly:${id}`, variable: 'council.byAssembly', at }] : [],
  )
  const happened = space.injects.map((id, at) => ({
    name: `happened:${id}`,
    variable: 'inject.happenedOn',
    at,
  }))
  return [
    ...withBins(builder, roles, ROLE_LABELS.length),
    ...withBins(builder, [...joined, ...fighting], states),
    ...withBins(builder, assembly, TWO_WAYS),
    ...withBins(builder, happened, days),
  ]
}

/** Means over playouts of what stands at the horizon. */
export function forceMeans(builder: Builder): MeanPlan[] {
  const { scenario, space } = builder
  const { arsenals, coalitions } = scenario
  const everyone = (kind: string, variable: string): Kept[] =>
    space.belligerents.map((id, at) => ({ name: `${kind}:${id}`, variable, at }))
  const armed = space.belligerents.flatMap((id, at) => {
    const weapons = arsenals.get(id)?.weapons
    if (weapons === undefined) return []
    const stocks = WEAPON_LABELS.flatMap((weapon, column) =>
      weapons.has(weapon)
        ? [
            {
              name: `stock-${weapon}:${id}`,
              variable: 'arsenal.stock',
              at: at * WEAPON_LABELS.length + column,
            },
          ]
        : [],
    )
    const efforts = (['own', 'group', 'helper'] as const).map((who) => ({
      name: `effort-${who === 'own' ? who : `${who}s`}:${id}`,
      variable: `effort.${who}Share`,
      at,
    }))
    return [...efforts, ...stocks, ...firedBy(id, at)]
  })
  return placed(builder, [
    ...(coalitions.size > 0 ? everyone('legitimacy', 'legitimacy.level') : []),
    ...ofLeaders(builder, 'share-joined', 'coalition.share'),
    ...armed,
    ...(arsenals.size > 0 ? everyone('pain', 'arsenal.pain') : []),
  ])
}

/** Munitions by class, so that a report can weigh them anew. */
function firedBy(id: string, at: number): Kept[] {
  return [
    ...WEAPON_LABELS.flatMap((weapon, column) =>
      ['fired', 'helped'].map((who) => ({
        name: `${who}-${weapon}:${id}`,
        variable: `effort.${who}`,
        at: at * WEAPON_LABELS.length + column,
      })),
    ),
    { name: `fired-groups:${id}`, variable: 'effort.byGroup', at },
  ]
}

/** Of each belligerent whose side somebody may join. */
function ofLeaders({ space, scenario }: Builder, kind: string, variable: string): Kept[] {
  return space.belligerents.flatMap((id, at) =>
    scenario.coalitions.has(id) ? [{ name: `${kind}:${id}`, variable, at }] : [],
  )
}

/** Under a rule that lets it, and by a draft that anybody would take there. */
function mayGoToAssembly({ council }: Scenario, id: string): boolean {
  const law = council?.drafts.find((draft: Draft) => draft.id === id)?.quantities['assembly']?.law
  return council?.rule.bypass === true && law !== undefined && !(law.kind === 'fixed' && law.value === 0)
}

function withBins(builder: Builder, kept: readonly Kept[], bins: number): HistogramPlan[] {
  return placed(builder, kept).map((one) => ({ ...one, bins }))
}

/** None where no mechanism computes the variable. */
function placed({ slots }: Builder, kept: readonly Kept[]): { name: string; element: number }[] {
  return kept.flatMap(({ name, variable, at }) => {
    const slot = slots.get(variable)?.slot
    return slot ? [{ name, element: slot.offset + at }] : []
  })
}
