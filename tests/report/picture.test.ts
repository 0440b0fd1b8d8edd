/** Laws of the picture: the same series gives the same text, nothing leaves the paper, and everybody can read it. */
import { describe, expect, test } from 'vitest'
import type { Series, SeriesLine } from '../../src/engine/series.ts'
import { CHANNEL_LABELS } from '../../src/mechanisms/axes.ts'
import { TONES } from '../../src/report/picture-look.ts'
import { dayTicks, edgesOf, wordsOn } from '../../src/report/picture-axis.ts'
import { linePath } from '../../src/report/picture-path.ts'
import { pictureSvg } from '../../src/report/picture-svg.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { world } from '../scenario/small.ts'

const scenario: Scenario = { ...world(), title: 'Who helps <Avalon> & why' }
const HORIZON = scenario.crisis.horizon
const DAYS = Array.from({ length: HORIZON + 1 }, (_, day) => day)

function series(of: (day: number) => number, recipients: readonly string[]): Series {
  const line = (recipient: string, channel: SeriesLine['channel'], level: 1 | 2): SeriesLine => {
    const mean = DAYS.map((day) => of(day) / level)
    return {
      recipient,
      channel,
      level,
      mean,
      low: mean.map((p) => p / 2),
      high: mean.map((p) => (1 + p) / 2),
    }
  }
  const lines = recipients.flatMap((recipient) =>
    CHANNEL_LABELS.flatMap((channel) => [line(recipient, channel, 1), line(recipient, channel, 2)]),
  )
  return { days: DAYS, lines, playouts: 2048 }
}

const draw = (given: Series): string => pictureSvg(given, scenario, { seed: 1, draws: 256 })
const rising = series((day) => day / HORIZON, ['avalon', 'borduria'])

describe('the picture', () => {
  test('the same series gives the same text, and says what it was made from', () => {
    const svg = draw(rising)
    expect(draw(rising)).toBe(svg)
    for (const word of ['n = 2,048 playouts', 'seed 1', 'as of 2020-01-01', '90 days'])
      expect(svg).toContain(word)
  })

  test('has a title and a description for those who cannot see it', () => {
    const svg = draw(rising)
    expect(svg).toContain('role="img" aria-labelledby="title desc"')
    expect(svg).toMatch(/<title id="title">Who helps &lt;Avalon&gt; &amp; why: [^<]+<\/title>/)
    for (const channel of CHANNEL_LABELS) expect(svg).toMatch(new RegExp(`<desc[^>]*>[^<]*${channel} 1.00`))
  })

  test('attackers stand left of those attacked, each in the hue of its side', () => {
    const svg = draw(rising)
    expect(svg.indexOf('(attacker)')).toBeLessThan(svg.lastIndexOf('(attacked)'))
    expect(svg.match(/<g class="attacker">/g)?.length).toBe(svg.match(/<g class="target">/g)?.length)
  })

  test('who can have no supporter has no column', () => {
    const svg = draw(series(() => 0.5, ['avalon']))
    expect(svg).not.toContain('<g class="attacker">')
  })

  test.each([0, 0.5, 1])('with %d throughout no mark leaves the paper', (share) => {
    const svg = draw(series(() => share, ['avalon', 'borduria']))
    const [width = 0, height = 0] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)!.slice(1).map(Number)
    for (const [, x, y] of svg.matchAll(/ x="([-\d.]+)" y="([-\d.]+)"/g)) {
      expect(Number(x)).toBeGreaterThanOrEqual(0)
      expect(Number(x)).toBeLessThanOrEqual(width)
      expect(Number(y)).toBeLessThanOrEqual(height)
    }
    expect(svg).not.toMatch(/NaN|Infinity|undefined/)
  })
})

test('a line keeps its ends and is drawn to a third of a pixel', () => {
  const curve = Array.from({ length: 91 }, (_, x) => ({ x, y: 72 - 72 * (1 - 1 / (1 + x / 9)) }))
  const kept = [...linePath(curve).matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(([, x, y]) => ({
    x: Number(x),
    y: Number(y),
  }))
  expect(kept[0]).toEqual(curve[0])
  expect(kept.at(-1)!.x).toBe(90)
  expect(kept.length).toBeLessThan(30)
  for (const { x, y } of curve) {
    const after = Math.max(
      1,
      kept.findIndex((point) => point.x >= x),
    )
    const [from, to] = [kept[after - 1]!, kept[after]!]
    const drawn = from.y + ((to.y - from.y) * (x - from.x)) / (to.x - from.x)
    expect(Math.abs(drawn - y)).toBeLessThan(1 / 3)
  }
})

test('words of the ladder never touch each other; days are round and few', () => {
  for (const ladder of scenario.ladders.values()) {
    const words = wordsOn(ladder, 76)
    expect(words.length).toBeGreaterThan(2)
    const heights = [0, ...words.map(({ at }) => at * 76).sort((a, b) => a - b), 76]
    for (const [at, height] of heights.slice(1).entries())
      expect(height - heights[at]!).toBeGreaterThanOrEqual(8.9)
    expect(edgesOf(ladder, 76).length).toBeGreaterThan(2)
  }
  expect(dayTicks(90, 4)).toEqual([0, 30, 60, 90])
  expect(dayTicks(0, 4)).toEqual([0])
})

describe('contrast', () => {
  const linear = (channel: number): number =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  const light = (hex: string): number => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) =>
      linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255),
    )
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const contrast = (one: string, other: string): number => {
    const [low = 0, high = 0] = [light(one), light(other)].sort((a, b) => a - b)
    return (high + 0.05) / (low + 0.05)
  }
  test.each(['light', 'dark'] as const)('on %s paper all text can be read', (paper) => {
    for (const tone of ['ink', 'quiet', 'attacker', 'target'] as const)
      expect(contrast(TONES[tone][paper], TONES.paper[paper]), tone).toBeGreaterThanOrEqual(4.5)
  })
})
