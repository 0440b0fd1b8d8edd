/**
 * `npm run campaign`: the checks that take too long for the tests, each a file of bench/ that prints a section; writes
 * them to docs/campaign.md with the day and the commit.
 */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { install } from './set-up.mjs'
import { ROOT, runQuiet, stop, tool } from './steps.mjs'

const PAGE = join('docs', 'campaign.md')
const SECTIONS = ['calibration']

install()
const files = SECTIONS.map((name) => `bench/${name}.ts`)
runQuiet('build the campaign', tool('tsdown/dist/run.mjs', ...files, '--config', 'tsdown.bench.config.ts'))
const sections = SECTIONS.map(section)
writeFileSync(join(ROOT, PAGE), [...head(), ...sections].join('\n'))
process.stderr.write(`written: ${PAGE}\n`)

function section(name) {
  const args = [join('dist-bench', `${name}.js`), ...process.argv.slice(2)]
  const done = spawnSync(process.execPath, args, {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (done.status !== 0) stop(`the campaign failed in ${name}`, 4)
  return done.stdout
}

function head() {
  const git = (...args) => spawnSync('git', args, { cwd: ROOT, encoding: 'utf8' }).stdout?.trim() ?? ''
  const commit = git('rev-parse', '--short', 'HEAD') || 'unknown'
  const changed =
    git('status', '--porcelain', '--', 'src', 'history', 'theory', 'bench') === '' ? '' : ', changed'
  return [
    '# Campaign',
    '',
    'Checks that take too long for the tests; `npm run campaign` writes this page anew.',
    '',
    `Run on ${new Date().toISOString().slice(0, 10)} at commit ${commit}${changed}.`,
    '',
    '',
  ]
}
