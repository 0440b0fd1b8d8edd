/** The fast engine behind the kernel port; the machine that compiles its bytes comes through a port of its own. */
import type { Program } from '../code.ts'
import type { Kernel } from '../kernel.ts'
import { emit } from './emit.ts'

/** A compiled module: its memory and its three phases, each given the day. */
export interface Instance {
  readonly buffer: ArrayBuffer
  readonly draw: (today: number) => void
  readonly playout: (today: number) => void
  readonly day: (today: number) => void
}

/** Compiles and instantiates; the host supplies it (Node, a browser, a worker). */
export type Instantiate = (bytes: Uint8Array) => Instance

export function wasmKernel(program: Program, lanes: number, instantiate: Instantiate): Kernel {
  const instance = instantiate(emit(program, lanes))
  return {
    lanes,
    memory: new Float64Array(instance.buffer),
    draw: () => instance.draw(0),
    playout: () => instance.playout(0),
    day: instance.day,
  }
}
