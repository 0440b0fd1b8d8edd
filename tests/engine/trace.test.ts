/**
 * Laws of a trace: the terms of every decision add up, to the last digit as they are shown and
 * to a billionth as they are; what they add up to is what the engine decided by; and nothing
 * that changed is left out.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exp } from '../../src/base/elementary.ts'
import type { EngineName } from '../../src/engine/kernel.ts'
import { elementOf, type Lens, lensOf } from '../../src/engine/lens.ts'
import { DEFAULT_DESIGN, makePlan } from '../../src/engine/plan.ts'
import { type Day, type Place, placeOf, type Replay, replayOf } from '../../src/engine/replay.ts'
import type { Design } from '../../src/engine/summary.ts'
import { type Told, type Trace, type TraceEvent, tracerOf } from '../../src/engine/trace.ts'
import { watchedIn } from '../../src/engine/watch.ts'
import { scaleOf } from '../../src/engine/weigh.ts'
import { loadScenario } from '../../src/host/load.ts'
import { thousandths } from '../../src/report/thousandths.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { kernelOf } from './play.ts'
import { anyWorld } from './random-world.ts'
import { councilOf, world } from './world.ts'

const DESIGN: Design = { batches: 4, draws: 16, playouts: 4 }

interface Stage {
  readonly lens: Lens
  readonly replay: Replay
  readonly design: Design
  readonly tell: (place: Place) => Trace
}

function stageOf(scenario: Scenario, design = DESIGN, engine: EngineName = 'interpreter'): Stage {
  const plan = makePlan(scenario, { design })
  const lens = lensOf(scenario)
  const replay = replayOf(plan, kernelOf(plan, { engine, lanes: engine === 'wasm' ? 2 : 1 }))
  return { lens, replay, design, tell: tracerOf(lens, replay, plan) }
}

function traced(stage: Stage, number: number): Trace {
  return stage.tell(placeOf(stage.design, number)!)
}

/** What is wrong with a whole and its terms, raw and shown; nothing when they add up. */
function amiss(whole: number, sizes: readonly number[]): string[] {
  const sum = sizes.reduce((total, size) => total + size, 0)
  const shown = thousandths(sizes, whole)
  const shownSum = shown.terms.reduce((total, term) => total + term, 0)
  const far = shown.terms.filter((term, at) => !(Math.abs(term - sizes[at]! * 1000) <= 1))
  return [
    ...(Math.abs(sum - whole) <= 1e-9 ? [] : [`${sum} is not ${whole}`]),
    ...(shownSum === shown.sum ? [] : [`${shownSum} thousandths are not ${shown.sum}`]),
    ...(shown.sum === Math.round(whole * 1000) + 0 ? [] : [`${shown.sum} thousandths are not ${whole}`]),
    ...(far.length === 0 ? [] : [`shown too far from their size: ${far.join()}`]),
  ]
}

function checkTold(told: Told, to: number): void {
  const options = told.kind === 'choice' ? told.options : [told]
  expect(options.flatMap(({ whole, sizes }) => amiss(whole, sizes))).toEqual([])
  if (told.kind === 'threshold') expect(told.passed).toBe(to)
  if (told.kind !== 'choice') return
  const wholes = told.options.map(({ whole }) => whole)
  expect(told.chosen).toBe(to)
  if (!told.closed) expect(wholes[told.chosen]).toBe(Math.max(...wholes))
  const others = wholes.filter((_, level) => level !== told.chosen)
  expect(wholes[told.runnerUp]).toBe(Math.max(...others))
  expect(told.runnerUp).not.toBe(told.chosen)
}

/** Every decision of every day, also those that change nothing. */
function checkEveryDay(stage: Stage, number: number): void {
  const choices = watchedIn(stage.lens).flatMap(({ element, decider }) =>
    decider?.decision.kind === 'choice' ? [{ element, scale: scaleOf(stage.lens, decider) }] : [],
  )
  const faults: string[] = []
  const see = (day: Day): void => {
    for (const { element, scale } of choices) {
      const { options, best, closed } = scale.weigh(day)
      for (const { whole, sizes } of options) faults.push(...amiss(whole, sizes))
      const decided = day.today[element]
      if (decided !== (closed ? 0 : best)) faults.push(`decided ${decided}, weighed ${best}`)
    }
  }
  stage.replay(placeOf(stage.design, number)!, { see })
  expect(faults).toEqual([])
}

describe('terms add up and the largest utility is what was decided', () => {
  // The faster engine plays the same bits (tests/engine/replay.test.ts).
  const flagship = stageOf(loadScenario('scenarios/iran-2026').value!, DEFAULT_DESIGN, 'wasm')

  test('in any playout of the flagship', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(fc.nat(16383), (number) => {
        const { events } = traced(flagship, number)
        const told = events.filter((event) => event.told !== undefined)
        expect(told.length).toBeGreaterThanOrEqual(49)
        for (const event of told) checkTold(event.told!, event.to)
      }),
      { seed: 1, numRuns: 100 },
    )
  })

  test('on any day of any playout of any world', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(anyWorld, fc.nat(255), (scenario, number) => {
        const stage = stageOf(scenario)
        for (const { told, to } of traced(stage, number).events) if (told) checkTold(told, to)
        checkEveryDay(stage, number)
      }),
      { seed: 2, numRuns: 100 },
    )
  })
})

