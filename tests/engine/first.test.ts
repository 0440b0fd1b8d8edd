import { expect, test } from 'vitest'
import { interpreter } from '../../src/engine/interpreter.ts'
import { makePlan } from '../../src/engine/plan.ts'
import { run } from '../../src/engine/run.ts'
import { wasmKernel } from '../../src/engine/wasm/kernel.ts'
import { instantiate } from '../../src/host/instantiate.ts'
import { claim, range, world } from './world.ts'

test('first', () => {
  const scenario = world({
    supporters: [{ id: 'ally', friend: { values: { stake: range(0.2, 0.5, 0.8) } } }, { id: 'zed' }, { id: 'other', recipient: 'bad' }],
    claims: [claim('a'), claim('b', { metric: 'support.combat', test: { op: '==', value: 0 } })],
  })
  const plan = makePlan(scenario, { design: { batches: 4, draws: 64, playouts: 8 } })
  console.log(plan.program.size, plan.parameters.length)
  let t = performance.now()
  const a = run(plan, interpreter(plan.program, 64))
  console.log('interp', performance.now() - t)
  t = performance.now()
  const b = run(plan, wasmKernel(plan.program, 8, instantiate))
  console.log('wasm', performance.now() - t)
  console.log(a.claims, a.histograms.get('peak:ally:good:political'), a.means.get('choice:ally:good:political:0'))
  expect(b).toEqual(a)
})
