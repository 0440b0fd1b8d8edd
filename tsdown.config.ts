/**
 * What is built: the library's face and the command. The quantile functions, with
 * the two hundred packages that they bring, are bundled with their licences, so that
 * a user installs few. Chunks stand two deep, as sources do: `../../` is the root in both.
 */
import { defineConfig } from 'tsdown'
import type { UserConfig } from 'tsdown'

const config: UserConfig = defineConfig({
  entry: { index: 'src/index.ts', 'cli/main': 'src/cli/main.ts' },
  outDir: 'dist',
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  dts: { entry: ['src/index.ts'] },
  fixedExtension: false,
  outputOptions: { chunkFileNames: 'chunks/[name]-[hash].js' },
  copy: [
    { from: 'node_modules/@stdlib/stats-base-dists-t-quantile/{LICENSE,NOTICE}', to: 'dist/licences/stdlib' },
    { from: 'node_modules/debug/LICENSE', to: 'dist/licences/debug' },
    { from: 'node_modules/ms/license.md', to: 'dist/licences/ms' },
  ],
  clean: true,
  logLevel: 'warn',
})

export default config
