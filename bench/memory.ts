/**
 * Peak memory of the flagship at 10^4 and 10^6 playouts, each in a process of its own:
 * it does not grow with their number. Takes some minutes.
 */
import { spawnSync } from 'node:child_process'
import { loadScenario, makeKernel, makePlan, run } from '../src/index.ts'

const SCENARIO = 'scenarios/iran-2026'
const PER_BATCH = 64 * 16
const TENS = [1e4, 1e6]

const [batches] = process.argv.slice(2).map(Number)
if (batches === undefined) parent()
else child(batches)

function parent(): void {
  console.log('| playouts | peak resident memory, MB | seconds |')
  console.log('|---|---|---|')
  for (const playouts of TENS) {
    const args = [process.argv[1]!, String(Math.ceil(playouts / PER_BATCH))]
    const done = spawnSync(process.execPath, args, { encoding: 'utf8' })
    if (done.status !== 0) throw new Error(done.stderr)
    process.stdout.write(done.stdout)
  }
}

function child(count: number): void {
  const { value } = loadScenario(SCENARIO)
  if (!value) throw new Error(`${SCENARIO} has faults`)
  const plan = makePlan(value, { design: { batches: count, draws: 64, playouts: 16 } })
  const begun = performance.now()
  run(plan, makeKernel(plan))
  const seconds = (performance.now() - begun) / 1000
  const megabytes = process.resourceUsage().maxRSS / 1024
  console.log(`| ${count * PER_BATCH} | ${megabytes.toFixed(0)} | ${seconds.toFixed(0)} |`)
}