describe('a trace', () => {
  test('tells every change of everything that can be asked, and no change that was none', () => {
    fc.assert(
      fc.property(anyWorld, fc.nat(255), (scenario, number) => {
        const stage = stageOf(scenario)
        const { events } = traced(stage, number)
        const nameOf = (one: Pick<TraceEvent, 'of' | 'for' | 'stage'>, metric: string): string =>
          [metric, one.of, one.for, one.stage].join('/')
        const changes = events.map((event) =>
          [event.day, nameOf(event, event.metric), event.from, event.to].join(' '),
        )
        const last = new Map<string, number>()
        const wanted: string[] = []
        const eyes = watchedIn(stage.lens)
        const see = ({ day, today }: Day): void => {
          for (const watched of eyes) {
            const { metric, stage: at, element, when } = watched
            const name = nameOf(watched, metric.name)
            const now = when === undefined ? today[element]! : Number(today[element] === when)
            // Arms may have come long before, and a side has its states and stocks from the start.
            const isNew =
              !['arms', 'belligerent'].includes(metric.of) &&
              ['level', 'rung', 'flag', 'count'].includes(metric.unit)
            const was = last.get(name) ?? (isNew ? 0 : now)
            last.set(name, now)
            const isFirst = day === 0 && at === 'decided'
            if (now !== was || isFirst) wanted.push([day, name, was, now].join(' '))
          }
        }
        stage.replay(placeOf(stage.design, number)!, { see })
        expect(changes).toEqual(wanted)
      }),
      { seed: 3, numRuns: 20 },
    )
  })

  test('tells a hazard when it strikes: its logarithm is that of the engine, its exposure has passed the patience', () => {
    const scenario = world({
      groups: [{ id: 'band', values: { trigger: 1, ownTerritory: 0.5, opposition: 0.3 } }],
      ending: { duration: 20, mediator: 0.5 },
      channels: { combat: { values: { alpha: 8 }, latency: { p05: 1, p95: 2 } } },
      weights: { directContact: 0.1 },
      crisis: { horizon: 60 },
    })
    const stage = stageOf(scenario)
    const seen = new Set<string>()
    for (let number = 0; number < 40; number++) {
      for (const { metric, told, day } of traced(stage, number).events) {
        if (told?.kind !== 'hazard') continue
        seen.add(metric)
        expect(told.exposure).toBeGreaterThanOrEqual(told.patience)
        expect(exp(told.whole)).toBeCloseTo(hazardOf(stage, { number, day, metric }), 12)
      }
    }
    expect([...seen].filter((metric) => !metric.startsWith('termination')).sort()).toEqual([
      'escalation.incident',
      'proxies.entered',
    ])
    expect([...seen].some((metric) => metric.startsWith('termination.'))).toBe(true)
  })

  test('tells who voted how, and nobody twice', () => {
    const scenario = world({
      council: councilOf({
        permanent: ['usa'],
        threshold: 2,
        drafts: [
          { id: 'd1', votes: { usa: 'no', ally: 'yes', good: 'yes', other: 'abstain', last: 'absent' } },
        ],
      }),
    })
    const events = traced(stageOf(scenario), 0).events.filter(({ metric }) => metric.startsWith('council.'))
    expect(events.find(({ metric }) => metric === 'council.voted')?.votes).toEqual({
      yes: ['ally', 'good'],
      no: ['usa'],
      abstain: ['other'],
      absent: ['last'],
    })
    expect(events.map(({ metric }) => metric)).toContain('council.vetoed')
  })

  test('tells a draft that is withdrawn', () => {
    const votes = { a: 'no', b: 'no' } as const
    const scenario = world({
      council: councilOf({ threshold: 2, drafts: [{ id: 'd1', showdown: 0, votes }] }),
    })
    const metrics = traced(stageOf(scenario), 0).events.map(({ metric }) => metric)
    expect(metrics).toContain('council.withdrawn')
    expect(metrics).not.toContain('council.voted')
  })

  test('says how far the terms have moved when a decision is changed', () => {
    const scenario = world({
      supporters: [{ id: 'ally', friend: { values: { stake: 1 } } }],
      ending: { duration: 3 },
      weights: { needAfter: 0, stake: 4, freeRiding: 0, exposureCost: 0 },
      crisis: { horizon: 40 },
    })
    const stage = stageOf(scenario)
    const changed = Array.from({ length: 20 }, (_, number) => traced(stage, number).events)
      .flat()
      .filter(({ told, day }) => told?.kind === 'choice' && day > 0)
    expect(changed.length).toBeGreaterThan(0)
    for (const { told, from, to } of changed) {
      if (told?.kind !== 'choice') continue
      // The need has gone: only the stake has moved, by all it was worth a level.
      const moved = told.keys.filter((_, key) => told.moved![key] !== 0)
      expect(moved).toEqual(['stake'])
      expect(told.moved![told.keys.indexOf('stake')]).toBeCloseTo(4 * (from - to), 9)
    }
  })
})

/** A hazard as the engine had it on the day. */
function hazardOf(
  stage: Stage,
  { number, day, metric }: { readonly number: number; readonly day: number; readonly metric: string },
): number {
  const decider = watchedIn(stage.lens).find((watched) => watched.metric.name === metric)!.decider!
  let found = Number.NaN
  const see = (now: Day): void => {
    if (now.day !== day) return
    if (metric === 'escalation.incident') {
      found = 0.1 * now.today[stage.lens.slot('escalation.people')!.offset]!
      return
    }
    const variable = metric === 'proxies.entered' ? 'proxies.hazard' : 'termination.rate'
    found = now.today[elementOf(stage.lens.slot(variable)!, decider.at)]!
  }
  stage.replay(placeOf(stage.design, number)!, { see })
  return found
}
