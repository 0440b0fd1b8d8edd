/**
 * What a scorecard is made from: predictions beside the record. It is brought into one order first, so that the order
 * in which cells were read moves no digit.
 */
import { byText } from '../../scenario/fault-list.ts'
import { medianOf } from '../../scenario/median.ts'
import { CHANNELS, type ChannelId, type Scenario } from '../../scenario/scenario.ts'
import type { CodedCase, Confidence } from '../coded.ts'
import type { Cell, Forecaster } from '../prediction.ts'

export interface GroupForecast {
  readonly of: string
  readonly group: string
  /** Days from the start within which it is asked about. */
  readonly within: number
  /** The chance that it enters within them. */
  readonly p: number
  /** It did so within them. */
  readonly entered: boolean
  readonly inSample: boolean
}

export interface VoidCell {
  readonly of: string
  readonly supporter: string
  /** Absent: all channels of the supporter. */
  readonly channel?: ChannelId
  readonly because: string
}

/** Any of the ways of predicting gives this. */
export interface Predicted {
  readonly cells: readonly Cell[]
  readonly model: Forecaster
  /** The closed form of the same weights. */
  readonly frozen?: Forecaster
  readonly groups: readonly GroupForecast[]
  readonly voids: readonly VoidCell[]
}

/** What is known of a row beside its cells. */
export interface RowFact {
  readonly confidence: Confidence
  /** The recipient attacked, or is attacked. */
  readonly role: 'attacker' | 'attacked'
  /** The supporter's stake in the recipient on the eve, at its median; absent where no tie holds one. */
  readonly stake?: number
}

export function rowKey({ of, supporter, recipient }: Pick<Cell, 'of' | 'supporter' | 'recipient'>): string {
  return `${of}/${supporter}/${recipient}`
}

/** By key of the row. */
export function rowFacts(cases: readonly CodedCase[]): ReadonlyMap<string, RowFact> {
  return new Map(
    cases.flatMap(({ id, eve, deeds }) =>
      deeds.map(({ supporter, recipient, confidence }): [string, RowFact] => [
        rowKey({ of: id, supporter, recipient }),
        {
          confidence,
          role: eve.crisis.attackers.includes(recipient) ? 'attacker' : 'attacked',
          ...stakeIn(eve, `${supporter}-${recipient}`),
        },
      ]),
    ),
  )
}

function stakeIn({ ties }: Scenario, tie: string): Pick<RowFact, 'stake'> {
  const quantity = ties.get(tie)?.quantities['stake']
  return quantity === undefined ? {} : { stake: medianOf(quantity.law) }
}

/** By case, supporter, recipient and channel. */
export function inOrder(cells: readonly Cell[], forecasters: readonly Forecaster[]): Ordered {
  for (const { id, odds } of forecasters)
    if (odds.length !== cells.length)
      throw new Error(`${id} has ${odds.length} odds for ${cells.length} cells`)
  const places = cells.map((_, at) => at)
  const rank = ({ channel }: Cell): number => CHANNELS.indexOf(channel)
  places.sort((one, other) => {
    const [a, b] = [cells[one]!, cells[other]!]
    return byText(rowKey(a), rowKey(b)) || rank(a) - rank(b)
  })
  return {
    cells: places.map((at) => cells[at]!),
    forecasters: forecasters.map(({ id, odds }) => ({ id, odds: places.map((at) => odds[at]!) })),
  }
}

export interface Ordered {
  readonly cells: readonly Cell[]
  readonly forecasters: readonly Forecaster[]
}
