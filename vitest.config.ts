/**
 * How the tests run: every *.test.ts under tests/, with a time limit that leaves
 * room for the laws that play thousands of crises.
 */
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { defineConfig } from 'vitest/config'
import type { ViteUserConfigExport } from 'vitest/config'

/** Files that play for minutes go first, so that no core waits for them in the end. */
const LONGEST = [
  'tests/excerpts',
  'tests/history/scorecard-page.test',
  'tests/docs.test',
  'tests/cli/what-if.test',
  'tests/cli/ablate.test',
]

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = LONGEST.findIndex((name) => moduleId.includes(name))
      return at < 0 ? LONGEST.length : at
    }
    return [...(await super.sort(files))].sort((a, b) => rank(a) - rank(b))
  }
}

/** Tests that put something in a module's place, which others must not see: each of them has modules of its own. */
const APART = [
  'tests/base/stream-extremes.test.ts',
  'tests/cli/receipt-before.test.ts',
  'tests/cli/receipt-leaves.test.ts',
]

const config: ViteUserConfigExport = defineConfig({
  test: {
    // Both cores of a small machine: by default one is left idle.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Modules are read once a worker and not once a file, which a third of the time would go into.
    projects: [
      {
        extends: true,
        test: { name: 'all', include: ['tests/**/*.test.ts'], exclude: APART, isolate: false },
      },
      { extends: true, test: { name: 'apart', include: APART } },
    ],
  },
})

export default config
