/**
 * `npm run docs`: writes the generated pages and the published schema anew; the tests
 * hold them to the code ever after.
 */
import { install } from './set-up.mjs'
import { runLoud, tool } from './steps.mjs'

const GENERATED = [
  'tests/report/pages.test.ts',
  'tests/report/gallery.test.ts',
  'tests/scenario/schema.test.ts',
  'tests/cli/why-not-troops.test.ts',
  'tests/cli/ablate.test.ts',
  'tests/history/scorecard-page.test.ts',
]

install()
process.env.UPDATE = '1'
process.exitCode = runLoud(tool('vitest/vitest.mjs', 'run', ...GENERATED))
