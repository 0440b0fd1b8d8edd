/** Channel by channel: ranked and Brier scores; then whether odds tell cells apart, mean what they say, and are sharp. */
import { CALIBRATION_RESAMPLES, LEAST_EVENTS } from '../history/score/calibration.ts'
import type { Reliability, Scorecard } from '../history/score/scorecard.ts'
import { countText, percentText, probabilityText } from './number-text.ts'
import type { Section, Table } from './scorecard-section.ts'
import { sliceTable } from './scorecard-weak.ts'
import { hasIntervals, NONE, savedText, scoredText, scoreText, skippedTexts } from './scorecard-words.ts'

export function detailSections(card: Scorecard): readonly Section[] {
  return [channels(card), apart(card), ...card.reliability.map((one) => meant(one, card)), covered(card)]
}

/** `≥ 2` */
function levelText(level: number): string {
  return `≥ ${level}`
}

function channels({ byChannel, channels: scores }: Scorecard): Section {
  return {
    title: 'Channel by channel',
    says: ['Ranked scores, the dearest channel first; then Brier scores of some and of substantial support.'],
    tables: [
      sliceTable('channel', byChannel),
      {
        head: ['channel', 'level', 'so it was', 'model', 'climatology', 'model less it'],
        rows: scores.map(({ channel, level, cells, events, model, climatology, difference }) => [
          channel,
          levelText(level),
          `${events} of ${cells}`,
          scoreText(model.value),
          scoreText(climatology.value),
          savedText(difference),
        ]),
      },
    ],
  }
}

function apart({ areas, resamples }: Scorecard): Section {
  return {
    title: 'Does it tell them apart?',
    says: [
      'The chance that of two cells, one with substantial support or more and one without, the first was given the higher odds: 0.5 is a coin, 1 never wrong. All cases together.',
    ],
    tables: [
      {
        head: ['channel', 'with', 'without', 'area under the curve'],
        rows: areas.map(({ channel, events, others, area }) => [
          channel,
          String(events),
          String(others),
          area === undefined ? NONE : scoredText(area),
        ]),
      },
    ],
    notes: areas.flatMap(({ channel, area }) => skippedTexts(channel, area, resamples)),
  }
}

const ASKED: Readonly<Record<Reliability['id'], string>> = {
  any: 'Do the odds of any support mean what they say?',
  combat: 'Do the odds of substantial combat mean what they say?',
}

function meant({ id, cells, events, bins, murphy, line }: Reliability, card: Scorecard): Section {
  const { resamples } = card
  const draws = Math.min(CALIBRATION_RESAMPLES, resamples)
  const { brier, reliability, resolution, uncertainty, within } = murphy
  return {
    title: ASKED[id],
    says: [
      `It was so in ${events} of ${cells} cells.`,
      line === undefined
        ? `No line is drawn through fewer than ${LEAST_EVENTS} events, or non-events, or where both lie wholly apart.`
        : `Log-odds of the record against those of the forecast: slope ${scoredText(line.slope)}, intercept ${scoredText(line.intercept)}; 1 and 0 are perfect, a slope under 1 says too much at both ends.${draws > 0 ? ` ${countText(draws)} draws.` : ''}`,
      `Brier score ${scoreText(brier)} = reliability ${scoreText(reliability)} − resolution ${scoreText(resolution)} + uncertainty ${scoreText(uncertainty)} + within bins ${scoreText(within)}.`,
    ],
    tables: [binTable(bins, hasIntervals(card))],
    notes: [
      ...(line === undefined ? [] : skippedTexts('The line', line.slope, draws)),
      ...(hasIntervals(card)
        ? [
            'The interval of a bin is exact for so many cells drawn one by one (95 %); cells of one case hang together, so that the truth is wider.',
          ]
        : []),
    ],
  }
}

function binTable(bins: Reliability['bins'], intervals: boolean): Table {
  return {
    head: ['given', 'cells', 'mean given', 'it was so', ...(intervals ? ['interval'] : [])],
    rows: bins.map(({ from, to, n, forecast, observed, low, high }) => [
      `${from} to ${to}`,
      String(n),
      probabilityText(forecast),
      probabilityText(observed),
      ...(intervals ? [`${probabilityText(low)} to ${probabilityText(high)}`] : []),
    ]),
  }
}

function covered({ coverage, voids, cells }: Scorecard): Section {
  return {
    title: 'How wide it speaks, and what was left out',
    says: [
      'For each cell the fewest levels that hold so much of the odds: in how many cells what was recorded is among them, what they were said to hold, and how many levels they are (of 4).',
    ],
    tables: [
      {
        head: ['mass', 'record inside', 'said to hold', 'levels'],
        rows: coverage.map(({ mass, inside, stated, width }) => [
          percentText(mass),
          scoredText(inside),
          scoreText(stated),
          scoredText(width),
        ]),
      },
      ...(voids.reasons.length === 0
        ? []
        : [
            {
              head: ['void', 'why', 'cases'],
              rows: voids.reasons.map(({ because, cells: n, cases }) => [
                String(n),
                because,
                cases.join(', '),
              ]),
            },
          ]),
    ],
    notes: [
      `Void: ${voids.cells} of ${voids.cells + cells} cells (${percentText(voids.rate)}) could not be scored; a supporter that is left out whole counts for every channel.`,
    ],
  }
}
