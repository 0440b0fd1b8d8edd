/**
 * Whether the odds mean what they say: the record's log-odds as a straight line in the forecast's (Cox 1958). Slope 1
 * and intercept 0 are perfect; a slope under 1 says too much at both ends, an intercept above 0 too little throughout.
 */
import { exp, log } from '../../base/elementary.ts'
import { type Estimate, estimated, type Resamples } from './bootstrap.ts'
import type { Asked } from './discrimination.ts'
import { LOG_FLOOR } from './score.ts'

/** Fewer draws than for a mean: each is a fit of its own. */
export const CALIBRATION_RESAMPLES = 1000
/** With fewer events, or non-events, a line through them says nothing. */
export const LEAST_EVENTS = 10

const STEPS = 40
const CLOSE = 1e-9
/** Log-odds beyond this, or a slope, mean that the two kinds are set apart wholly and no line is the best. */
const ENDLESS = 50

export interface Line {
  readonly slope: number
  readonly intercept: number
}

export interface Calibration {
  readonly slope: Estimate
  readonly intercept: Estimate
}

/** Undefined with too few events of either kind. */
export function calibrationOf(asked: readonly Asked[], resamples: Resamples): Calibration | undefined {
  const events = asked.filter(({ happened }) => happened).length
  if (Math.min(events, asked.length - events) < LEAST_EVENTS) return undefined
  const x = Float64Array.from(asked, ({ p }) => logit(p))
  const y = Uint8Array.from(asked, ({ happened }) => Number(happened))
  const line = fitLine(x, y, new Uint8Array(asked.length).fill(1))
  if (line === undefined) return undefined
  const lines = resamples.slice(0, CALIBRATION_RESAMPLES).map((times) =>
    fitLine(
      x,
      y,
      Uint8Array.from(asked, ({ of }) => times[of]!),
    ),
  )
  const told = lines.filter((one) => one !== undefined)
  const estimateOf = (value: number, read: (one: Line) => number): Estimate =>
    estimated(value, told.map(read), lines.length)
  return {
    slope: estimateOf(line.slope, (one) => one.slope),
    intercept: estimateOf(line.intercept, (one) => one.intercept),
  }
}

/** Odds nearer to 0 or 1 than the floor of the logarithm count as the floor. */
function logit(p: number): number {
  const held = Math.min(1 - LOG_FLOOR, Math.max(LOG_FLOOR, p))
  return log(held / (1 - held))
}

/** The likeliest line by Newton's method; undefined where there is none. */
function fitLine(x: Float64Array, y: Uint8Array, times: Uint8Array): Line | undefined {
  let [intercept, slope] = [0, 1]
  for (let step = 0; step < STEPS; step++) {
    let [g0, g1, h00, h01, h11] = [0, 0, 0, 0, 0]
    for (let at = 0; at < x.length; at++) {
      const p = 1 / (1 + exp(-(intercept + slope * x[at]!)))
      const miss = times[at]! * (y[at]! - p)
      const weight = times[at]! * p * (1 - p)
      g0 += miss
      g1 += miss * x[at]!
      h00 += weight
      h01 += weight * x[at]!
      h11 += weight * x[at]! * x[at]!
    }
    const determinant = h00 * h11 - h01 * h01
    if (!(determinant > CLOSE)) return undefined
    const up = (h11 * g0 - h01 * g1) / determinant
    const tilt = (h00 * g1 - h01 * g0) / determinant
    intercept += up
    slope += tilt
    if (Math.abs(intercept) > ENDLESS || Math.abs(slope) > ENDLESS) return undefined
    if (Math.abs(up) + Math.abs(tilt) < CLOSE) return { slope, intercept }
  }
  return undefined
}
