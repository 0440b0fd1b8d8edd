/**
 * The screen of `foedus ablate`: claim by claim and mechanism by mechanism, in as many tables as the screen's width
 * needs, what the mechanism adds to the probability or takes from it.
 */
import type { Design } from '../engine/summary.ts'
import type { Ablation, AblationRow } from '../judge/ablation.ts'
import { playoutsOf } from '../judge/interval.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { cellText, NOTHING, shownOf, UNASKED, wholeText } from './ablation-table.ts'
import type { Colour } from './colour.ts'
import { headline } from './headline.ts'
import { countText } from './number-text.ts'
import { cut, GAP, lengthOf, pad, wrap } from './wrap.ts'

export interface AblationScreenOptions {
  readonly width: number
  readonly colour: Colour
  readonly seed: number
  /** Names the claims that no mechanism moves. */
  readonly verbose: boolean
}

interface Played extends Ablation {
  readonly design: Design
}

/** Of the width, what the ids of the claims may take; the rest is for at least two columns. */
const ID_SHARE = 0.4
const WHOLE = 'all of it'

export function ablationScreen(ablation: Played, scenario: Scenario, options: AblationScreenOptions): string {
  const { design, mechanisms } = ablation
  const { width, colour } = options
  const played = `${countText(playoutsOf(design))} playouts with and without each of ${mechanisms.length} mechanisms`
  const paragraph = (text: string): readonly string[] => wrap(text, { width, indent: 2, hang: 2 })
  const lines = [
    ...headline(scenario, played, options),
    '',
    ...wrap('What each mechanism contributes', { width, indent: 0 }).map(colour.strong),
    ...paragraph(
      `The probability of a claim with the mechanism, less that without it: + the mechanism makes the claim likelier, − less likely. ± is 95 %; ${NOTHING} cannot be told from 0; ${UNASKED}: the claim is about what the mechanism computes.`,
    ),
    ...tables(ablation, options),
    '',
    ...restTexts(ablation, options.verbose).flatMap((text) => wrap(text, { width, indent: 0, hang: 2 })),
  ]
  return `${lines.join('\n')}\n`
}

interface Column {
  readonly head: string
  readonly cell: (row: AblationRow) => string
  readonly room: number
}

/** One table after another, each with the claims that have something to say in it. */
function tables(ablation: Played, { width, colour }: AblationScreenOptions): readonly string[] {
  const { columns, rows } = shownOf(ablation)
  if (rows.length === 0) return ['', '  no claim moves with any mechanism by more than the error']
  const ids = rows.map(({ claim }) => lengthOf(claim.id))
  const idRoom = Math.min(Math.max('claim'.length, ...ids), Math.floor(width * ID_SHARE))
  const columnOf = (head: string, cell: Column['cell']): Column => ({
    head,
    cell,
    room: Math.max(lengthOf(head), ...rows.map((row) => lengthOf(cell(row)))),
  })
  const whole = columnOf(WHOLE, wholeText)
  const parts = columns.map((at) =>
    columnOf(ablation.mechanisms[at]!, ({ parts: cells }) => cellText(cells[at]!)),
  )
  const room = width - 1 - idRoom - GAP - whole.room
  return split(parts, room).flatMap((group) => {
    const line = (name: string, cells: readonly string[]): string =>
      ` ${[pad(cut(name, idRoom), idRoom), ...cells].join(' '.repeat(GAP))}`.trimEnd()
    const all = [whole, ...group]
    const said = rows.filter((row) => group.some(({ cell }) => cell(row) !== NOTHING))
    return [
      '',
      colour.strong(
        line(
          'claim',
          all.map(({ head, room: wide }) => pad(head, wide)),
        ),
      ),
      ...said.map((row) =>
        line(
          row.claim.id,
          all.map(({ cell, room: wide }) => pad(cell(row), wide)),
        ),
      ),
    ]
  })
}

/** Columns in order, so many at a time as there is room for; at least one. */
function split(columns: readonly Column[], room: number): readonly (readonly Column[])[] {
  const groups: Column[][] = []
  let left = 0
  for (const column of columns) {
    const group = groups.at(-1)
    if (group && left >= GAP + column.room) group.push(column)
    else {
      groups.push([column])
      left = room
    }
    left -= GAP + column.room
  }
  return groups
}

/** What has no column or no row, and why. */
function restTexts(ablation: Played, verbose: boolean): readonly string[] {
  const { idle, still } = shownOf(ablation)
  const { apart } = ablation
  const named = (ids: readonly string[]): string => (verbose && ids.length > 0 ? ` (${ids.join(', ')})` : '')
  return [
    'A claim that a table leaves out cannot be told from 0 in any of its columns.',
    ...(idle.length === 0
      ? []
      : [`Without any of these every claim comes out as before: ${idle.join(', ')}.`]),
    ...(still.length === 0
      ? []
      : [`${claimsText(still.length)}: no mechanism moves it beyond the error${named(still)}`]),
    ...(apart.length === 0
      ? []
      : [
          `${claimsText(apart.length)} about the inputs, a condition, a change or history: not in the tables${named(apart)}`,
        ]),
    'Support and delivery are never left out: without them hardly a question is left.',
  ]
}

function claimsText(count: number): string {
  return `${count} ${count === 1 ? 'claim' : 'claims'}`
}
