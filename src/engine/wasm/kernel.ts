/** The fast engine behind the kernel port; the machine that compiles its bytes comes through a port of its own. */
import { type Moment, piecesOf, type Program } from '../code.ts'
import { flowHosts } from '../flow-host.ts'
import { gates } from '../gate.ts'
import type { Kernel } from '../kernel.ts'
import { emit, pieceName } from './emit.ts'

/** A compiled module: its memory and its pieces by name, each given the day. */
export interface Instance {
  readonly buffer: ArrayBuffer
  readonly piece: (name: string) => (today: number) => void
}

/** Compiles and instantiates; the host supplies it (Node, a browser, a worker). */
export type Instantiate = (bytes: Uint8Array) => Instance

export function wasmKernel(program: Program, lanes: number, instantiate: Instantiate): Kernel {
  const instance = instantiate(emit(program, lanes))
  const memory = new Float64Array(instance.buffer)
  const hosts = flowHosts({ memory, lanes })
  const gateOf = gates({ memory, lanes })
  const moment = (which: Moment): ((today: number) => void) => {
    const [only, ...more] = piecesOf(program, which).map((piece, at) => {
      if ('network' in piece) return hosts(piece)
      const steps = instance.piece(pieceName(which, at))
      return gateOf(piece)?.(steps) ?? steps
    })
    if (!only) return () => {}
    if (more.length === 0) return only
    const runs = [only, ...more]
    return (today) => {
      for (const run of runs) run(today)
    }
  }
  const [draw, playout] = [moment('draw'), moment('playout')]
  return {
    lanes,
    memory,
    draw: () => draw(0),
    playout: () => playout(0),
    day: moment('day'),
    late: moment('late'),
  }
}
