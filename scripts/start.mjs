/**
 * `npm start`: sets up what is missing, then checks the flagship assessment.
 * A sentence that fails is a result here, not an error: the verdicts were printed.
 */
import { build, install } from './set-up.mjs'
import { runLoud } from './steps.mjs'

const SENTENCE_FAILS = 1

install()
build()
process.stderr.write('foedus check scenarios/iran-2026\n\n')
const args = ['dist/cli/main.js', 'check', 'scenarios/iran-2026', ...process.argv.slice(2)]
const code = runLoud({ file: process.execPath, args })
process.exitCode = code === SENTENCE_FAILS ? 0 : code
