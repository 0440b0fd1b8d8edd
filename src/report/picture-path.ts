/** Lines and bands as SVG paths: few points, rounded coordinates, the same text on every machine. */

export interface Point {
  readonly x: number
  readonly y: number
}

/** Nobody sees a quarter of a pixel. */
const TOLERANCE = 0.25

/** `M0 8.5L12 7`: points that lie on the way between their neighbours are left out. */
export function linePath(points: readonly Point[]): string {
  return pathOf(thinned(points))
}

/** Between two lines over the same days. */
export function bandPath(low: readonly Point[], high: readonly Point[]): string {
  return `${pathOf([...thinned(high), ...thinned(low).toReversed()])}Z`
}

export function coordinate(value: number): string {
  return String(Math.round(value * 10) / 10)
}

function pathOf(points: readonly Point[]): string {
  return points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${coordinate(x)} ${coordinate(y)}`).join('')
}

/** Both ends, and every point that a straight line between those kept would miss (Douglas & Peucker 1973). */
function thinned(points: readonly Point[]): Point[] {
  const [first] = points
  const last = points.at(-1)
  if (first === undefined || last === undefined || points.length < 3) return [...points]
  let worst = 0
  let at = 0
  for (const [index, point] of points.entries()) {
    const miss = Math.abs(point.y - between(first, last, point.x))
    if (miss > worst) [worst, at] = [miss, index]
  }
  if (worst <= TOLERANCE) return [first, last]
  return [...thinned(points.slice(0, at + 1)).slice(0, -1), ...thinned(points.slice(at))]
}

function between(one: Point, other: Point, x: number): number {
  return other.x === one.x ? one.y : one.y + ((other.y - one.y) * (x - one.x)) / (other.x - one.x)
}
