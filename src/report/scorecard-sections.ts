/** The scorecard section by section: the bars and what the model is bad at come before what it is good at. */
import type { Scorecard } from '../history/score/scorecard.ts'
import { LOG_FLOOR } from '../history/score/score.ts'
import type { Scored } from '../history/score/standings.ts'
import { LEAST_CRISES } from '../history/score/bootstrap.ts'
import { PSEUDO_CELLS } from '../history/score/baseline.ts'
import { countText } from './number-text.ts'
import { besideSections } from './scorecard-beside.ts'
import { detailSections } from './scorecard-detail.ts'
import { nulls, secondTexts, stakeText } from './scorecard-frank.ts'
import type { Section, Table } from './scorecard-section.ts'
import { weakSections } from './scorecard-weak.ts'
import {
  barsText,
  barText,
  hasIntervals,
  NONE,
  numberText,
  savedText,
  scoredText,
} from './scorecard-words.ts'

export function sectionsOf(card: Scorecard): readonly Section[] {
  return [
    bars(card),
    headline(card),
    ...nulls(card),
    ...weakSections(card),
    ...detailSections(card),
    ...besideSections(card),
  ]
}

function bars(card: Scorecard): Section {
  return {
    title: 'The bars',
    says: [[barsText(card.bars), ...secondTexts(card)].join(' '), ...card.bars.map(barText)],
    tables: [],
  }
}

function headline(card: Scorecard): Section {
  const { rps, log, combat } = card.scores
  return {
    title: 'The scores',
    says: [
      hasIntervals(card)
        ? `In brackets 90 % intervals: ${countText(card.resamples)} times as many cases are drawn anew from the ${card.cases.length}, whole and with replacement. A difference is the model less the other on the same draws, so that below 0 the model is better.`
        : `No intervals: they draw crises anew, and ${numberText(card.cases.length, 'crisis is', 'crises are')} too few for it (fewer than ${LEAST_CRISES}). A difference is the model less the other, so that below 0 the model is better.`,
      'Ranked probability score: 0 is a forecaster who knew, 1 one who was sure of the furthest level.',
      stakeText(card),
    ],
    tables: [
      scoreTable('ranked score', rps),
      scoreTable('log score', log),
      scoreTable('combat, Brier', combat),
    ],
    notes: [
      `Log score: minus the natural logarithm of the chance given to what was recorded, never taken as less than ${LOG_FLOOR}. Combat: squared miss of the chance of substantial combat or more.`,
      `Climatology says how often each level was recorded in the channel in the other cases, each level as if seen once more (Laplace). Obligation-only counts apart those who are bound by a promise in any channel, on ${PSEUDO_CELLS} cells of climatology. Same-as-last-time expects what the supporter did in its latest earlier case, as often as such things were repeated in the other cases. Stake-alone counts apart three groups by the supporter's stake in the recipient, as equal as ties allow, on ${PSEUDO_CELLS} cells of climatology.`,
    ],
  }
}

function scoreTable(what: string, lines: readonly Scored[]): Table {
  return {
    head: [what, 'score', 'model less it'],
    rows: lines.map(({ id, score, difference }) => [
      id,
      scoredText(score),
      difference === undefined ? NONE : savedText(difference),
    ]),
  }
}
