/** What is told beside the score: the closed form, other codings and how far coders agree, sure cells only, groups, and every model ever scored. */
import type { CodingScore, Scorecard, Variant } from '../history/score/scorecard.ts'
import { SECOND_SHEET } from '../history/score/second-coder.ts'
import type { Scored } from '../history/score/standings.ts'
import type { Alpha } from '../history/sheet/agreement.ts'
import { countText, percentText, probabilityText } from './number-text.ts'
import type { Section, Table } from './scorecard-section.ts'
import { NONE, numberText, savedText, scoredText, scoreText } from './scorecard-words.ts'

/** Krippendorff's advice: nothing is concluded from less. */
const TENTATIVE = 0.667

export function besideSections(card: Scorecard): readonly Section[] {
  return [beside(card), ...coders(card), ...groups(card), variants(card)]
}

function beside({ beside: { frozen, codings, sure } }: Scorecard): Section {
  const table = (what: string, lines: readonly Scored[], less: string): Table => ({
    head: [what, 'ranked score', less],
    rows: lines.map(({ id, score, difference }) => [
      id,
      scoredText(score),
      difference === undefined ? NONE : savedText(difference),
    ]),
  })
  return {
    title: 'The same otherwise',
    says: [
      'The model as it is, on the cells of which the coder is sure.',
      ...(frozen === undefined
        ? []
        : [
            'Closed form: the equation of the decision alone, frozen at the eve, with the same weights; the model is played.',
          ]),
      ...(codings === undefined
        ? []
        : [
            codings.some(({ id }) => id === 'second coder')
              ? 'Codings, in the closed form: what a promise asks clause by clause, the label of the tie as a number, and the inputs and promises of a second coder, held against the same record.'
              : 'Codings, in the closed form: what a promise asks clause by clause, and the label of the tie as a number.',
          ]),
    ],
    tables: [
      table('coder is sure', sure, 'model less it'),
      ...(frozen === undefined ? [] : [table('played or not', frozen, 'model less it')]),
      ...(codings === undefined
        ? []
        : [table('coded by', codings, 'clauses less it'), againstClimatology(codings)]),
    ],
  }
}

function againstClimatology(codings: readonly CodingScore[]): Table {
  return {
    head: ['coded by', 'it less climatology'],
    rows: codings.map(({ id, lessClimatology }) => [id, savedText(lessClimatology)]),
  }
}

function coders({ agreement }: Scorecard): readonly Section[] {
  if (agreement === undefined) return []
  const { sheet, groups: found, variables } = agreement
  const low = variables.filter(({ alpha }) => alpha !== undefined && alpha < TENTATIVE)
  return [
    {
      title: 'How far two coders agree',
      says: [
        `Krippendorff's alpha of the coding that ships with ${sheet}: 1 is perfect agreement, 0 what chance would bring; 90 % intervals over crises.`,
        ...(sheet === SECOND_SHEET
          ? [
              'Coder B worked apart, from the manual alone and from memory, knew how the crises ended, and is no outside scholar.',
            ]
          : []),
      ],
      tables: [
        {
          head: ['what', 'alpha', 'coded by both', 'the same'],
          rows: found.map(({ group, ...alpha }) => alphaRow(group, alpha)),
        },
        ...(low.length === 0
          ? []
          : [
              {
                head: [`below ${TENTATIVE}`, 'alpha', 'coded by both', 'the same'],
                rows: low.map(({ id, ...alpha }) => alphaRow(id, alpha)),
              },
            ]),
      ],
      notes: [
        `${low.length === 0 ? 'No variable lies' : `${numberText(low.length, 'variable lies', 'variables lie')}`} below ${TENTATIVE}, under which Krippendorff advises to draw no conclusion, not even a tentative one.`,
        `Input by input: foedus history sheet -o first.csv, then foedus history agree first.csv ${sheet}`,
      ],
    },
  ]
}

function alphaRow(name: string, { alpha, interval, units, same }: Alpha): readonly string[] {
  return [
    name,
    alpha === undefined ? NONE : scoredText({ value: alpha, ...interval }),
    countText(units),
    same === undefined ? NONE : percentText(same),
  ]
}

function groups({ groups: forecasts }: Scorecard): readonly Section[] {
  if (forecasts.length === 0) return []
  return [
    {
      title: 'Groups that are no states',
      says: [
        'Forecast by another mechanism, and in no score above. In sample: its weights were set on that very case.',
      ],
      tables: [
        {
          head: ['case', 'group', 'asked', 'chance', 'it did', 'weights'],
          rows: forecasts.map(({ of, group, within, p, entered, inSample }) => [
            of,
            group,
            `to enter within ${within} days`,
            probabilityText(p),
            entered ? 'yes' : 'no',
            inSample ? 'in sample' : 'not from this case',
          ]),
        },
      ],
    },
  ]
}

function variants({ variants: scored }: Scorecard): Section {
  return {
    title: 'Every model that was ever scored',
    says: [
      scored.length === 0
        ? 'None is on the list of history/models.yaml yet.'
        : `${countText(scored.length)} so far, whatever came of ${scored.length === 1 ? 'it' : 'them'} (history/models.yaml).`,
    ],
    tables: scored.length === 0 ? [] : [variantTable(scored)],
  }
}

function variantTable(scored: readonly Variant[]): Table {
  return {
    head: ['model', 'scored', 'ranked score', 'why'],
    rows: scored.map(({ id, date, rps, why }) => [id, date, scoreText(rps), why ?? NONE]),
  }
}
