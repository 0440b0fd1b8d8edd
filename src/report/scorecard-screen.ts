/** The scorecard on a screen; a table that is too wide is told line by line. */
import type { Scorecard } from '../history/score/scorecard.ts'
import type { Colour } from './colour.ts'
import { shutTexts, WHAT_IS_SCORED } from './scorecard-frank.ts'
import type { Section, Table } from './scorecard-section.ts'
import { sectionsOf } from './scorecard-sections.ts'
import { numberText } from './scorecard-words.ts'
import { flow, lengthOf, pad, wrap } from './wrap.ts'

export interface ScorecardScreen {
  readonly width: number
  readonly colour: Colour
  /** What was scored, in one line: `14 crises, each predicted from the 13 others`. */
  readonly what: string
}

const INDENT = 2
/** Spaces between columns. */
const APART = 2
/** A last column with less room than this stands under its row, so far in. */
const LEAST_LAST = 20
const UNDER = 6

export function scorecardScreen(card: Scorecard, { width, colour, what }: ScorecardScreen): string {
  const counts = `${numberText(card.cells, 'cell')} · ${numberText(card.rows, 'supporter')} · seed ${card.seed}`
  const head = flow([{ text: what, style: colour.strong }, { text: counts }], { width, indent: 0 })
  const small = [WHAT_IS_SCORED, ...shutTexts(card)].flatMap((text) => wrap(text, { width, indent: 0 }))
  const lines = sectionsOf(card).flatMap((section) => ['', ...sectionLines(section, width, colour)])
  return `${[...head, ...small, ...lines].join('\n')}\n`
}

function sectionLines(
  { title, says, tables, notes = [] }: Section,
  width: number,
  colour: Colour,
): readonly string[] {
  const paragraph = (text: string): readonly string[] => wrap(text, { width, indent: INDENT })
  return [
    ...wrap(title, { width, indent: 0 }).map(colour.strong),
    ...says.flatMap(paragraph),
    ...tables.flatMap((table) => ['', ...tableLines(table, width, colour)]),
    ...(notes.length > 0 && tables.length > 0 ? [''] : []),
    ...notes.flatMap(paragraph),
  ]
}

/** In columns if there is room, the last one wrapped or under its row; else row by row. */
function tableLines({ head, rows }: Table, width: number, colour: Colour): readonly string[] {
  const rooms = head.map((name, at) => Math.max(lengthOf(name), ...rows.map((row) => lengthOf(row[at]!))))
  const start = INDENT + rooms.slice(0, -1).reduce((sum, room) => sum + room + APART, 0)
  if (start - APART > width) return brokenLines({ head, rows }, width, colour)
  const room = Math.min(rooms.at(-1)!, width - start)
  const under = room < Math.min(LEAST_LAST, rooms.at(-1)!)
  const line = (cells: readonly string[]): readonly string[] => {
    const last = cells.at(-1)!
    const before = cells.slice(0, -1).map((cell, at) => pad(cell, rooms[at]!) + ' '.repeat(APART))
    const first = ' '.repeat(INDENT) + before.join('')
    if (under) return [first.trimEnd(), ...wrap(last, { width, indent: UNDER })]
    const [top = '', ...more] = wrap(last, { width: room, indent: 0 })
    return [(first + top).trimEnd(), ...more.map((text) => ' '.repeat(start) + text)]
  }
  return [...line(head).map(colour.strong), ...rows.flatMap(line)]
}

/** Row by row, the columns one after another on as many lines as they need. */
function brokenLines({ head, rows }: Table, width: number, colour: Colour): readonly string[] {
  const line = (cells: readonly string[], style?: (text: string) => string): readonly string[] =>
    flow(
      cells.map((text) => (style === undefined ? { text } : { text, style })),
      { width, indent: INDENT, hang: INDENT * 2 },
    )
  return [...line(head, colour.strong), ...rows.flatMap((row) => line(row))]
}
