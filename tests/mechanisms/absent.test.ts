/** Laws of what is taken out of a world: it does nothing, nobody reckons with it, and nothing else moves. */
import { describe, expect, test } from 'vitest'
import { makePlan } from '../../src/engine/plan.ts'
import { MECHANISMS } from '../../src/mechanisms/mechanisms.ts'
import { CHANNELS, type Scenario } from '../../src/scenario/scenario.ts'
import { canonical, choiceOf, played, share, shares, watch } from '../engine/play.ts'
import { claim, councilOf, range, type Supporter, world, type WorldOptions } from '../engine/world.ts'

const DESIGN = { batches: 2, draws: 16, playouts: 4 }

const SUPPORTERS: readonly Supporter[] = [
  { id: 'ally', actor: { size: 0.9 }, friend: { values: { stake: range(0.5, 0.8, 1) } } },
  { id: 'friend', friend: { values: { stake: range(0.2, 0.5, 0.8) } } },
  { id: 'rogue', recipient: 'bad' },
]
const COUNCIL = councilOf({
  permanent: ['ally', 'other'],
  threshold: 1,
  drafts: [{ id: 'd1', type: 'condemn', favours: 'bad', votes: { ally: 'no', friend: 'no', other: 'yes' } }],
})
const OPTIONS: WorldOptions = {
  supporters: SUPPORTERS,
  council: COUNCIL,
  groups: [{ id: 'band', values: { trigger: 1 } }, { id: 'clan' }],
  ending: { duration: 40 },
  weights: { freeRiding: 0.6 },
}

function out(actors: readonly string[], options: WorldOptions = {}): Scenario {
  return world({ ...OPTIONS, ...options, without: { actors } })
}

describe('a supporter that is taken out', () => {
  test('gives nothing, has no presence and no rung, and casts no vote for its friend', () => {
    watch(out(['ally']), { design: DESIGN }, ({ of }) => {
      for (let channel = 0; channel < CHANNELS.length; channel++) {
        for (const stage of ['support.decided', 'delivery.delivered', 'delivery.observed'])
          expect(of(stage, channel).every((level) => level === 0)).toBe(true)
      }
      expect(of('council.backing', 0).every((level) => level === 0)).toBe(true)
      expect(of('escalation.rung', 0).every((rung) => rung === 0)).toBe(true)
      expect(of('escalation.exposure', 0).every((sum) => sum === 0)).toBe(true)
    })
    for (const channel of CHANNELS) {
      expect(choiceOf(played(out(['ally']), { design: DESIGN }), `ally:good:${channel}`)).toEqual([
        1, 0, 0, 0,
      ])
    }
  })

  test('is reckoned with by nobody: others decide as if it had no size', () => {
    const nobody: WorldOptions = {
      council: councilOf({ threshold: 1, drafts: [{ id: 'd1', votes: { other: 'yes' } }] }),
    }
    const gone = played(out(['ally'], nobody), { design: DESIGN })
    const small = SUPPORTERS.map((one) => (one.id === 'ally' ? { ...one, actor: { size: 0 } } : one))
    const sizeless = played(out([], { ...nobody, supporters: small }), { design: DESIGN })
    const usual = played(out([], nobody), { design: DESIGN })
    for (const channel of CHANNELS) {
      const of = `friend:good:${channel}`
      expect(choiceOf(gone, of)).toEqual(choiceOf(sizeless, of))
      expect(choiceOf(gone, of)).not.toEqual(choiceOf(usual, of))
      expect(gone.histograms.get(`start:${of}`)).toEqual(sizeless.histograms.get(`start:${of}`))
    }
  })

  test('moves nothing on the other side, and no draw of anybody', () => {
    const gone = out(['ally'])
    const usual = out([])
    expect(makePlan(gone).hypercube).toEqual(makePlan(usual).hypercube)
    expect(makePlan(gone).chances).toEqual(makePlan(usual).chances)
    for (const channel of ['economic', 'materiel', 'combat']) {
      const name = `start:rogue:bad:${channel}`
      expect(played(gone, { design: DESIGN }).histograms.get(name)).toEqual(
        played(usual, { design: DESIGN }).histograms.get(name),
      )
    }
  })
})

test('a member that is taken out neither votes nor vetoes', () => {
  const vetoed = 3
  const adopted = 4
  expect(shares(played(out([]), { design: DESIGN }), 'council:d1')[vetoed]).toBeGreaterThan(0.5)
  expect(shares(played(out(['ally']), { design: DESIGN }), 'council:d1')[adopted]).toBeGreaterThan(0.5)
  expect(shares(played(out(['ally']), { design: DESIGN }), 'council:d1')[vetoed]).toBe(0)
  // Without its one friend the draft is short of votes, or withdrawn before it comes to that.
  const alone = shares(played(out(['other']), { design: DESIGN }), 'council:d1')
  expect(alone[vetoed]! + alone[adopted]!).toBe(0)
})

test('a group that is taken out never enters, and the other groups are as they were', () => {
  const claims = ['band', 'clan'].map((of) => claim(of, { metric: 'proxies.entered', of }))
  const usual = played(out([], { claims }), { design: DESIGN })
  const gone = played(out(['band'], { claims }), { design: DESIGN })
  expect(share(usual, 'band')).toBeGreaterThan(0.5)
  expect(share(gone, 'band')).toBe(0)
  expect(gone.claims.get('clan')).toEqual(usual.claims.get('clan'))
})

describe('a mechanism that is left out', () => {
  const scenario = out([])

  test.each(MECHANISMS.map(({ name }) => name))(
    '%s: the others run without it, with the same bits on both engines',
    (name) => {
      const lacking: Scenario = { ...scenario, without: { actors: [], mechanisms: [name] } }
      const plan = makePlan(lacking)
      const texts = [...plan.program.phases.day, ...plan.program.phases.draw].flatMap(({ assigns }) =>
        assigns.map(({ text }) => text),
      )
      expect(texts.some((text) => text.startsWith(`${name}: `))).toBe(false)
      const summary = canonical(played(lacking, { design: DESIGN }))
      expect(canonical(played(lacking, { design: DESIGN, engine: 'interpreter' }))).toBe(summary)
    },
  )

  test('is as if the list of mechanisms lacked it', () => {
    const mechanisms = MECHANISMS.filter(({ name }) => name !== 'termination')
    const lacking: Scenario = { ...scenario, without: { actors: [], mechanisms: ['termination'] } }
    expect(canonical(played(lacking, { design: DESIGN }))).toBe(
      canonical(played(scenario, { design: DESIGN, mechanisms })),
    )
  })

  test('that nobody reads moves nothing of the others', () => {
    const usual = played(scenario, { design: DESIGN })
    for (const name of ['proxies', 'arms', 'lifeline', 'escalation', 'ledger']) {
      const lacking = played({ ...scenario, without: { actors: [], mechanisms: [name] } }, { design: DESIGN })
      const others = [...usual.histograms].filter(([kind]) => lacking.histograms.has(kind))
      expect(others.length).toBeGreaterThan(20)
      expect(lacking.histograms).toEqual(new Map(others))
    }
  })
})
