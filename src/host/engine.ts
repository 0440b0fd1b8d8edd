/** A kernel by name, on this machine; what an engine cannot do it refuses, it never falls back in silence. */
import { interpreter } from '../engine/interpreter.ts'
import type { EngineName, Kernel } from '../engine/kernel.ts'
import type { Plan } from '../engine/plan.ts'
import { wasmKernel } from '../engine/wasm/kernel.ts'
import { instantiate } from './instantiate.ts'

/** Lanes of a block: 8 keep the fast engine's hot set near the first-level cache; 64 spread the interpreter's overhead. */
const LANES: Readonly<Record<EngineName, number>> = { wasm: 8, interpreter: 64 }

/** The largest lane count up to the preferred one that divides the draws of a batch. */
function lanesFor(engine: EngineName, draws: number): number {
  let lanes = LANES[engine]
  while (lanes > 1 && draws % lanes !== 0) lanes /= 2
  return lanes
}

/** Throws when the plan's draws are odd and the engine works on pairs. */
export function makeKernel(plan: Plan, engine: EngineName = 'wasm'): Kernel {
  const lanes = lanesFor(engine, plan.design.draws)
  return engine === 'wasm' ? wasmKernel(plan.program, lanes, instantiate) : interpreter(plan.program, lanes)
}
