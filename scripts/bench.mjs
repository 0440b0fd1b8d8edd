/**
 * `npm run bench`: builds the benchmarks and runs one of them, bench/engines.ts
 * unless another is named. They are built apart, so that dist/ holds only what ships.
 */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { install } from './set-up.mjs'
import { ROOT, runLoud, runQuiet, stop, tool } from './steps.mjs'

const DEFAULT = 'engines'

install()
const [first, ...rest] = process.argv.slice(2)
const isNamed = first !== undefined && !first.startsWith('-')
const name = isNamed ? first : DEFAULT
const args = isNamed ? rest : process.argv.slice(2)
if (!existsSync(join(ROOT, 'bench', `${name}.ts`))) {
  stop(`unknown benchmark: ${name}; there are ${benchmarks().join(', ') || 'none'}`, 2)
}
runQuiet('build the benchmarks', buildCommand())
process.exitCode = runLoud({ file: process.execPath, args: [join('dist-bench', `${name}.js`), ...args] })

function benchmarks() {
  const files = existsSync(join(ROOT, 'bench')) ? readdirSync(join(ROOT, 'bench')) : []
  return files.filter((file) => file.endsWith('.ts')).map((file) => file.slice(0, -'.ts'.length))
}

function buildCommand() {
  const entries = benchmarks().map((benchmark) => `bench/${benchmark}.ts`)
  return tool('tsdown/dist/run.mjs', ...entries, '--config', 'tsdown.bench.config.ts')
}
