/**
 * Playouts a second of every engine on one thread, in interleaved rounds of one process,
 * so that a slow moment of the machine falls on both. Prints the table that stands in
 * docs/performance.md; never a pass or a fail.
 */
import { cpus, totalmem } from 'node:os'
import { ENGINES, type EngineName, loadScenario, makeKernel, makePlan, run } from '../src/index.ts'

const ROUNDS = 7
const BATCHES = 1
const SCENARIOS = ['scenarios/strait', 'scenarios/october-1973', 'scenarios/iran-2026']

interface Row {
  readonly scenario: string
  readonly rates: Readonly<Record<EngineName, number>>
  readonly start: Readonly<Record<EngineName, number>>
  readonly ratio: number
}

console.log(
  `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}\n`,
)
console.log('| scenario | engine | playouts/s, median | plan to kernel, ms |')
console.log('|---|---|---|---|')
for (const scenario of SCENARIOS) print(measure(scenario))

function measure(path: string): Row {
  const { value } = loadScenario(path)
  if (!value) throw new Error(`${path} has faults`)
  const seconds: Record<EngineName, number[]> = { wasm: [], interpreter: [] }
  const start: Record<EngineName, number[]> = { wasm: [], interpreter: [] }
  for (let round = 0; round <= ROUNDS; round++) {
    for (const engine of ENGINES) {
      const begun = process.cpuUsage()
      const plan = makePlan(value, { seed: round + 1, design: { batches: BATCHES, draws: 64, playouts: 16 } })
      const kernel = makeKernel(plan, engine)
      const built = process.cpuUsage(begun)
      const running = process.cpuUsage()
      run(plan, kernel)
      const used = process.cpuUsage(running)
      // The first round warms the caches and the compilers and is not counted.
      if (round === 0) continue
      seconds[engine].push((used.user + used.system) / 1e6)
      start[engine].push((built.user + built.system) / 1e3)
    }
  }
  const playouts = BATCHES * 64 * 16
  const ratios = seconds.interpreter.map((time, round) => time / seconds.wasm[round]!)
  return {
    scenario: path,
    rates: { wasm: playouts / median(seconds.wasm), interpreter: playouts / median(seconds.interpreter) },
    start: { wasm: median(start.wasm), interpreter: median(start.interpreter) },
    ratio: median(ratios),
  }
}

function print(row: Row): void {
  for (const engine of ENGINES) {
    console.log(
      `| ${row.scenario} | ${engine} | ${Math.round(row.rates[engine])} | ${row.start[engine].toFixed(0)} |`,
    )
  }
  console.log(`| ${row.scenario} | wasm over interpreter | ${row.ratio.toFixed(1)} × | |`)
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]!
}
