/** Playouts of a small world as lists of days: what each chosen variable held at the end of every day. */
import type { Scenario } from '../../src/scenario/scenario.ts'
import { type PlayOptions, watch } from './play.ts'

/** `delivery.delivered` at a row-major position. */
export type Looked = readonly [variable: string, position: number]

export type Life<Name extends string> = Readonly<Record<Name, readonly number[]>>

const DESIGN = { batches: 1, draws: 16, playouts: 4 }

/** Every playout in the same order for every world of the same design, so that two worlds can be laid side by side. */
export function lives<Name extends string>(
  scenario: Scenario,
  looked: Readonly<Record<Name, string | Looked>>,
  options: PlayOptions = {},
): Life<Name>[] {
  const found = new Map<string, Record<Name, number[]>>()
  const names = Object.keys(looked) as Name[]
  watch(scenario, { design: DESIGN, ...options }, ({ of, batch, firstDraw, playout, kernel }) => {
    for (let lane = 0; lane < kernel.lanes; lane++) {
      const place = `${batch}/${firstDraw + lane}/${playout}`
      const life =
        found.get(place) ??
        (Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>)
      found.set(place, life)
      for (const name of names) {
        const at: string | Looked = looked[name]
        const [variable, position] = typeof at === 'string' ? [at, 0] : at
        life[name].push(of(variable, position)[lane]!)
      }
    }
  })
  return [...found.values()]
}
