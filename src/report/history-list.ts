/** The coded crises on a screen and as JSON: who is asked about in each, and how much the record tells. */
import { formatDate } from '../base/date.ts'
import type { CodedCase } from '../history/coded.ts'
import { CHANNELS } from '../scenario/scenario.ts'
import { envelope, type Json, type JsonOptions, toJson } from './json.ts'
import { lengthOf, pad, wrap } from './wrap.ts'

interface Line {
  readonly id: string
  readonly title: string
  /** The last day of which anything may be known. */
  readonly eve: string
  /** Supporters, each with the side that it might have helped. */
  readonly rows: number
  /** Levels that were recorded. */
  readonly cells: number
  readonly void: number
  readonly groups: number
  /** Whom no mechanism can be asked about. */
  readonly left: number
}

function lineOf({ id, eve, deeds, groups, left }: CodedCase): Line {
  const cells = deeds.reduce((sum, { levels }) => sum + levels.size, 0)
  return {
    id,
    title: eve.title,
    eve: formatDate(eve.asOf),
    rows: deeds.length,
    cells,
    void: deeds.length * CHANNELS.length - cells,
    groups: groups.length,
    left: left.length,
  }
}

const COUNTS = ['rows', 'cells', 'void', 'groups', 'left'] as const
const HEADS: readonly string[] = ['crisis', 'eve', ...COUNTS]
const GAP = '  '
/** Id and day; the counts stand to the right of their columns. */
const WORDS = 2

export function historyListScreen(
  cases: readonly CodedCase[],
  { width }: { readonly width: number },
): string {
  const lines = cases.map(lineOf)
  const total = (count: (typeof COUNTS)[number]): number => lines.reduce((sum, line) => sum + line[count], 0)
  const table = [
    HEADS,
    ...lines.map((line) => [line.id, line.eve, ...COUNTS.map((count) => String(line[count]))]),
    ['all', '', ...COUNTS.map((count) => String(total(count)))],
  ]
  const widths = HEADS.map((_, column) => Math.max(...table.map((cells) => lengthOf(cells[column]!))))
  const shown = table.map((cells) =>
    cells
      .map((cell, column) => (column < WORDS ? pad(cell, widths[column]!) : cell.padStart(widths[column]!)))
      .join(GAP)
      .trimEnd(),
  )
  const told = (text: string): string[] => wrap(text, { width, indent: 0 })
  return [
    ...told(
      `${cases.length} coded ${cases.length === 1 ? 'crisis' : 'crises'}: what was known on the eve, and what outsiders then did.`,
    ),
    '',
    ...shown,
    '',
    ...told(
      'A row is a supporter and the side that it might have helped; a cell, one of seven channels with the level recorded, 0 to 3. Void: nobody can tell. Left: no mechanism can be asked.',
    ),
    '',
  ].join('\n')
}

export function historyListJson(cases: readonly CodedCase[], options: JsonOptions): Json {
  return { ...envelope('histories', options), cases: toJson(cases.map(lineOf)) }
}
