/** The screen of `foedus method`: the order of the day, and mechanism by mechanism what it computes and from what. */
import { equationText, solveText } from '../formula/print.ts'
import { DAY } from '../mechanisms/mechanisms.ts'
import type { Colour } from './colour.ts'
import { drawText, lettersText, type MethodFacts } from './method-facts.ts'
import type { MethodParameter } from './method-parameters.ts'
import { ruleLine } from './method-rules.ts'
import { defaultText, givenText, slowText, sourcesOf, unitWord } from './method-words.ts'
import { wrap } from './wrap.ts'

export interface MethodScreenOptions {
  readonly width: number
  readonly colour: Colour
}

/** `told`: those that are asked for; the order of the day stands above all of them. */
export function methodScreen(told: readonly MethodFacts[], options: MethodScreenOptions): string {
  const { width, colour } = options
  const names = told.map(({ mechanism }) => mechanism.name)
  const steps = DAY.flatMap(({ step, mechanisms }, at) => {
    const who = mechanisms.map(({ name }) => (names.includes(name) ? colour.strong(name) : name)).join(', ')
    return wrap(`${String(at + 1).padStart(2)}  ${step}${who === '' ? '' : `: ${who}`}`, {
      width,
      indent: 1,
      hang: 5,
    })
  })
  const letters = [`Letters: ${lettersText()}.`, 'x[…, t−1] is the x of yesterday, or of the round before.']
  const lines = [
    colour.strong('The order of the day'),
    ...steps,
    '',
    ...letters.flatMap((text) => wrap(text, { width, indent: 0 })),
    ...told.flatMap((facts) => mechanismLines(facts, options)),
  ]
  return `${lines.join('\n')}\n`
}

function mechanismLines(facts: MethodFacts, { width, colour }: MethodScreenOptions): string[] {
  const { mechanism, place, step, weights, channels, constants, draws, rules, given } = facts
  const list = (title: string, rows: readonly string[]): string[] =>
    rows.length === 0
      ? []
      : ['', ` ${title}`, ...rows.flatMap((row) => wrap(row, { width, indent: 3, hang: 5 }))]
  return [
    '',
    colour.strong(mechanism.name),
    ...wrap(`Step ${place}, ${step}. ${mechanism.about}${slowText(mechanism)}`, { width, indent: 1 }),
    ...wrap(`Limits: ${mechanism.limits}`, { width, indent: 1 }),
    ...mechanism.blocks.flatMap(({ rounds, equations, solve }) => [
      '',
      ...(rounds > 1 ? [` Solved in ${rounds} rounds:`] : []),
      ...(solve ? [solveText(solve)] : equations.map(equationText)).flatMap((text) =>
        wrap(text, { width, indent: 3, hang: 7 }),
      ),
    ]),
    ...list('Weights: median (5 % to 95 %), source, reason', weights.map(weightLine)),
    ...list('Numbers of the channels', channelLines(channels)),
    ...list(
      'Rival rules',
      rules.map((rule) => `${ruleLine(rule)}. [${rule.tag}] ${rule.source}`),
    ),
    ...list(
      'Constants',
      constants.map(({ name, value, unit, source }) => `${name} = ${value} ${unit} (${source})`),
    ),
    ...list(
      'Drawn once a playout',
      draws.map((draw) => `${draw.name}: ${drawText(draw)}`),
    ),
    ...list('Given', given.map(givenText)),
  ]
}

function weightLine(weight: MethodParameter): string {
  const { name, unit, tag, source, why } = weight
  return `${name} ${defaultText(weight)}${unitWord(unit)}. [${tag}] ${source}.${why === undefined ? '' : ` ${why}`}`
}

/** All channels of one number in one paragraph. */
function channelLines(numbers: readonly MethodParameter[]): string[] {
  const names = [...new Set(numbers.map(({ name }) => name))]
  return names.map((name) => {
    const own = numbers.filter((one) => one.name === name)
    const each = own.map((one) => `${one.channel} ${defaultText(one)}`).join(', ')
    return `${name}${unitWord(own[0]!.unit)}: ${each}. ${sourcesOf(own)}`
  })
}
