/**
 * The screen of `foedus run`: what was played, without any judgement of it. For each supporter and channel what was
 * resolved upon, delivered, seen and in time (support-block.ts) and what held help back (ledger-block.ts); then the
 * flows, groups, drafts, escalation and endings. About one supporter, only what it gives and does, in full.
 */
import type { Summary } from '../engine/summary.ts'
import { effective, playoutsOf } from '../judge/interval.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { isFull, type RunScreenOptions } from './blocks.ts'
import { ARSENAL_NOTES, arsenalBlock } from './arsenal-block.ts'
import { COALITION_NOTES, coalitionBlock } from './coalition-block.ts'
import { armsBlock, intelligenceBlock, marketBlock } from './flow-blocks.ts'
import { fightRateBlock } from './fight-rate-block.ts'
import { headline } from './headline.ts'
import { injectBlock } from './inject-block.ts'
import { ledgerBlock } from './ledger-block.ts'
import { countText, plain } from './number-text.ts'
import { routeBlock, routeNotes } from './route-block.ts'
import { KAHN_NOTE } from './rung-text.ts'
import { councilBlock, endingBlock, groupBlock, rungBlock } from './run-blocks.ts'
import { supportBlock } from './support-block.ts'
import { VOTE_NOTES } from './vote-chance-text.ts'
import { wrap } from './wrap.ts'

export type { RunScreenOptions } from './blocks.ts'

/** Two-sided 95 % of a normal: the draws are many. */
const TWO_SIDED = 1.96
/** A belief about others' help that still moves by more than this after the last round is told. */
const UNSETTLED = 0.001

export function runScreen(summary: Summary, scenario: Scenario, options: RunScreenOptions): string {
  const { width, of } = options
  const played = { summary, scenario, options }
  const support = supportBlock(played)
  const routes = routeBlock(played)
  const body = [
    ...support,
    ...fightRateBlock(played),
    ...ledgerBlock(played),
    ...routes,
    ...armsBlock(played),
    ...marketBlock(played),
    ...intelligenceBlock(played),
    ...(of === undefined ? groupBlock(summary, scenario, options) : []),
    ...(of === undefined ? councilBlock(summary, scenario, options) : []),
    ...(of === undefined ? coalitionBlock(played) : []),
    ...(of === undefined ? arsenalBlock(played) : []),
    ...rungBlock(summary, scenario, options),
    ...(of === undefined ? endingBlock(summary, options) : []),
    ...(of === undefined ? injectBlock(played) : []),
  ]
  const notes = footnotes(summary, options, { body, support, routes: routeNotes(routes) })
  const lines = [
    ...headline(scenario, playedText(summary), options),
    // Every block but the first brings its own blank line.
    ...(support.length === 0 ? [] : ['']),
    ...body,
    '',
    ...notes.flatMap((text) => wrap(text, { width, indent: 0, hang: 2 })),
  ]
  return `${lines.join('\n')}\n`
}

function playedText({ design }: Summary): string {
  const { batches, draws, playouts } = design
  return `${countText(playoutsOf(design))} playouts (${batches} × ${draws} × ${playouts})`
}

/** What stands on this screen is explained, and nothing else. */
function footnotes(
  { design, peaks, histograms }: Summary,
  options: RunScreenOptions,
  { body, support, routes }: Readonly<Record<'body' | 'support' | 'routes', readonly string[]>>,
): readonly string[] {
  const error = (TWO_SIDED * 0.5) / Math.sqrt(effective(design))
  const residual = peaks.get('belief-residual')?.value ?? 0
  const has = (pattern: RegExp): boolean => body.some((line) => pattern.test(line))
  const all: readonly (readonly [boolean, string])[] = [
    [
      residual > UNSETTLED,
      `What supporters expect of each other did not settle: it still moved by up to ${plain(residual)} of full support.`,
    ],
    [
      true,
      `Counted shares are right to ±${error.toFixed(3)} or better: ${countText(effective(design))} draws of the assumptions.`,
    ],
    [has(/ n=\d/u), `n=2: seen in 2 of ${countText(playoutsOf(design))} playouts, too few for a share.`],
    [
      support.length > 0,
      'Levels: 1 low, 2 substantial, 3 full; what they mean in each channel stands in theory/channels.yaml.',
    ],
    [
      has(/resolved/u),
      'resolved: decided on a level above 0. seen: credibly reported. in time: in effect while the fighting went on. race: of the playouts that saw both help and the end, how often help came first. first day: median (10-90 %) of the first delivery, among playouts that saw one.',
    ],
    [
      has(/resolved/u) && [...histograms.keys()].some((name) => name.startsWith('council:')),
      'A vote in the council is political support too, delivered without a decision of its own.',
    ],
    [
      isFull(options) && support.length > 0,
      'dose: levels times days, on average. on the eve: the choice in closed form, before news and delays.',
    ],
    [
      has(/held help back/u),
      'held back by: the one constraint without which help would have come; the weightiest where there are several. no single one: none of them, lifted alone, would have brought it. none in: of the playouts and channels, how many went without; the shares are of these.',
    ],
    ...routes.map((text) => [true, text] as const),
    ...[...VOTE_NOTES, ...COALITION_NOTES, ...ARSENAL_NOTES].map(
      ([pattern, text]) => [has(pattern), text] as const,
    ),
    [
      has(/Arms: from/u),
      'released, delivered, in effect: of all playouts, with the median day (10-90 %). units: delivered, median (10-90 %).',
    ],
    [
      has(/blood or direct combat/u),
      'blood or direct combat: deaths in a clash, or fighting against each other; “lethal clash” in a claim means the first alone.',
    ],
    [has(/blood or direct combat/u), KAHN_NOTE],
    [
      !isFull(options) && has(/resolved/u),
      'One supporter in full, channel by channel: --of <supporter>; all of them: -v.',
    ],
  ]
  return all.filter(([told]) => told).map(([, text]) => text)
}
