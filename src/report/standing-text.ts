/** How the cause of a belligerent stands, by what was voted on it: from −1, condemned, to +1, mandated. */
import type { Summary } from '../engine/summary.ts'
import { meanOf } from './blocks.ts'

const DECIMALS = 2

/** `+0.12`, `−0.30`; '' where it was not kept. */
export function standingText(belligerent: string, summary: Summary): string {
  const level = meanOf(summary, `legitimacy:${belligerent}`)
  if (level === undefined) return ''
  const shown = Math.abs(level).toFixed(DECIMALS)
  return Number(shown) === 0 ? shown : `${level < 0 ? '−' : '+'}${shown}`
}
