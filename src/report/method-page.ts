/**
 * The page of the method: every mechanism with its equations as they are set in print, its numbers with their sources,
 * and what it cannot do. Generated from the nodes that run and the theory that is shipped, so it cannot drift.
 */
import { equationsTex, solveTex } from '../formula/tex.ts'
import type { Block, Mechanism } from '../formula/mechanism.ts'
import { CHANNEL_LABELS } from '../mechanisms/axes.ts'
import { DAY } from '../mechanisms/mechanisms.ts'
import { drawText, lettersText, type MethodFacts } from './method-facts.ts'
import type { MethodParameter } from './method-parameters.ts'
import { ruleLine } from './method-rules.ts'
import { defaultText, givenText, slowText, sourcesOf } from './method-words.ts'

export function methodPage(facts: readonly MethodFacts[]): string {
  const steps = DAY.map(({ step, mechanisms }, at) => {
    const names = mechanisms.map(({ name }) => `[${name}](#${name.toLowerCase()})`).join(', ')
    return `${at + 1}. ${step}${names ? `: ${names}` : ''}`
  })
  return [
    '# Method',
    '',
    'Printed from the code that runs and from `theory/`; do not edit. What it all means is on',
    '[the page of the theory](theory.md). On a terminal, `foedus method support` prints one mechanism as plain text.',
    '',
    `Letters: ${lettersText()}. A subscript $t-1$ is the value of yesterday, “before” that of the round before.`,
    '$w$ is a weight. A name with a dot in it belongs to another mechanism. A number is its median, with the range',
    'from 5 to 95 % behind it; the word in brackets says what it rests on: published, computed, unverified (known',
    'only by a hint) or judgement.',
    '',
    '## The order of the day',
    '',
    ...steps,
    '',
    ...facts.flatMap(mechanismSection),
  ].join('\n')
}

function mechanismSection(facts: MethodFacts): string[] {
  const { mechanism, place, step, weights, channels, constants, draws, rules, given } = facts
  const { name, about, limits, blocks } = mechanism
  return [
    `## ${name}`,
    '',
    `Step ${place}, ${step}. ${about}${slowText(mechanism)}`,
    '',
    `**Limits.** ${limits}`,
    '',
    ...blocks.flatMap((block) => blockLines(block, mechanism)),
    ...weightTable(weights),
    ...channelTable(channels),
    ...list(
      'Rival rules',
      rules.map(
        (rule) => `${ruleLine(rule)}. [${rule.tag}] ${rule.source}.${rule.why ? ` ${rule.why}` : ''}`,
      ),
    ),
    ...list(
      'Constants',
      constants.map((one) => `\`${one.name}\` = ${one.value} ${one.unit} (${one.source})`),
    ),
    ...list(
      'Drawn once a playout',
      draws.map((draw) => `\`${draw.name}\`: ${drawText(draw)}`),
    ),
    ...list('Given', given.map(givenText)),
  ]
}

function blockLines({ rounds, equations, solve }: Block, { kinds }: Mechanism): string[] {
  const shown = equations.map((equation) => ({
    equation,
    isFlag: kinds.get(equation.target)?.type === 'flag',
  }))
  return [
    ...(rounds > 1 ? [`Solved in ${rounds} rounds:`, ''] : []),
    ...(solve ? [solveTex(solve)] : equationsTex(shown, { rounds })).flatMap((tex) => [
      '```math',
      tex,
      '```',
      '',
    ]),
  ]
}

function weightTable(weights: readonly MethodParameter[]): string[] {
  return table(
    ['weight', 'default', 'unit', 'why', 'source'],
    weights.map((weight) => [
      `\`${weight.name.slice(weight.name.indexOf('.') + 1)}\``,
      defaultText(weight),
      weight.unit,
      weight.why ?? '',
      `[${weight.tag}] ${weight.source}`,
    ]),
  )
}

/** A row for each channel, a column for each number, and under the table what the columns rest on. */
function channelTable(numbers: readonly MethodParameter[]): string[] {
  const names = [...new Set(numbers.map(({ name }) => name))]
  const channels = CHANNEL_LABELS.filter((label) => numbers.some(({ channel }) => channel === label))
  const cell = (channel: string, name: string): string => {
    const found = numbers.find((one) => one.channel === channel && one.name === name)
    return found ? defaultText(found) : ''
  }
  return [
    ...table(
      ['channel', ...names.map((name) => `\`${name}\``)],
      channels.map((channel) => [channel, ...names.map((name) => cell(channel, name))]),
    ),
    ...list('These rest on', restLines(numbers)),
  ]
}

/** Numbers that rest on the same stand in one line. */
function restLines(numbers: readonly MethodParameter[]): string[] {
  const bySource = new Map<string, Set<string>>()
  for (const { name, unit } of numbers) {
    const rest = `${sourcesOf(numbers.filter((one) => one.name === name))}.`
    bySource.set(rest, (bySource.get(rest) ?? new Set()).add(`\`${name}\` (${unit})`))
  }
  return [...bySource].map(([rest, names]) => `${[...names].join(', ')}: ${rest}`)
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return []
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(heads), `|${'---|'.repeat(heads.length)}`, ...rows.map(line), '']
}

function list(title: string, rows: readonly string[]): string[] {
  return rows.length === 0 ? [] : [`${title}:`, '', ...rows.map((row) => `- ${row}`), '']
}
