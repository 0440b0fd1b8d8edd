/**
 * The page and the picture of the scorecard are what the code and the cases say. It fits every fold anew;
 * UPDATE=1 writes both.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { designOfScore, playScore, type ScoreFlags } from '../../src/cli/play-score.ts'
import { loadHistories } from '../../src/host/histories.ts'
import { shippedSheet } from '../../src/host/sheets.ts'
import { playoutsOf } from '../../src/judge/interval.ts'
import { scorecardPage } from '../../src/report/scorecard-page.ts'
import { reliabilitySvg } from '../../src/report/scorecard-picture.ts'

const DOCS = join(import.meta.dirname, '../../docs')
const PAGE = join(DOCS, 'scorecard.md')
const PICTURE = 'scorecard.svg'
const SEED = 1
const UPDATE = process.env['UPDATE'] === '1'
/** Every fold, in every coding. */
const MINUTES = 20 * 60_000

test(
  'docs/scorecard.md and its picture are what the code says',
  () => {
    const { value: cases } = loadHistories()
    if (!cases) throw new Error('history has faults')
    const flags: ScoreFlags = { seed: SEED }
    const [second] = shippedSheet().value!
    const { card, left } = playScore(cases, flags, { codings: true, second: second! })
    const page = scorecardPage(card, {
      command: 'foedus history score --codings',
      playouts: playoutsOf(designOfScore(flags)),
      picture: PICTURE,
      folds: left.folds,
    })
    const picture = reliabilitySvg(card)
    if (UPDATE) {
      writeFileSync(PAGE, page)
      writeFileSync(join(DOCS, PICTURE), picture)
    }
    expect(readFileSync(PAGE, 'utf8')).toBe(page)
    expect(readFileSync(join(DOCS, PICTURE), 'utf8')).toBe(picture)
  },
  MINUTES,
)
