/** The gallery is what the scenarios, their pages and the command say: `npm run docs` writes it anew. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import type { Io } from '../../src/cli/io.ts'
import { playSeries } from '../../src/cli/play-series.ts'
import { QUICK_DESIGN } from '../../src/engine/plan.ts'
import { loadScenario } from '../../src/host/load.ts'
import { type Exhibit, galleryPage } from '../../src/report/gallery-page.ts'
import { pictureSvg } from '../../src/report/picture-svg.ts'
import { ROOT, runCli } from '../cli/run-cli.ts'

const IDS = readdirSync(join(ROOT, 'scenarios'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort()

const SCENARIOS = IDS.map((id) => {
  const { value: scenario } = loadScenario(join(ROOT, 'scenarios', id))
  if (!scenario) throw new Error(`scenarios/${id} has faults`)
  return { id, scenario }
})

const EXHIBITS: readonly Exhibit[] = SCENARIOS.map(({ id, scenario: { title, dyads } }) => {
  const page = readFileSync(join(ROOT, 'docs', 'scenarios', `${id}.md`), 'utf8')
  return { id, title, page, isDrawn: dyads.length > 0 }
})

const silent = (): void => {}
const NOBODY_WATCHES: Io = { out: silent, err: silent, width: 80, colour: false, now: () => 0, cwd: ROOT }

function holds(file: string, text: string): void {
  const path = join(ROOT, file)
  if (process.env['UPDATE'] === '1') {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  expect(readFileSync(path, 'utf8')).toBe(text)
}

test('the page shows every scenario, with what is asked and how its verdicts add up', () => {
  const page = galleryPage(EXHIBITS)
  holds('docs/gallery.md', page)
  expect(page.match(/^## /gm)).toHaveLength(IDS.length)
})

test('a page that cannot be quoted is told by name', () => {
  const [first] = EXHIBITS
  expect(() => galleryPage([{ ...first!, page: '# A page' }])).toThrow(`docs/scenarios/${first!.id}.md`)
  const unplayed = { ...first!, page: '**What is asked.** Who helps whom?\n' }
  expect(() => galleryPage([unplayed])).toThrow(`check scenarios/${first!.id}`)
  const empty = `${unplayed.page}\n<!-- excerpt: check scenarios/${first!.id} -->\n\`\`\`text\n\`\`\`\n`
  expect(() => galleryPage([{ ...first!, page: empty }])).toThrow(`check scenarios/${first!.id}`)
})

const DRAWN = SCENARIOS.filter(({ scenario }) => scenario.dyads.length > 0)

test.each(DRAWN)('the picture of $id is what is drawn', ({ id, scenario }) => {
  const series = playSeries(scenario, { seed: 1, engine: 'wasm', design: QUICK_DESIGN }, NOBODY_WATCHES)
  const { batches, draws } = QUICK_DESIGN
  holds(`docs/gallery/${id}.svg`, pictureSvg(series, scenario, { seed: 1, draws: batches * draws }))
})

test('the command draws the picture of the gallery', () => {
  const drawn = readFileSync(join(ROOT, 'docs', 'gallery', 'strait.svg'), 'utf8')
  expect(runCli(['picture', 'scenarios/strait'])).toMatchObject({ code: 0, out: drawn })
})

test('there is no picture of a scenario that is gone', () => {
  expect(readdirSync(join(ROOT, 'docs', 'gallery')).sort()).toEqual(DRAWN.map(({ id }) => `${id}.svg`))
})
