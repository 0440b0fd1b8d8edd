/**
 * The ledger of binding constraints in `foedus run`: where no help came, what kept it away, the most frequent first.
 * Only what stands above the noise of so few draws is named; the rest is one number.
 */
import type { Summary } from '../engine/summary.ts'
import { effective, FEW_EVENTS, playoutsOf } from '../judge/interval.ts'
import { ENTRIES, type Entry } from '../mechanisms/ledger.ts'
import { CHANNELS } from '../scenario/scenario.ts'
import { sumOf } from './bins.ts'
import { binsOf, entry, isFull, isTold, type Played, titled } from './blocks.ts'
import { actorName } from './names.ts'
import { countText, probabilityText, shareText } from './number-text.ts'

const ENTRY_WORDS: Readonly<Record<Entry, string>> = {
  given: 'help came',
  barred: 'barred',
  capacity: 'capacity',
  access: 'access',
  nuclearRisk: 'nuclear risk',
  opponentPower: "the opponent's power",
  thirdPartyCost: 'cost with third parties',
  domesticConstraint: 'constraint at home',
  othersSupply: 'what others give',
  unwilling: 'no single one',
  onItsWay: 'still on its way',
  routeClosed: 'no open route',
  overBefore: 'over before it came',
  takenOut: 'taken out of the world',
}

/** Two-sided 95 % of a normal: a share this many errors above 0 is no noise. */
const TWO_SIDED = 1.96
/** A tail of small shares says less than their sum. */
const MOST = 5

/** Beside the supporters' entries what bound most over all. */
export function ledgerBlock(played: Played): readonly string[] {
  const { summary, scenario, options } = played
  const dyads = scenario.dyads.filter(({ supporter }) => isTold(supporter, options))
  const each = dyads.map(({ supporter, recipient }) => ({
    name: `${actorName(supporter, scenario)} → ${actorName(recipient, scenario)}`,
    keys: CHANNELS.map((channel) => `bound:${supporter}:${recipient}:${channel}`),
  }))
  const all = each.length < 2 ? [] : [{ name: 'All together', keys: each.flatMap(({ keys }) => keys) }]
  // Under each supporter its channels have been told one by one already.
  const told = isFull(options) && all.length > 0 ? all : [...all, ...each]
  const rows = told.flatMap(({ name, keys }) => {
    const cells = ledgerCells(keys, summary)
    return cells.length === 0 ? [] : entry(`${name}, none in ${withoutText(keys, summary)}`, cells, options)
  })
  return titled('What held help back, where none came', rows, options)
}

/** In which share of the playouts, or of playouts and channels together, no help came: what the entries rest on. */
export function withoutText(names: readonly string[], summary: Summary): string {
  const kept = names.flatMap((name) => [binsOf(summary, name) ?? []]).filter((bins) => bins.length > 0)
  const [without, all] = [
    sumOf(kept.map((bins) => sumOf(bins.slice(1)))),
    kept.length * playoutsOf(summary.design),
  ]
  return kept.length === 1 ? shareText(without, summary.design) : probabilityText(without / all)
}

/** `nuclear risk 0.41`; together they make 1. Empty where the ledger was not kept or nothing was held back. */
export function ledgerCells(names: readonly string[], summary: Summary): readonly string[] {
  const tallies = names.flatMap((name) => binsOf(summary, name) ?? [])
  if (tallies.length === 0) return []
  const counts = ENTRIES.map((_, at) => sumOf(names.map((name) => binsOf(summary, name)?.[at] ?? 0)))
  const { design } = summary
  const without = sumOf(counts.slice(1))
  if (without === 0) return []
  if (without < FEW_EVENTS) return [`in ${countText(without)} cases only`]
  // Channels of one playout are no trials of their own, so a draw counts once however many are added up.
  const kept = names.filter((name) => binsOf(summary, name) !== undefined).length
  const trials = (effective(design) * without) / (playoutsOf(design) * kept)
  const ranked = ENTRIES.map((name, at) => ({ name, share: counts[at]! / without }))
    .slice(1)
    .filter(({ share }) => share > TWO_SIDED * Math.sqrt((share * (1 - share)) / trials))
    .sort((a, b) => b.share - a.share)
    .slice(0, MOST)
  const rest = 1 - sumOf(ranked.map(({ share }) => share))
  return [
    ...ranked.map(({ name, share }) => `${ENTRY_WORDS[name]} ${probabilityText(share)}`),
    ...(rest >= LEAST ? [`other ${probabilityText(rest)}`] : []),
  ]
}

/** Less than this would print as nothing. */
const LEAST = 0.005
