/** Compiles emitted bytes with the machine's own WebAssembly (Node or a browser). */
import type { Instance } from '../engine/wasm/kernel.ts'

export function instantiate(bytes: Uint8Array): Instance {
  const module = new WebAssembly.Module(bytes as BufferSource)
  const { exports } = new WebAssembly.Instance(module)
  return {
    buffer: (exports['memory'] as WebAssembly.Memory).buffer,
    piece: (name) => exports[name] as (today: number) => void,
  }
}
