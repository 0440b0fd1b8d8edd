/**
 * The ladder of escalation in words, for reports: what each rung means, and beside it the group of the best-known
 * ladder, of 44 rungs (Kahn 1965, On Escalation; from memory, pages not checked), in which such acts stand.
 */
import { RUNGS } from './axes.ts'

export interface Rung {
  readonly rung: number
  /** Its name in the equations. */
  readonly id: (typeof RUNGS)[number]
  readonly words: string
  /** Kahn's group of rungs; absent where his ladder has not begun. */
  readonly kahn?: string
}

const WORDS: Readonly<Record<(typeof RUNGS)[number], readonly [words: string, kahn?: string]>> = {
  normal: ['normal relations'],
  protest: ['protest and open partisanship', 'subcrisis manoeuvring'],
  sanctions: ['trade that breaks or makes sanctions', 'subcrisis manoeuvring'],
  alert: ['show of force', 'traditional crises'],
  covertHelp: ['covert or small help to the fighting', 'traditional crises'],
  openArms: ['arms and training in the open', 'traditional crises'],
  incident: ['lethal incident', 'traditional crises'],
  limitedCombat: ['limited combat between the two', 'intense crises'],
  war: ['conventional war between the two', 'intense crises'],
  nuclearThreat: ['nuclear alert or threat', 'intense crises'],
  nuclearUse: ['nuclear use', 'bizarre crises'],
}

export const LADDER: readonly Rung[] = RUNGS.map((id, rung) => {
  const [words, kahn] = WORDS[id]
  return { rung, id, words, ...(kahn === undefined ? {} : { kahn }) }
})
