/** Worst first: the cells and the cases that cost most, and the kinds of cells that the model is bad at. */
import type { Scorecard } from '../history/score/scorecard.ts'
import { LEAST_CELLS, type Kind, mostBiased, worseThanClimatology } from '../history/score/weak.ts'
import type { Section, Table } from './scorecard-section.ts'
import {
  cellText,
  NONE,
  oddsText,
  hasIntervals,
  numberText,
  savedText,
  scoreText,
} from './scorecard-words.ts'

const WORST_SHOWN = 15
const BIASED_SHOWN = 5

export function weakSections(card: Scorecard): readonly Section[] {
  return [worst(card), bad(card), byCase(card)]
}

function worst({ worst: misses }: Scorecard): Section {
  return {
    title: 'Worst first',
    says: [
      `The ${numberText(Math.min(WORST_SHOWN, misses.length), 'cell that costs', 'cells that cost')} most. Said: the chance of no / low / substantial / full support. Was: the level recorded, 0 to 3; ? where the coder is not sure.`,
    ],
    tables: [missTable(misses.slice(0, WORST_SHOWN))],
  }
}

function missTable(misses: Scorecard['worst']): Table {
  return {
    head: ['score', 'case', 'said', 'was', 'who, what'],
    rows: misses.map(({ cell, odds, score }) => [
      scoreText(score),
      cell.of,
      oddsText(odds),
      `${cell.recorded}${cell.unsure ? ' ?' : ''}`,
      cellText(cell),
    ]),
  }
}

function bad(card: Scorecard): Section {
  const { kinds } = card
  const worse = worseThanClimatology(kinds)
  const surely = worse.filter(({ difference }) => (difference.low ?? 0) > 0).length
  return {
    title: 'What it is bad at',
    says: [
      worseCrises(card),
      worse.length === 0
        ? `Of ${numberText(kinds.length, 'kind')} of cells, none is forecast worse than by climatology.`
        : `Of ${numberText(kinds.length, 'kind')} of cells, ${worse.length} ${worse.length === 1 ? 'is' : 'are'} forecast worse than by climatology${hasIntervals(card) ? `, ${surely} of them beyond the 90 % interval` : ''}.`,
      `Kinds are chosen by what was known beforehand or by what was said, never by what happened, and have at least ${LEAST_CELLS} cells. A cell is in several.`,
    ],
    tables: [
      ...(worse.length === 0 ? [] : [worseTable(worse)]),
      biasTable('any support', kinds, 'any'),
      biasTable('substantial support', kinds, 'substantial'),
    ].filter(({ rows }) => rows.length > 0),
    notes: [
      `Recorded less said: + more happened than the model gave a chance to, − less. The largest first${hasIntervals(card) ? ', those beyond their interval before the others' : ''}; the cases that add most to it.`,
    ],
  }
}

/** By name, the crises in which saying what is usual, or what is promised, would have been better. */
function worseCrises({ byCase: slices }: Scorecard): string {
  const worseThan = (name: string): string => {
    const found = slices.filter(({ scores }) => {
      const valueOf = (id: string): number => scores.find((one) => one.id === id)!.value
      return valueOf('model') > valueOf(name)
    })
    return found.map(({ id }) => id).join(', ') || 'none'
  }
  return `Crises forecast worse than by climatology: ${worseThan('climatology')}; worse than by obligation-only: ${worseThan('obligation-only')}.`
}

function worseTable(kinds: readonly Kind[]): Table {
  return {
    head: ['worse', 'cells', 'ranked score more', 'most in'],
    rows: kinds.map(({ id, cells, difference, cases }) => [
      id,
      String(cells),
      savedText(difference),
      cases.difference.join(', ') || NONE,
    ]),
  }
}

function biasTable(head: string, kinds: readonly Kind[], level: 'any' | 'substantial'): Table {
  return {
    head: [head, 'cells', 'recorded less said', 'most in'],
    rows: mostBiased(kinds, level, BIASED_SHOWN).map((kind) => [
      kind.id,
      String(kind.cells),
      savedText(kind[level]),
      kind.cases[level].join(', ') || NONE,
    ]),
  }
}

function byCase({ byCase: slices }: Scorecard): Section {
  return {
    title: 'Case by case',
    says: ['Ranked scores, the dearest case first.'],
    tables: [sliceTable('case', slices)],
  }
}

/** The table fits 80 columns. */
const SHORT: Readonly<Record<string, string>> = {
  'obligation-only': 'obligation',
  'same-as-last-time': 'last time',
}

export function sliceTable(what: string, slices: Scorecard['byCase']): Table {
  const names = slices[0]?.scores.map(({ id }) => id) ?? []
  return {
    head: [what, 'cells', ...names.map((name) => SHORT[name] ?? name.replaceAll('-', ' '))],
    rows: slices.map(({ id, cells, scores }) => [
      id,
      String(cells),
      ...scores.map(({ value }) => scoreText(value)),
    ]),
  }
}
