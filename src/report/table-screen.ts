/** A study of a table on the screen: who ranked how well, what the mechanism adds to the outside view, and the doubt. */
import type { ScoreId, Scored } from '../history/table/score.ts'
import { RANKS_WELL, type Study } from '../history/table/study.ts'
import { wrap } from './wrap.ts'

const DIGITS: Readonly<Record<ScoreId, number>> = { brier: 5, logLoss: 4, skill: 3, auc: 3 }
const NAMES: Readonly<Record<ScoreId, string>> = {
  auc: 'rank within conflicts',
  brier: 'Brier score',
  logLoss: 'logarithmic penalty',
  skill: 'skill against base rate',
}
const ORDER: readonly ScoreId[] = ['auc', 'brier', 'logLoss', 'skill']
const COLUMN = 24

export function tableScreen(study: Study, { width }: { readonly width: number }): string {
  const said = (text: string): readonly string[] => wrap(text, { width, indent: 0 })
  const { rows, positives, conflicts, ranked, shut, mechanism, logit, joined, difference } = study
  const scored = (id: ScoreId, one: Scored): string => intervalText(one, DIGITS[id])
  const table = ORDER.flatMap((id) => [
    NAMES[id],
    ...(id === 'auc' ? [entry('mechanism, signs only', scored(id, mechanism))] : []),
    entry('outside view', scored(id, logit[id])),
    entry('joined', scored(id, joined[id])),
    entry('joined less outside', scored(id, difference[id])),
  ])
  return [
    ...said(`${study.task}: ${study.asks}`),
    ...said(
      `${rows} rows, ${positives} supporters, ${conflicts} conflicts, of which ${ranked} have a supporter and so a ranking. Promises shut out ${shut} rows.`,
    ),
    '',
    ...table,
    '',
    ...said(
      `Slope of calibration: ${logit.slope.toFixed(2)} outside, ${joined.slope.toFixed(2)} joined (1 is right). A step of 1 in the index moves the log-odds by ${study.moves[1].toFixed(2)} (${study.moves[0].toFixed(2)} to ${study.moves[2].toFixed(2)} over blocks of conflicts).`,
    ),
    ...said(
      'Intervals are over conflicts drawn anew: 95 %, of differences 90 %. Every conflict was predicted without itself.',
    ),
    '',
    ...verdictTexts(study).flatMap(said),
    '',
  ].join('\n')
}

/** What the figures come to, a sentence each. */
function verdictTexts({ verdict, mechanism, logit }: Study): readonly string[] {
  const { mechanismRanks, logitRanks, joinedNotWorse, joinedBetter, suspicious } = verdict
  const [own, outside] = [mechanism.value.toFixed(3), logit.auc.value.toFixed(3)]
  return [
    mechanismRanks
      ? `The mechanism ranks well: ${own}, at least ${RANKS_WELL}.`
      : logitRanks
        ? `The mechanism falls short: it ranks ${own} where the outside view reaches ${outside}.`
        : `Neither reaches ${RANKS_WELL}: mechanism ${own}, outside view ${outside}.`,
    joinedNotWorse
      ? joinedBetter
        ? 'Joined is better than the outside view.'
        : 'Joined is not worse than the outside view, nor shown to be better.'
      : 'Joined is worse than the outside view.',
    ...(suspicious
      ? ['Skill above +10 %: look for the leak. Which column could only be known after the outcome?']
      : []),
  ]
}

function intervalText({ value, low, high }: Scored, digits: number): string {
  const text = (one: number): string => one.toFixed(digits)
  return `${text(value)} [${text(low)}, ${text(high)}]`
}

function entry(name: string, value: string): string {
  return `  ${name.padEnd(COLUMN)}${value}`
}
