/**
 * What the belligerents fire at each other, and with what: stocks and launchers run down, interceptors are used up,
 * and what gets through hurts (docs/theory.md 22). Aggregates only: no target, no place, no single unit.
 *
 * What a stock is stated to be may rise and fall by injects. A rise above the most that was stated so far brings the
 * difference, a fall below the least takes away its share of what is left, and all else moves nothing: so what an inject
 * has brought stays, what has been fired is never taken away again, and nothing comes that was never stated. What an
 * arsenal is measured by is its opening day, whatever is put in later.
 */
import type { Mechanism, Read } from '../formula/mechanism.ts'
import { mechanism } from './axes.ts'

const weight: Read = { of: '', unit: 'number', from: 'weight' }
const ofWeapon = (unit: string): Read => ({ of: 'bo', unit, from: 'arsenal' })
const ofSide = (unit: string): Read => ({ of: 'b', unit, from: 'arsenal' })

export const arsenal: Mechanism = mechanism('arsenal', {
  about:
    'Exchange of fire by what is in stock and what can launch it, against interceptors that run out (after Hughes 1995).',
  limits:
    'Fire is spread evenly over the other side and nobody picks targets or holds back for a better day. A belligerent ' +
    'without an arsenal of its own fires nothing, stops nothing and feels no pain.',
  reads: {
    'w.effortMissile': weight,
    'w.effortDrone': weight,
    'w.effortStrike': weight,
    'opening.stock': ofWeapon('count'),
    'opening.launchers': ofWeapon('count'),
    'opening.interceptors': ofSide('count'),
    production: ofWeapon('count/day'),
    cycles: ofWeapon('number/day'),
    ration: ofWeapon('count/day'),
    launcherLoss: ofWeapon('number/day'),
    outside: ofWeapon('fraction'),
    stops: ofWeapon('fraction'),
    interceptorProduction: ofSide('count/day'),
    threshold: ofSide('count'),
    armed: ofSide('flag'),
    cover: { of: 'i', unit: 'fraction', from: 'arms' },
    ownedBy: { of: 'ib', unit: 'flag', from: 'situation' },
    attacked: { of: 'b', unit: 'flag', from: 'situation' },
    'arms.effective': { of: 'i', unit: 'count', from: 'mechanism', otherwise: 0 },
    'proxies.launches': { of: 'g', unit: 'count', from: 'mechanism', otherwise: 0 },
    'delivery.delivered': { of: 'dk', unit: 'level', from: 'mechanism', otherwise: 0 },
    'intelligence.gain': { of: 'd', unit: 'number', from: 'mechanism', otherwise: 1 },
    'termination.ended': { of: '', unit: 'flag', from: 'mechanism', otherwise: 0 },
  },
  constants: {
    oneDay: { value: 1, unit: 'day', source: 'the step of the day loop' },
    readiness: {
      value: 0.7,
      unit: 'fraction',
      source: 'docs/theory.md 22: launchers that can fire on a day; judgement',
    },
    perTarget: {
      value: 2,
      unit: 'number',
      source: 'docs/theory.md 22: interceptors fired at each target; common practice, judgement',
    },
    spentOut: {
      value: 0.1,
      unit: 'fraction',
      source: 'docs/theory.md 22: who can fire less of its opening day has exhausted itself; judgement',
    },
    fullLevel: { value: 3, unit: 'level', source: 'docs/theory.md 1: the highest level of support' },
    speck: { value: 1e-9, unit: 'count', source: 'keeps a quotient finite where nothing comes in' },
  },
  equations: [
    `
    worth[o] = o == missile ? w.effortMissile : o == drone ? w.effortDrone : w.effortStrike
    targets = sum(b, attacked[b] ? 1 : 0)
    attackers = sum(b, attacked[b] ? 0 : 1)
    beside[b] = attacked[b] ? targets : attackers
    `,
    `
    opens[b, o] = t > 0 ? last(opens[b, o]) : min(opening.stock[b, o],
      min(opening.launchers[b, o] * readiness * cycles[b, o] * oneDay, ration[b, o] * oneDay))
    opensWith[b, o] = t > 0 ? last(opensWith[b, o]) : opening.stock[b, o]
    opensFire[b] = sum(o, worth[o] * opens[b, o])
    attackersOpen = sum(b, attacked[b] ? 0 : opensFire[b])
    targetsOpen = sum(b, attacked[b] ? opensFire[b] : 0)
    opensOn[b] = (attacked[b] ? attackersOpen : targetsOpen) / beside[b]
    store[b] = sum(o, worth[o] * opensWith[b, o])
    fighting = t > 0 && !last(termination.ended)
    couldFire[b, o] = t > 0 ? min(last(stock[b, o]),
      min(last(launchers[b, o]) * readiness * cycles[b, o] * oneDay, ration[b, o] * oneDay)) : opens[b, o]
    launched[b, o] = fighting ? couldFire[b, o] : 0
    aim[b] = max(1, largest(d, recipient[d] == b ? intelligence.gain[d] : 0))
    byAttackers[o] = sum(b, attacked[b] ? 0 : launched[b, o])
      + (o == drone ? sum(g, attacked[ally[g]] ? 0 : proxies.launches[g]) : 0)
    byTargets[o] = sum(b, attacked[b] ? launched[b, o] : 0)
      + (o == drone ? sum(g, attacked[ally[g]] ? proxies.launches[g] : 0) : 0)
    better[o] = sum(b, attacked[b] ? 0 : launched[b, o] * (aim[b] - 1))
    betterBack[o] = sum(b, attacked[b] ? launched[b, o] * (aim[b] - 1) : 0)
    incoming[b, o] = (attacked[b] ? byAttackers[o] : byTargets[o]) / beside[b]
    effect[b, o] = incoming[b, o] + (attacked[b] ? better[o] : betterBack[o]) / beside[b]
    engaged[b] = stops[b, missile] > 0 ? incoming[b, missile] : 0
    manned[b] = engaged[b] > 0 ? min(1, last(interceptors[b]) / (perTarget * max(speck, engaged[b]))) : 0
    shield[b] = sum(i, ownedBy[i, b] ? arms.effective[i] * cover[i] : 0)
    stopped[b, o] = o == strike ? 1 - (1 - stops[b, o]) * exp(-shield[b])
      : o == missile ? stops[b, o] * manned[b] : stops[b, o]
    hits[b] = sum(o, worth[o] * effect[b, o] * (1 - stopped[b, o]))
    tempo[b] = opensOn[b] > 0 ? min(1, hits[b] / max(speck, opensOn[b])) : 0
    inflow[b] = largest(d, recipient[d] == b ? delivery.delivered[d, materiel] : 0) / fullLevel
    made[b, o] = fighting ? production[b, o] * (1 - outside[b, o] * (1 - inflow[b])) * oneDay : 0
    brought[b, o] = t > 0 ? max(0, opening.stock[b, o] - last(most[b, o])) : 0
    kept[b, o] = t > 0 && opening.stock[b, o] < last(least[b, o]) ? opening.stock[b, o] / last(least[b, o]) : 1
    most[b, o] = t > 0 ? max(last(most[b, o]), opening.stock[b, o]) : opening.stock[b, o]
    least[b, o] = t > 0 ? min(last(least[b, o]), opening.stock[b, o]) : opening.stock[b, o]
    stock[b, o] = t > 0
      ? max(0, (last(stock[b, o]) - launched[b, o] + made[b, o]) * kept[b, o] + brought[b, o]) : opening.stock[b, o]
    launchersBrought[b, o] = t > 0 ? max(0, opening.launchers[b, o] - last(mostLaunchers[b, o])) : 0
    launchersKept[b, o] = t > 0 && opening.launchers[b, o] < last(leastLaunchers[b, o])
      ? opening.launchers[b, o] / last(leastLaunchers[b, o]) : 1
    mostLaunchers[b, o] = t > 0 ? max(last(mostLaunchers[b, o]), opening.launchers[b, o]) : opening.launchers[b, o]
    leastLaunchers[b, o] = t > 0 ? min(last(leastLaunchers[b, o]), opening.launchers[b, o]) : opening.launchers[b, o]
    launchers[b, o] = t > 0
      ? max(0, last(launchers[b, o]) * exp(-launcherLoss[b, o] * tempo[b] * oneDay) * launchersKept[b, o]
        + launchersBrought[b, o]) : opening.launchers[b, o]
    interceptorsBrought[b] = t > 0 ? max(0, opening.interceptors[b] - last(mostInterceptors[b])) : 0
    interceptorsKept[b] = t > 0 && opening.interceptors[b] < last(leastInterceptors[b])
      ? opening.interceptors[b] / last(leastInterceptors[b]) : 1
    mostInterceptors[b] = t > 0 ? max(last(mostInterceptors[b]), opening.interceptors[b]) : opening.interceptors[b]
    leastInterceptors[b] = t > 0 ? min(last(leastInterceptors[b]), opening.interceptors[b]) : opening.interceptors[b]
    interceptors[b] = t > 0
      ? max(0, (last(interceptors[b]) - min(last(interceptors[b]), perTarget * engaged[b])) * interceptorsKept[b]
        + (interceptorsBrought[b] + (fighting ? interceptorProduction[b] * oneDay : 0))) : opening.interceptors[b]
    borne[b] = last(borne[b]) + hits[b]
    pain[b] = armed[b] ? min(1, borne[b] / threshold[b]) : 0
    left[b] = sum(o, worth[o] * stock[b, o])
    spent[b] = armed[b] && store[b] > 0 ? max(0, 1 - left[b] / max(speck, store[b])) : 0
    exhaustion = largest(b, spent[b])
    power[b] = sum(o, worth[o] * couldFire[b, o])
    exhausted[b] = last(exhausted[b]) || t > 0 && opensFire[b] > 0 && power[b] < spentOut * opensFire[b]
    `,
  ],
})
