/**
 * How the tests run: every *.test.ts under tests/, with a time limit that leaves
 * room for the laws that play thousands of crises.
 */
import { defineConfig } from 'vitest/config'
import type { ViteUserConfigExport } from 'vitest/config'

const config: ViteUserConfigExport = defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Both cores of a small machine: by default one is left idle.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})

export default config
