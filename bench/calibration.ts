/**
 * Simulation-based calibration of the fit on the inputs of the coded crises: 200 data sets unless another number is
 * given, on two processes. Prints a section of docs/campaign.md; takes some minutes.
 */
import { spawn } from 'node:child_process'
import { fit } from '../src/history/fit/fit.ts'
import { AS_SHIPPED } from '../src/history/form.ts'
import type { Hyper } from '../src/history/parameter.ts'
import type { Row } from '../src/history/row.ts'
import { rowsOf } from '../src/history/rows.ts'
import { evenness, ranksOf } from '../src/history/fit/sbc.ts'
import { makeKernel } from '../src/host/engine.ts'
import { loadHistories } from '../src/host/histories.ts'

const SETS = 200
const PROCESSES = 2
/** Twice what the tests take: records drawn from the prior can leave a channel all but unknown, and mix slowly. */
const THIN = 24
const SEED = 1

interface Part {
  readonly from: number
  readonly sets: number
  readonly hyper: Hyper
}

const [first] = process.argv.slice(2)
if (first?.startsWith('{')) child(JSON.parse(first) as Part)
else await main(first === undefined ? SETS : Number(first))

async function main(sets: number): Promise<void> {
  const begun = performance.now()
  const rows = codedRows()
  const { hyper } = fit(rows, { form: AS_SHIPPED, seed: SEED })
  const bounds = Array.from({ length: PROCESSES + 1 }, (_, part) => Math.round((part * sets) / PROCESSES))
  const done = Array.from({ length: PROCESSES }, () => 0)
  const parts = await Promise.all(
    done.map((_, part) =>
      ranksBy({ from: bounds[part]!, sets: bounds[part + 1]!, hyper }, (count) => {
        done[part] = count
        progress(
          done.reduce((sum, own) => sum + own, 0),
          sets,
          begun,
        )
      }),
    ),
  )
  process.stderr.write('\n')
  const { parameters, least, even } = evenness(parts.flat())
  const minutes = ((performance.now() - begun) / 60_000).toFixed(1)
  const lines = [
    '## Simulation-based calibration of the fit',
    '',
    `${sets} data sets on the inputs of ${new Set(rows.map(({ of }) => of)).size} crises, ${rows.length} rows; spread ${hyper.spread}, pooling ${hyper.pooling}; seed ${SEED};`,
    `62 draws each, every ${THIN}th; ${minutes} minutes. Least p over ${parameters.length} parameters, times their number: ${least.toFixed(3)}.`,
    `The ranks are **${even ? 'even' : 'uneven'}** (uneven below 0.01).`,
    '',
    '| parameter | ranks, nine bins | χ², 8 degrees | p |',
    '|---|---|---|---|',
    ...parameters.map(
      ({ id, bins, chiSquare, p }) =>
        `| ${id} | ${bins.join(' ')} | ${chiSquare.toFixed(1)} | ${p.toFixed(3)} |`,
    ),
  ]
  console.log(lines.join('\n'))
}

/** The ranks of one part, made by a process of its own. */
async function ranksBy(part: Part, onDone: (count: number) => void): Promise<number[][]> {
  const made = spawn(process.execPath, [process.argv[1]!, JSON.stringify(part)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  made.stdout.setEncoding('utf8').on('data', (piece: string) => {
    text += piece
    onDone(text.split('\n').filter((line) => line === '.').length)
  })
  const code = await new Promise<number | null>((settle) => made.on('close', settle))
  if (code !== 0) throw new Error(`a part ended with code ${code}`)
  return JSON.parse(text.split('\n').find((line) => line.startsWith('['))!) as number[][]
}

/** A dot for every data set, then the ranks. */
function child({ from, sets, hyper }: Part): void {
  const options = { form: AS_SHIPPED, hyper, seed: SEED, from, sets, thin: THIN }
  const ranks = ranksOf(codedRows(), { ...options, onDataset: () => console.log('.') })
  console.log(JSON.stringify(ranks))
}

function codedRows(): Row[] {
  const { value } = loadHistories()
  if (!value) throw new Error('the coded crises have faults')
  return value.flatMap((one) => rowsOf(one, (plan) => makeKernel(plan, 'interpreter')))
}

function progress(done: number, of: number, begun: number): void {
  const seconds = (performance.now() - begun) / 1000
  const left = done === 0 ? '' : `, ${Math.ceil((seconds / done) * (of - done))} s left`
  process.stderr.write(`\r${done} of ${of} data sets${left}   `)
}
