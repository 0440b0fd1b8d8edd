/**
 * How the benchmarks are built: each file of bench/ into dist-bench/, which stands
 * as deep in the repository as bench/ does, so that relative paths keep their meaning.
 */
import { defineConfig } from 'tsdown'
import type { UserConfig } from 'tsdown'

const config: UserConfig = defineConfig({
  outDir: 'dist-bench',
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  fixedExtension: false,
  clean: true,
  dts: false,
  logLevel: 'warn',
})

export default config
