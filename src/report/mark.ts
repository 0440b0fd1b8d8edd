/** The mark, the colour and the rank of a verdict: one look wherever it is shown. */
import type { Verdict } from '../judge/verdict.ts'
import type { Colour } from './colour.ts'
import { type Cell, pad } from './wrap.ts'

const MARKS: Readonly<Record<Verdict, string>> = {
  holds: '●',
  fails: '✗',
  unresolved: '◐',
  'not testable': '○',
}

/** Worst first: what fails needs the reader most, what nobody can test needs them least. */
const WORST_FIRST: readonly Verdict[] = ['fails', 'unresolved', 'holds', 'not testable']

/** Wide enough for the longest mark and word. */
export const VERDICT_WIDTH = 14

/** Mark and word in a column of their own. */
export function verdictCell(verdict: Verdict, colour: Colour): Cell {
  return { text: pad(`${markOf(verdict)} ${verdict}`, VERDICT_WIDTH), style: colourOf(verdict, colour) }
}

export function markOf(verdict: Verdict): string {
  return MARKS[verdict]
}

export function rankOf(verdict: Verdict): number {
  return WORST_FIRST.indexOf(verdict)
}

export function colourOf(verdict: Verdict, colour: Colour): (text: string) => string {
  return verdict === 'not testable' ? colour.notTestable : colour[verdict]
}
