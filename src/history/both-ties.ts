/** A supporter is coded towards both sides: without a tie to the other one, rivalry and nuclear danger would be read as none. */
import type { Fault, Span } from '../base/fault.ts'
import { fault } from '../scenario/fault-list.ts'
import type { Scenario, Tie } from '../scenario/scenario.ts'
import { opponentsOf, TOWARDS_OPPONENT } from './sheet/sheet-of.ts'

/** `at`: where a tie can be added. */
export function missingTies({ crisis, dyads, ties }: Scenario, at: Span): Fault[] {
  return dyads.flatMap(({ supporter, recipient }) => {
    const others = opponentsOf(crisis, recipient)
    if (others.some((other) => isStated(ties.get(`${supporter}-${other}`)))) return []
    const says = `no tie runs from ${supporter} to the other side, ${others.join(', ')}: its rivalry, nuclear danger and power would count as none`
    const suggestion = `{ from: ${supporter}, to: ${others[0]}, rivalry: …, nuclearRisk: …, opponentPower: … }`
    return [fault('missing-tie', at, { says, suggestion })]
  })
}

/** The checker puts a tie in the place of one that is not there. */
function isStated(tie: Tie | undefined): boolean {
  return Object.values(TOWARDS_OPPONENT).some((name) => tie?.quantities[name]?.assumed === false)
}
