/** Rungs of the ladder of escalation in words, with Kahn's group of rungs where there is room for it. */
import { LADDER } from '../mechanisms/rungs.ts'

/** '' for what is no rung. */
export function rungText(rung: number): string {
  return LADDER[rung]?.words ?? ''
}

/** `rung 7, limited combat between the two (Kahn: intense crises)` */
export function rungWithKahn(rung: number): string {
  const { words = '', kahn } = LADDER[rung] ?? {}
  const group = kahn === undefined ? '' : ` (Kahn: ${kahn})`
  return `rung ${rung}${words === '' ? '' : `, ${words}${group}`}`
}

/** From the rung of a lethal incident to that of a nuclear threat: those that a run tells of. */
const TOLD = [6, 7, 8, 9] as const

/** Where the rungs that are told stand on the best-known ladder. */
export const KAHN_NOTE: string = `On the ladder of Kahn (1965): ${TOLD.map(
  (rung) => `${LADDER[rung]?.words}: ${LADDER[rung]?.kahn}`,
).join('; ')}.`
