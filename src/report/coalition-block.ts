/** Coalitions in `foedus run`: how many states stand and fight on a side, and what each candidate comes to do. */
import { ROLE_LABELS } from '../mechanisms/axes.ts'
import type { Coalition } from '../scenario/scenario.ts'
import { quantile, sumOf, tail } from './bins.ts'
import { binsOf, entry, isFull, meanOf, type Played, titled } from './blocks.ts'
import { actorName } from './names.ts'
import { cellText, percentText, probabilityText } from './number-text.ts'
import { standingText } from './standing-text.ts'
import { cut, flow, pad, wrap } from './wrap.ts'

const NAME_WIDTH = 24
const ROLE_WIDTH = 11
const JOINED = 1
/** Unless all is asked for, so many candidates are named. */
const NAMED_MOST = 10
/** Numbers of states that come about more seldom are not told one by one. */
const SHARE_LEAST = 0.005

export function coalitionBlock(played: Played): readonly string[] {
  const { scenario, options } = played
  return [...scenario.coalitions.values()].flatMap((coalition) =>
    titled(
      `Who joins ${actorName(coalition.leader, scenario)}, by day ${scenario.crisis.horizon}`,
      coalitionRows(coalition, played),
      options,
    ),
  )
}

function coalitionRows(coalition: Coalition, played: Played): readonly string[] {
  const { summary, scenario, options } = played
  const { leader } = coalition
  const [joined, fighting] = ['joined', 'fighting'].map((kind) => binsOf(summary, `${kind}:${leader}`))
  if (joined === undefined || fighting === undefined) return []
  const share = meanOf(summary, `share-joined:${leader}`)
  // Where there is a council, its block tells of every side.
  const standing = scenario.council === undefined ? standingText(leader, summary) : ''
  const cells = [
    `on its side ${statesText(joined)}`,
    `fighting ${statesText(fighting)}`,
    ...(share === undefined ? [] : [`${percentText(share)} of the candidates by size`]),
    ...(standing === '' ? [] : [`standing of its cause ${standing}`]),
  ]
  return [
    ...flow(
      cells.map((text) => ({ text })),
      { width: options.width, indent: 1, hang: 3 },
    ),
    ...(isFull(options)
      ? [...numberLines('on its side', joined, played), ...numberLines('fighting', fighting, played)]
      : []),
    ...candidateRows(coalition, played),
  ]
}

/** `3 states (1-7)`: median and 10-90 %. */
function statesText(bins: readonly number[]): string {
  const [low, middle, high] = [0.1, 0.5, 0.9].map((q) => quantile(bins, q))
  return `${middle} ${middle === 1 ? 'state' : 'states'} (${low}-${high})`
}

/** The whole distribution. */
function numberLines(name: string, bins: readonly number[], { options }: Played): readonly string[] {
  const all = sumOf(bins)
  const cells = bins.flatMap((count, states) =>
    count / all < SHARE_LEAST ? [] : [`${states}: ${probabilityText(count / all)}`],
  )
  return entry(name, cells, options)
}

function candidateRows(
  { leader, candidates }: Coalition,
  { summary, scenario, options }: Played,
): readonly string[] {
  const known = [...candidates.keys()].flatMap((actor) => {
    const bins = binsOf(summary, `role:${leader}:${actor}`)
    return bins === undefined || sumOf(bins) === 0
      ? []
      : [{ actor, bins, joins: tail(bins, JOINED) / sumOf(bins) }]
  })
  if (known.length === 0) return []
  const sorted = [...known].sort((a, b) => b.joins - a.joins || (a.actor < b.actor ? -1 : 1))
  const shown = isFull(options) ? sorted : sorted.slice(0, NAMED_MOST)
  const left = sorted.length - shown.length
  const head = pad('', NAME_WIDTH) + ROLE_LABELS.map((role) => pad(role, ROLE_WIDTH)).join('')
  const rows = shown.map(({ actor, bins }) => {
    const name = pad(cut(`  ${actorName(actor, scenario)}`.trimStart(), NAME_WIDTH - 4), NAME_WIDTH - 2)
    const cells = ROLE_LABELS.map((_, role) => pad(cellText(bins[role] ?? 0, summary.design), ROLE_WIDTH))
    return `  ${name}${cells.join('')}`
  })
  return [
    ...[head, ...rows].map((row) => row.trimEnd()),
    ...(left > 0
      ? wrap(`and ${left} more that join less often: -v`, { width: options.width, indent: 2 })
      : []),
  ]
}

export const COALITION_NOTES: readonly (readonly [RegExp, string])[] = [
  [
    /Who joins/u,
    'none to combat: what each candidate has come to do by the last day; a role includes those before it. on its side: at basing or above, the belligerents included; median (10-90 %).',
  ],
]
