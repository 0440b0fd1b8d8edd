/** Who was first, what was sent or the end of the fighting: one code for help of every channel and for arms. */
import type { Mechanism } from '../formula/mechanism.ts'

/** No race where either has not come; and how many codes there are. */
const NO_RACE = 0
export const HELP_FIRST = 1
export const END_FIRST = 2
export const RACES = 3

const source = 'its place among no race, help first, end first'

/** For the equations that enter a race. */
export const RACE_CODES: NonNullable<Mechanism['constants']> = {
  noRace: { value: NO_RACE, unit: 'number', source },
  helpFirst: { value: HELP_FIRST, unit: 'number', source },
  endFirst: { value: END_FIRST, unit: 'number', source },
}
