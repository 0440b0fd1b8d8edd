/** How likely each member of the council is to vote how, as a mean over draws of the assumptions. */
import { interpreter } from './interpreter.ts'
import { elementOf, lensOf } from './lens.ts'
import type { Plan } from './plan.ts'
import { numberOf, replayOf } from './replay.ts'
import type { Scenario } from '../scenario/scenario.ts'

/** Probabilities 0-1, means over the draws of the first batch; what is missing to 1 stays away. */
export interface VoteChance {
  readonly yes: number
  readonly abstain: number
  readonly no: number
}

/** By draft, then by member. */
export type VoteChances = ReadonlyMap<string, ReadonlyMap<string, VoteChance>>

/** Where no council is played there is nothing. One batch is enough: its draws are spread evenly over every range. */
export function voteChances(scenario: Scenario, plan: Plan): VoteChances {
  const lens = lensOf(scenario)
  const council = lens.mechanisms.find(({ name }) => name === 'council')
  if (council === undefined || lens.space.drafts.length === 0) return new Map()
  const { drafts, members } = lens.space
  const [yes, abstain, no] = ['yesUpTo', 'abstainUpTo', 'noUpTo'].map((name) => lens.meaning(council, name))
  const sums = drafts.map(() => members.map(() => ({ yes: 0, abstain: 0, no: 0 })))
  const replay = replayOf(plan, interpreter(plan.program, 1))
  const { draws } = plan.design
  for (let draw = 0; draw < draws; draw++) {
    const at = { batch: 0, draw, playout: 0 }
    const see = ({ today }: { readonly today: Float64Array }): void => {
      const read = (slot: typeof yes, q: number, v: number): number =>
        typeof slot === 'object' ? today[elementOf(slot, [q, v])]! : Number(slot)
      sums.forEach((row, q) => {
        row.forEach((sum, v) => {
          const [one, two, three] = [read(yes, q, v), read(abstain, q, v), read(no, q, v)]
          sum.yes += one / draws
          sum.abstain += (two - one) / draws
          sum.no += (three - two) / draws
        })
      })
    }
    replay({ ...at, number: numberOf(plan.design, at) }, { to: 0, see })
  }
  return new Map(drafts.map((id, q) => [id, new Map(members.map((member, v) => [member, sums[q]![v]!]))]))
}
