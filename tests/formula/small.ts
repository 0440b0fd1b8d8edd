/** A small grammar and a mechanism with one of everything, for the tests of equations. */
import {
  type Mechanism,
  mechanismsOver,
  type MechanismText,
  type Rounds,
} from '../../src/formula/mechanism.ts'
import type { Grammar } from '../../src/formula/parse.ts'
import { FormulaFault } from '../../src/formula/formula.ts'

export const GRAMMAR: Grammar = {
  axes: [
    { name: 'house', letters: ['h', 'i'] },
    { name: 'street', letters: ['s'] },
    { name: 'colour', letters: ['c'], labels: ['red', 'green'] },
    { name: 'day', letters: ['t'] },
  ],
  maps: { street: ['house', 'street'], paint: ['house', 'colour'] },
}

const TEXT: Omit<MechanismText, 'equations'> = {
  about: 'One of everything.',
  limits: 'Only a trial.',
  reads: {
    width: { of: 'h', unit: 'km', from: 'house' },
    age: { of: 'h', unit: 'day', from: 'house' },
    share: { of: 'h', unit: 'fraction', from: 'house' },
    open: { of: 'h', unit: 'flag', from: 'house' },
    mood: { of: 'hc', unit: 'fraction', from: 'house' },
    toll: { of: 's', unit: 'USD/day', from: 'street' },
    'w.pace': { of: '', unit: 'number', from: 'weight' },
  },
  constants: {
    oneDay: { value: 1, unit: 'day', source: 'a test' },
    oneKm: { value: 1, unit: 'km', source: 'a test' },
  },
  draws: { luck: { of: 'h', law: 'uniform' } },
}

export function small(...equations: readonly (string | Rounds)[]): Mechanism {
  return mechanismsOver(GRAMMAR)('small', { ...TEXT, equations })
}

/** Code of the fault in a text, and the very characters that it points at; undefined when there is none. */
export function faultOf(
  text: string | Rounds,
): { readonly code: string; readonly at: string; readonly message: string } | undefined {
  try {
    small(text)
    return undefined
  } catch (error) {
    if (!(error instanceof FormulaFault)) throw error
    const within = typeof text === 'string' ? text : text.text
    return {
      code: error.code,
      at: within.slice(error.stretch.start, error.stretch.end),
      message: error.message,
    }
  }
}
