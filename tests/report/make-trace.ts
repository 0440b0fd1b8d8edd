/** One playout that shows every kind of event once, written by hand: the golden screens are made from it. */
import type { Told, Trace, TraceEvent } from '../../src/engine/trace.ts'

const KEYS = ['stake', 'stake*freeRiding', 'gamma', 'authorisation', 'decision']

/** A choice among four levels by their stake and their price; the best wins unless it is closed. */
function choice(stake: number, price: number, given: Partial<Told & { kind: 'choice' }> = {}): Told {
  const shocks = [0.25, -0.5, 1.5, 0.125]
  const options = shocks.map((shock, level) => {
    const sizes = [stake * level, -0.2 * stake * level, -price * level * level, 0, shock]
    return { whole: sizes.reduce((sum, size) => sum + size, 0), sizes }
  })
  const order = [0, 1, 2, 3].sort((a, b) => options[b]!.whole - options[a]!.whole)
  const [best = 0, second = 1] = given.closed ? [0, ...order.filter((level) => level !== 0)] : order
  return { kind: 'choice', keys: KEYS, options, chosen: best, runnerUp: second, closed: false, ...given }
}

function hazard(keys: readonly string[], sizes: readonly number[]): Told {
  const whole = sizes.reduce((sum, size) => sum + size, 0)
  return { kind: 'hazard', keys, sizes, whole, exposure: 0.0851, patience: 0.0809 }
}

const SCORE = [-3.5004, 1.2007, 0.9, -0.45, 3.2998]

function threshold(): Told {
  const keys = ['coalitionBase', 'coalitionAlignment', 'coalitionHarm', 'coalitionCost', 'luck']
  const whole = SCORE.reduce((sum, size) => sum + size, 0)
  return { kind: 'threshold', keys, sizes: SCORE, whole, cuts: [0, 0.7, 1.4, 2.2], passed: 3 }
}

const pair = { of: 'cascadia', for: 'avalon' }
const draft = { of: 'authorise-force', from: 0, to: 1 }

function support(
  channel: string,
  given: Partial<TraceEvent> & Pick<TraceEvent, 'day' | 'stage'>,
): TraceEvent {
  return { metric: `support.${channel}`, ...pair, from: 0, to: 2, ...given } as TraceEvent
}

const EVENTS: readonly TraceEvent[] = [
  support('political', { day: 0, stage: 'decided', told: choice(2.3456, 0.321) }),
  support('combat', {
    day: 0,
    stage: 'decided',
    to: 0,
    told: choice(0.4, 0.1, { closed: true }),
  }),
  support('political', { day: 1, stage: 'delivered' }),
  support('political', { day: 1, stage: 'observed' }),
  { day: 1, metric: 'escalation.rung', ...pair, from: 0, to: 1 },
  support('intelligence', { day: 2, stage: 'delivered', to: 1 }),
  {
    day: 6,
    metric: 'proxies.entered',
    of: 'the Raiders',
    from: 0,
    to: 1,
    told: hazard(['entryBase', 'entryThreat', 'entryFear', 'entryHost'], [-3.2004, 0.7096, -0.3, 0]),
  },
  { day: 6, metric: 'coalition.role', of: 'borduria', for: 'avalon', from: 0, to: 3, told: threshold() },
  { day: 6, metric: 'proxies.launches', of: 'the Raiders', from: 0, to: 12.25 },
  { day: 7, metric: 'proxies.launches', of: 'the Raiders', from: 12.25, to: 12 },
  { day: 7, metric: 'proxies.fear', of: 'the Raiders', from: 0.3, to: 0.34 },
  { day: 9, metric: 'council.tabled', ...draft },
  {
    day: 12,
    metric: 'council.voted',
    ...draft,
    votes: { yes: ['avalon', 'borduria'], no: ['cascadia'], abstain: [], absent: [] },
  },
  { day: 12, metric: 'council.vetoed', ...draft },
  { day: 12, metric: 'council.yes', ...draft, to: 9 },
  {
    day: 20,
    metric: 'escalation.incident',
    ...pair,
    from: 0,
    to: 1,
    told: hazard(['directContact', 'people'], [-8.5172, 1.6094]),
  },
  { day: 20, metric: 'escalation.rung', ...pair, from: 1, to: 6 },
  { day: 28, metric: 'escalation.rung', ...pair, from: 6, to: 7 },
  { day: 31, metric: 'termination.ended', of: '', from: 0, to: 1 },
  {
    day: 31,
    metric: 'termination.ceasefire',
    of: '',
    from: 0,
    to: 1,
    told: hazard(['duration', 'regimeThreat', 'tilted'], [-4, -0.25, -0.7985]),
  },
  support('political', {
    day: 32,
    stage: 'decided',
    from: 2,
    to: 0,
    told: choice(0.9, 0.9, { moved: [1.4456, -0.2891, 0, 0, 0] }),
  }),
  support('political', { day: 32, stage: 'delivered', from: 2, to: 0 }),
  support('political', { day: 32, stage: 'observed', from: 2, to: 0 }),
  support('intelligence', { day: 40, stage: 'observed', to: 1 }),
]

export function traceShown(): Trace {
  return { number: 1234, batch: 1, draw: 13, playout: 2, seed: 7, horizon: 90, events: EVENTS }
}
