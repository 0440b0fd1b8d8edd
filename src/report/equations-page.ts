/**
 * The page of equations: every mechanism's reads, constants, draws and equations, printed
 * from the nodes that run. Generated, so it cannot drift from the code.
 */
import type { Mechanism } from '../formula/mechanism.ts'
import { equationText, solveText } from '../formula/print.ts'
import { GRAMMAR } from '../mechanisms/axes.ts'
import { DAY } from '../mechanisms/mechanisms.ts'

export function equationsPage(): string {
  const steps = DAY.map(({ step, mechanisms }, at) => {
    const names = mechanisms.map(({ name }) => name).join(', ')
    return `${at}. ${step}${names ? `: **${names}**` : ''}`
  })
  const axes = GRAMMAR.axes.map(
    ({ name, letters }) => `${letters.join(', ')} ${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`,
  )
  return [
    '# Equations',
    '',
    'Printed from the code that runs; do not edit. What they mean is on [the page of the theory](theory.md).',
    `Letters: ${axes.join('; ')}. \`x[…, t−1]\` is yesterday's x, or the round before in a fixpoint.`,
    '`w_x` is a weight of `theory/weights.yaml`.',
    '',
    '## The order of the day',
    '',
    ...steps,
    '',
    ...DAY.flatMap(({ mechanisms }) => mechanisms.flatMap(mechanismSection)),
  ].join('\n')
}

function mechanismSection(mechanism: Mechanism): string[] {
  const constants = Object.entries(mechanism.constants ?? {})
  const draws = Object.entries(mechanism.draws ?? {})
  return [
    `## ${mechanism.name}`,
    '',
    mechanism.about,
    '',
    ...mechanism.blocks.flatMap(({ rounds, equations, solve }) => [
      ...(rounds > 1 ? [`Solved in ${rounds} rounds:`, ''] : []),
      '```text',
      ...(solve ? [solveText(solve)] : equations.map(equationText)),
      '```',
      '',
    ]),
    ...constants.map(([name, { value, unit, source }]) => `- ${name} = ${value} ${unit} (${source})`),
    ...(draws.length > 0
      ? [`- drawn once a playout: ${draws.map(([name, { law }]) => `${name} (${law})`).join(', ')}`]
      : []),
    ...(constants.length + draws.length > 0 ? [''] : []),
  ]
}
