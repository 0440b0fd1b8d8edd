/** How far coders agree, on a screen: groups, their variables, and where they differ most. */
import type { Agreement, Alpha, Disagreement } from '../history/sheet/agreement.ts'
import { METRICS, VARIABLES } from '../history/sheet/sheet.ts'
import { lengthOf, pad, wrap } from './wrap.ts'

/** Krippendorff's advice: from here on rely on it, and from there on with caution. */
const RELIABLE = 0.8
const TENTATIVE = 0.667

const PROMISES = new Set(VARIABLES.filter(({ group }) => group === 'promises').map(({ id }) => id))

/** Columns of the table; with the word at the end they fill the narrowest screen. */
const NAME_WIDTH = 20
const WIDTHS = [6, 15, 5, 6]
const INDENT = 2

export interface AgreementLook {
  readonly width: number
  /** Files, in the order of the coders. */
  readonly names: readonly string[]
  /** How many disagreements are shown. */
  readonly most: number
}

export function agreementScreen(found: Agreement, { width, names, most }: AgreementLook): string {
  const told = (text: string, indent = 0): string[] => wrap(text, { width, indent })
  return [
    ...told(
      `${found.coders} coders, ${count(found.rows, 'row')} in ${count(found.cases, 'crisis', 'crises')}`,
    ),
    ...names.flatMap((name, at) => told(`${letter(at)}  ${name}`, INDENT)),
    '',
    ...told(
      `Krippendorff's alpha: 1 is perfect agreement, 0 what chance would bring, below 0 a systematic difference. Rely on ${RELIABLE} and more, draw tentative conclusions from ${TENTATIVE}. The 90 % interval draws the crises anew; same is the share of codings that are equal.`,
    ),
    '',
    line('', ['alpha', '90 % interval', 'n', 'same']),
    ...found.groups.flatMap(({ group, ...alpha }) => [
      row(`${group} (${METRICS[group]})`, alpha),
      ...found.variables
        .filter((variable) => variable.group === group)
        .map((variable) => row(` ${variable.id}`, variable)),
    ]),
    '',
    ...disagreements(found.disagreements, { width, most }),
    '',
  ].join('\n')
}

function row(name: string, found: Alpha): string {
  const { alpha, interval, units, same } = found
  return line(
    name,
    [
      alpha === undefined ? '—' : alpha.toFixed(2),
      interval === undefined ? '' : `${interval.low.toFixed(2)} to ${interval.high.toFixed(2)}`,
      String(units),
      same === undefined ? '' : `${Math.round(same * 100)} %`,
    ],
    judged(found),
  )
}

function line(name: string, numbers: readonly string[], word = ''): string {
  const cells = numbers.map((text, at) => right(text, WIDTHS[at]!))
  return `${pad(name, NAME_WIDTH)}${cells.join('')} ${word}`.trimEnd()
}

function judged({ alpha, units }: Pick<Alpha, 'alpha' | 'units'>): string {
  if (alpha === undefined) return units === 0 ? 'uncoded' : 'alike'
  if (alpha >= RELIABLE) return 'rely'
  return alpha >= TENTATIVE ? 'caution' : 'too low'
}

function disagreements(
  all: readonly Disagreement[],
  { width, most }: { readonly width: number; readonly most: number },
): string[] {
  if (all.length === 0) return wrap('Nowhere do they differ.', { width, indent: 0 })
  const shown = all.slice(0, most)
  const rest = all.length - shown.length
  return [
    ...wrap(
      `Where they differ most, as a share of what the scale allows, of ${count(all.length, 'difference')}:`,
      { width, indent: 0 },
    ),
    ...shown.flatMap((one) =>
      wrap(`${one.of}: ${one.supporter} for ${one.recipient}, ${one.variable}: ${saidText(one)}`, {
        width,
        indent: INDENT,
        hang: 2 * INDENT,
      }),
    ),
    ...(rest > 0 ? wrap(`and ${rest} more (--most ${all.length} shows all)`, { width, indent: INDENT }) : []),
  ]
}

/** `A 0.9, B 0.2` */
function saidText({ said, variable }: Disagreement): string {
  return said.map((value, at) => `${letter(at)} ${valueWord(variable, value)}`).join(', ')
}

function valueWord(variable: string, value: number | undefined): string {
  if (value === undefined) return '—'
  return PROMISES.has(variable) ? (value === 1 ? 'yes' : 'no') : String(value)
}

/** A, B, …, Z, A2, … */
function letter(at: number): string {
  const letters = 26
  const sign = String.fromCharCode('A'.charCodeAt(0) + (at % letters))
  return at < letters ? sign : `${sign}${Math.floor(at / letters) + 1}`
}

function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`
}

function right(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - lengthOf(text))) + text
}
