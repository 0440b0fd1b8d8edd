/**
 * Everything that can be told of a mechanism, from the code that runs and the theory that is shipped: nothing is
 * written down twice, so nothing can drift. Screen, page and JSON are three faces of this.
 */
import type { Constant, Draw, Mechanism, Read } from '../formula/mechanism.ts'
import { GRAMMAR } from '../mechanisms/axes.ts'
import { DAY } from '../mechanisms/mechanisms.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { channelNumbersOf, type MethodParameter, weightsOf } from './method-parameters.ts'
import { type MethodRule, rulesOf } from './method-rules.ts'

export interface MethodFacts {
  readonly mechanism: Mechanism
  /** Its place in the day, from 1, and what that step is called. */
  readonly place: number
  readonly step: string
  readonly weights: readonly MethodParameter[]
  readonly channels: readonly MethodParameter[]
  readonly constants: readonly (Constant & { readonly name: string })[]
  readonly draws: readonly (Draw & { readonly name: string })[]
  readonly rules: readonly MethodRule[]
  /** What the scenario and other mechanisms give, by who gives it. */
  readonly given: readonly Given[]
}

export interface Given {
  readonly from: string
  readonly reads: readonly (Read & { readonly name: string })[]
}

/** What the theory gives is told apart, with its numbers. */
const OF_THEORY: readonly string[] = ['weight', 'channel', 'form']

/** All mechanisms in the order of the day. */
export function methodFacts(theory: Scenario): MethodFacts[] {
  return DAY.flatMap(({ step, mechanisms }, at) =>
    mechanisms.map((mechanism) => ({
      mechanism,
      place: at + 1,
      step,
      weights: weightsOf(mechanism, theory),
      channels: channelNumbersOf(mechanism, theory),
      constants: named(mechanism.constants),
      draws: named(mechanism.draws),
      rules: rulesOf(mechanism, theory),
      given: givenTo(mechanism),
    })),
  )
}

function named<T extends object>(
  record: Readonly<Record<string, T>> = {},
): (T & { readonly name: string })[] {
  return Object.entries(record).map(([name, value]) => ({ ...value, name }))
}

/** Other mechanisms last. */
function givenTo({ reads }: Mechanism): Given[] {
  const all = named(reads).filter(({ from }) => !OF_THEORY.includes(from))
  const suppliers = [...new Set(all.map(({ from }) => from))].filter((from) => from !== 'mechanism')
  return [...suppliers, 'mechanism']
    .map((from) => ({ from, reads: all.filter((read) => read.from === from) }))
    .filter(({ reads: found }) => found.length > 0)
}

/** `dkl` → `dyad, channel and level`; nothing for one value. */
function axesText(letters: string): string {
  const names = [...letters].map(
    (letter) => GRAMMAR.axes.find((axis) => axis.letters.includes(letter))?.name ?? letter,
  )
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** `uniform for each group`; `normal for each dyad, the same for all dyads of a supporter` */
export function drawText({ law, of, whose }: Draw): string {
  const each = of === '' ? 'one for all' : `one for each ${axesText(of)}`
  return `${law}, ${each}${whose === 'supporter' ? ', the same in all dyads of a supporter' : ''}`
}

/** `d, e a dyad; k a channel; …` */
export function lettersText(): string {
  return GRAMMAR.axes
    .map(({ name, letters }) => `${letters.join(', ')} ${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`)
    .join('; ')
}
