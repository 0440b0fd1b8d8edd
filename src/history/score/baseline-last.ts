/** The forecaster who expects everybody to do again what they did last time. */
import { byCase, climateOf, oddsOf } from './baseline.ts'
import type { Cell, Forecaster } from '../prediction.ts'

/** States that go on under another id; whoever is not named is the same only under the same id. */
const CONTINUES: Readonly<Record<string, string>> = { ussr: 'russia' }

/** The id under which an actor is known over all cases. */
function actorOf(id: string): string {
  return CONTINUES[id] ?? id
}

/**
 * What the supporter did in the channel in its latest earlier case, mixed with climatology: the last level gets the
 * share of earlier repetitions, over those cells of the other cases that have a predecessor themselves. Without one,
 * climatology. Where a supporter had two recipients in one case, both count alike.
 */
export function sameAsLastTime(cells: readonly Cell[], training: readonly Cell[]): Forecaster {
  const odds = byCase(cells, training, (known) => {
    const climate = climateOf(known)
    const last = lastOf(known.cells)
    const share = repeated(known.cells, last)
    return (cell) => {
      const before = last(cell)
      const base = climate(cell)
      if (before.length === 0) return base
      return oddsOf((level) => share * shareAt(before, level) + (1 - share) * base[level]!)
    }
  })
  return { id: 'same-as-last-time', odds }
}

type Before = (cell: Cell) => readonly number[]

/** The levels recorded of the same actor and channel in the latest case before. */
function lastOf(cells: readonly Cell[]): Before {
  const by = new Map<string, Cell[]>()
  const key = ({ supporter, channel }: Cell): string => `${actorOf(supporter)}/${channel}`
  for (const cell of cells) {
    const same = by.get(key(cell))
    if (same) same.push(cell)
    else by.set(key(cell), [cell])
  }
  return (cell) => {
    const earlier = (by.get(key(cell)) ?? []).filter(({ of, asOf }) => asOf < cell.asOf && of !== cell.of)
    const latest = Math.max(...earlier.map(({ asOf }) => asOf))
    return earlier.filter(({ asOf }) => asOf === latest).map(({ recorded }) => recorded)
  }
}

/** Over all cells that have a predecessor: the share in which the level was the same again; 0 where none has. */
function repeated(cells: readonly Cell[], last: Before): number {
  let [same, of] = [0, 0]
  for (const cell of cells) {
    const before = last(cell)
    if (before.length === 0) continue
    of += 1
    same += shareAt(before, cell.recorded)
  }
  return of === 0 ? 0 : same / of
}

function shareAt(levels: readonly number[], level: number): number {
  return levels.filter((one) => one === level).length / levels.length
}
