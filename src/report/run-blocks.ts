/**
 * Blocks of `foedus run` beside support: who entered the fight, how the council's drafts
 * fared, how high it climbed between a supporter and the other side, and how it ended.
 */
import type { Summary } from '../engine/summary.ts'
import { ENDINGS } from '../mechanisms/axes.ts'
import { ENDING_WORDS } from '../mechanisms/metrics.ts'
import type { Draft, Scenario } from '../scenario/scenario.ts'
import { dayText, sumOf, tail } from './bins.ts'
import { entry, isTold, type Played, type RunScreenOptions, titled } from './blocks.ts'
import { shareText } from './number-text.ts'
import { actorName } from './quantity-text.ts'
import { standingText } from './standing-text.ts'
import { voteChanceLines } from './vote-chance-text.ts'
import { flow } from './wrap.ts'

/** Bins of `council:<draft>`. */
const [NOT_TABLED, WITHDRAWN, SHORT, VETOED, ADOPTED, PENDING] = [0, 1, 2, 3, 4, 5]
/** Rungs that are told. The lowest is reached by deaths in a clash, and passed by combat without any such clash. */
const TOLD_RUNGS = [
  [6, 'blood or direct combat'],
  [7, 'limited combat or more'],
  [8, 'conventional war or more'],
  [9, 'a nuclear threat or more'],
] as const

export function groupBlock(
  summary: Summary,
  scenario: Scenario,
  options: RunScreenOptions,
): readonly string[] {
  const rows = [...scenario.proxies.values()].flatMap(({ actor, ally }) => {
    const bins = summary.histograms.get(`entered:${actor}`)?.bins
    if (bins === undefined) return []
    const came = sumOf(bins.slice(0, -1))
    const cells = [`in the fight ${shareText(came, summary.design)}`, `first day ${dayText(bins)}`]
    return entry(`${actorName(actor, scenario)}, for ${actorName(ally, scenario)}`, cells, options)
  })
  return titled('Groups', rows, options)
}

export function councilBlock(
  summary: Summary,
  scenario: Scenario,
  options: RunScreenOptions,
): readonly string[] {
  const drafts = scenario.council?.drafts ?? []
  const rows = drafts.flatMap((draft) => draftRows(draft, { summary, scenario, options }))
  return titled(
    scenario.council?.name ?? '',
    rows.length === 0 ? [] : [...rows, ...standingRows(summary, scenario, options)],
    options,
  )
}

/** What the votes have done to each side by the last day. */
function standingRows(summary: Summary, scenario: Scenario, options: RunScreenOptions): readonly string[] {
  const { attackers, targets } = scenario.crisis
  const cells = [...attackers, ...targets].flatMap((id) => {
    const standing = standingText(id, summary)
    return standing === '' ? [] : [`${actorName(id, scenario)} ${standing}`]
  })
  return cells.length === 0
    ? []
    : entry('standing of each cause on the last day, from −1 to 1', cells, options)
}

function draftRows(draft: Draft, played: Played): readonly string[] {
  const { summary, options } = played
  const bins = summary.histograms.get(`council:${draft.id}`)?.bins
  if (bins === undefined) return []
  const share = (...kept: readonly number[]): string =>
    shareText(sumOf(kept.map((bin) => bins[bin] ?? 0)), summary.design)
  const cells = [
    `tabled ${share(WITHDRAWN, SHORT, VETOED, ADOPTED, PENDING)}`,
    `voted ${share(SHORT, VETOED, ADOPTED)}`,
    `adopted ${share(ADOPTED)}`,
    `vetoed ${share(VETOED)}`,
    `short ${share(SHORT)}`,
    `withdrawn ${share(WITHDRAWN)}`,
    `never tabled ${share(NOT_TABLED)}`,
    ...assemblyTexts(draft, summary),
  ]
  return [...entry(draft.title, cells, options), ...voteChanceLines(draft, played)]
}

/** Nothing where what is blocked cannot go on to the General Assembly. */
function assemblyTexts({ id, quantities }: Draft, { histograms, design }: Summary): readonly string[] {
  const adopted = histograms.get(`assembly:${id}`)?.bins[1]
  const chance = quantities['assembly']?.law
  const never = chance === undefined || (chance.kind === 'fixed' && chance.value === 0)
  return adopted === undefined || never
    ? []
    : [`adopted by the General Assembly ${shareText(adopted, design)}`]
}

export function rungBlock(
  summary: Summary,
  scenario: Scenario,
  options: RunScreenOptions,
): readonly string[] {
  const rows = scenario.dyads.flatMap(({ supporter, recipient }) => {
    const bins = summary.histograms.get(`rung:${supporter}:${recipient}`)?.bins
    if (bins === undefined || tail(bins, TOLD_RUNGS[0][0]) === 0 || !isTold(supporter, options)) return []
    const cells = TOLD_RUNGS.map(([rung, words]) => `${words} ${shareText(tail(bins, rung), summary.design)}`)
    return entry(`${actorName(supporter, scenario)}, for ${actorName(recipient, scenario)}`, cells, options)
  })
  return titled('Clashes with the other side', rows, options)
}

export function endingBlock(summary: Summary, options: RunScreenOptions): readonly string[] {
  const days = summary.histograms.get('ended:day')?.bins
  const how = summary.histograms.get('ended:how')?.bins
  if (days === undefined || how === undefined) return []
  const cells = [
    `first day ${dayText(days)}`,
    ...ENDINGS.map((ending, at) => `${ENDING_WORDS[ending]} ${shareText(how[at + 1] ?? 0, summary.design)}`),
    `not within the horizon ${shareText(how[0] ?? 0, summary.design)}`,
  ]
  return titled(
    'How the fighting ends',
    flow(
      cells.map((text) => ({ text })),
      { width: options.width, indent: 1 },
    ),
    options,
  )
}
