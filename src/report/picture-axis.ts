/** Where the ticks of a picture stand: the words of the ladder on the axis of probability, round days on that of time. */
import type { Ladder } from '../scenario/scenario.ts'

/** Words closer than this to another are left out, and edges closer than this to an end of the axis, in px. */
const WORD_HEIGHT = 8.9
const EDGE_APART = 2
const STEPS = [1, 2, 5, 7, 10, 15, 30, 60, 90, 180, 365, 730] as const

/** Edges of the words on an axis so high, without its ends and what would touch them. */
export function edgesOf({ words }: Ladder, height: number): readonly number[] {
  const edges = new Set(words.flatMap(({ low, high }) => [low, high]))
  return [...edges].filter((edge) => Math.min(edge, 1 - edge) * height >= EDGE_APART).sort((a, b) => a - b)
}

/** Each word at the middle of its span, as far as there is room on an axis so high; 0 and 1 stand at its ends. */
export function wordsOn({ words }: Ladder, height: number): readonly { text: string; at: number }[] {
  const kept: { text: string; at: number }[] = []
  const near = (one: number, other: number): boolean => Math.abs(one - other) * height < WORD_HEIGHT
  for (const { word, low, high } of words) {
    const at = (low + high) / 2
    const taken = [0, 1, ...kept.map((other) => other.at)]
    if (!taken.some((other) => near(at, other))) kept.push({ text: word, at })
  }
  return kept
}

/** Round days from 0 on, no more than fit. */
export function dayTicks(horizon: number, most: number): readonly number[] {
  const step = STEPS.find((days) => horizon / days <= most) ?? Math.ceil(horizon / most)
  return Array.from({ length: Math.floor(horizon / step) + 1 }, (_, at) => at * step)
}
