/**
 * What a supporter can still spare at the distance of the fight. Capacity enters the
 * decision once: as this share, or as a share that the analyst states for that distance; or, under the rival
 * rule, as a price that climbs as the rest is used up (docs/theory.md 23).
 */
import type { Mechanism } from '../formula/mechanism.ts'
import { mechanism } from './axes.ts'
import { formCodes } from './rules.ts'

export const capacity: Mechanism = mechanism('capacity', {
  about: 'Share of force not committed elsewhere, times the loss of strength with distance (Boulding 1962).',
  limits:
    'Force is one figure: ships that are free do not stand in for air defence that is not, and it counts as if they did. ' +
    'What is sent here is not missed elsewhere, and nothing is raised anew.',
  reads: {
    stated: { of: 'd', unit: 'flag', from: 'situation' },
    contiguous: { of: 'd', unit: 'flag', from: 'situation' },
    freeCapacity: { of: 'd', unit: 'fraction', from: 'tie' },
    utilisation: { of: 'd', unit: 'fraction', from: 'supporter' },
    distance: { of: 'd', unit: 'km', from: 'tie' },
    'w.lossOfStrength': { of: '', unit: 'km', from: 'weight' },
    'form.capacity': { of: '', unit: 'number', from: 'form' },
    'w.scarcity': { of: '', unit: 'number', from: 'weight' },
  },
  constants: {
    leastLeft: {
      value: 0.02,
      unit: 'fraction',
      source: 'docs/theory.md 23: nobody has committed all; keeps a price finite',
    },
    ...formCodes('capacity'),
  },
  equations: [
    `
    reach[d] = stated[d] || contiguous[d] ? 1 : exp(-distance[d] / w.lossOfStrength)
    free[d] = stated[d] ? freeCapacity[d] : (1 - utilisation[d]) * reach[d]
    left[d] = max(leastLeft, stated[d] ? freeCapacity[d] : 1 - utilisation[d])
    scarce[d] = form.capacity == capacityShadowPrice ? exp(-w.scarcity * log(left[d])) - 1 : 0
    `,
  ],
})
