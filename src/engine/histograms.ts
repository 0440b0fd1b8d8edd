/**
 * Which whole numbers of a playout are kept as distributions: how far support went and from
 * when, how drafts fared, when groups entered, how high it climbed, when and how it ended, and
 * what the flows brought.
 */
import { CHANNEL_LABELS, ENDINGS, LEVELS } from '../mechanisms/axes.ts'
import { flowHistograms, flowMeans, ledgerHistograms } from './flow-histograms.ts'
import { forceHistograms, forceMeans } from './force-histograms.ts'
import type { Builder } from './builder.ts'
import type { HistogramPlan, MeanPlan } from './plan.ts'

/** Rungs of the ladder of escalation, 0 normal to 10 nuclear use (docs/theory.md 11). */
const RUNGS = 11
/** Not tabled, withdrawn, short, vetoed, adopted, pending. */
const COUNCIL_OUTCOMES = 6

/** Days are told apart up to the horizon. */
export function histogramsOf(builder: Builder): HistogramPlan[] {
  const { space, scenario } = builder
  // The last bin means never.
  const days = space.sizes['day']! + 1
  const pairs = scenario.dyads.map(({ supporter, recipient }) => `${supporter}:${recipient}`)
  return [
    ...perDyadAndChannel(builder, 'delivery.peak').map((at) => ({
      ...at,
      name: `peak:${at.name}`,
      bins: LEVELS,
    })),
    ...perDyadAndChannel(builder, 'delivery.start').map((at) => ({
      ...at,
      name: `start:${at.name}`,
      bins: days,
    })),
    ...named(builder, 'council.outcome', { kind: 'council', ids: space.drafts, bins: COUNCIL_OUTCOMES }),
    ...named(builder, 'proxies.enteredOn', { kind: 'entered', ids: space.groups, bins: days }),
    ...named(builder, 'escalation.peak', { kind: 'rung', ids: pairs, bins: RUNGS }),
    ...named(builder, 'termination.endedOn', { kind: 'ended', ids: ['day'], bins: days }),
    ...named(builder, 'termination.outcome', { kind: 'ended', ids: ['how'], bins: ENDINGS.length + 1 }),
    ...ledgerHistograms(days).flatMap(([kind, variable, bins]) =>
      perDyadAndChannel(builder, variable).map((at) => ({ ...at, name: `${kind}:${at.name}`, bins })),
    ),
    ...flowHistograms(builder, days),
    ...forceHistograms(builder, days),
  ]
}

/** How likely each level was, in closed form, how much was given, and what got through. */
export function meansOf(builder: Builder): MeanPlan[] {
  return [
    ...choiceMeans(builder),
    ...perDyadAndChannel(builder, 'ledger.dose').map((at) => ({ ...at, name: `dose:${at.name}` })),
    ...flowMeans(builder),
    ...forceMeans(builder),
  ]
}

function choiceMeans(builder: Builder): MeanPlan[] {
  const slot = builder.slots.get('support.choice')?.slot
  if (!slot) return []
  return perDyadAndChannel(builder, 'support.decided').flatMap(({ name }, row) =>
    Array.from({ length: LEVELS }, (_, level) => ({
      name: `choice:${name}:${level}`,
      element: slot.offset + row * LEVELS + level,
    })),
  )
}

/** `kind:id` for every position of the variable; none where no mechanism computes it. */
function named(
  builder: Builder,
  variable: string,
  { kind, ids, bins }: { readonly kind: string; readonly ids: readonly string[]; readonly bins: number },
): HistogramPlan[] {
  const slot = builder.slots.get(variable)?.slot
  return slot ? ids.map((id, at) => ({ name: `${kind}:${id}`, element: slot.offset + at, bins })) : []
}

/** `delivery.peak` on [dyad, channel] → names and elements. */
function perDyadAndChannel(
  builder: Builder,
  variable: string,
): { readonly name: string; readonly element: number }[] {
  const slot = builder.slots.get(variable)?.slot
  if (!slot) return []
  return builder.scenario.dyads.flatMap(({ supporter, recipient }, dyad) =>
    CHANNEL_LABELS.map((channel, place) => ({
      name: `${supporter}:${recipient}:${channel}`,
      element: slot.offset + dyad * CHANNEL_LABELS.length + place,
    })),
  )
}
