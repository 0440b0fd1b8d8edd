/** Arsenals in `foedus run`: what was fired and what is left, what was borne, and who bore the effort of a side. */
import { WEAPON_LABELS } from '../mechanisms/axes.ts'
import type { Arsenal } from '../scenario/scenario.ts'
import { amountText } from './amount-text.ts'
import { entry, isFull, meanOf, type Played, titled } from './blocks.ts'
import { type EffortShares, effortOf, effortShares, weighings } from './effort-shares.ts'
import { WEAPON_WORDS } from './force-metric-text.ts'
import { actorName } from './names.ts'
import { percentText } from './number-text.ts'
import { percentTexts } from './percents.ts'
import { wrap } from './wrap.ts'

const TITLE = 'Arsenals and who bears the effort'
const LEFT = { missile: 'missiles', drone: 'drones', strike: 'munitions for strikes' } as const

export function arsenalBlock(played: Played): readonly string[] {
  const { scenario, options } = played
  const rows = [...scenario.arsenals.values()].flatMap((arsenal) => arsenalRows(arsenal, played))
  return titled(TITLE, rows, options)
}

function arsenalRows({ belligerent, weapons }: Arsenal, played: Played): readonly string[] {
  const { summary, scenario, options } = played
  const mean = (kind: string): number | undefined => meanOf(summary, `${kind}:${belligerent}`)
  const counted = (kind: string, words: Readonly<Record<string, string>>, verb: string): string => {
    const parts = WEAPON_LABELS.filter((weapon) => weapons.has(weapon)).flatMap((weapon) => {
      const count = mean(`${kind}-${weapon}`)
      return count === undefined ? [] : [`${amountText(Math.round(count), 'count')} ${words[weapon]}`]
    })
    return parts.length === 0 ? '' : `${verb} ${parts.join(', ')}`
  }
  const pain = mean('pain')
  const cells = [
    counted('fired', WEAPON_WORDS, 'fired'),
    counted('stock', LEFT, 'left'),
    pain === undefined ? '' : `borne ${percentText(pain)} of what it can bear`,
  ].filter((text) => text !== '')
  const shares = shareLines(belligerent, played)
  if (cells.length + shares.length === 0) return []
  return [
    ...entry(actorName(belligerent, scenario), cells, options),
    ...shares.flatMap((text) => wrap(text, { width: options.width, indent: 3, hang: 5 })),
  ]
}

/** Of all playouts together, under three weighings; asked for more, also the mean over playouts, which claims ask about. */
function shareLines(belligerent: string, { summary, scenario, options }: Played): readonly string[] {
  const effort = effortOf(summary, belligerent)
  const [declared, ...anew] = weighings(scenario, effort).flatMap(({ says, weights }) => {
    const shares = effort && effortShares(effort, weights)
    return shares === undefined ? [] : [{ says, text: sharesText(shares) }]
  })
  const [own, groups, helpers] = ['own', 'groups', 'helpers'].map((who) =>
    meanOf(summary, `effort-${who}:${belligerent}`),
  )
  const isKept = own !== undefined && groups !== undefined && helpers !== undefined
  return [
    ...(declared === undefined ? [] : [`of all that is expended in all playouts: ${declared.text}`]),
    ...(anew.length === 0
      ? []
      : [`weighed anew: ${anew.map(({ says, text }) => `${says} ${text}`).join('; ')}`]),
    ...(isFull(options) && isKept && own + groups + helpers > 0
      ? [`mean of the shares of each playout: ${sharesText({ own, groups, helpers })}`]
      : []),
  ]
}

/** `own 81 %, groups 12 %, helpers 7 %` */
function sharesText(shares: EffortShares): string {
  const all = shares.own + shares.groups + shares.helpers
  const [own, groups, helpers] = percentTexts(
    [shares.own, shares.groups, shares.helpers].map((share) => share / all),
  )
  return `own ${own}, groups ${groups}, helpers ${helpers}`
}

export const ARSENAL_NOTES: readonly (readonly [RegExp, string])[] = [
  [
    /of all that is expended/u,
    'of all that is expended: who bears the effort of a side, by munitions, each by the weight of its class (theory/weights.yaml). weighed anew: the same under other weights.',
  ],
  [
    /mean of the shares of each playout/u,
    'mean of the shares: each playout counts alike, however much was expended in it; a claim on a share of the effort asks each playout for its own.',
  ],
]
