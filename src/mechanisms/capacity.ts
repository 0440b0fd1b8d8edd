/**
 * What a supporter can still spare at the distance of the fight. Capacity enters the
 * decision once: as this share, or as a share that the analyst states for that distance.
 */
import type { Mechanism } from '../formula/mechanism.ts'
import { mechanism } from './axes.ts'

export const capacity: Mechanism = mechanism('capacity', {
  about: 'Share of force not committed elsewhere, times the loss of strength with distance (Boulding 1962).',
  reads: {
    stated: { of: 'd', unit: 'flag', from: 'situation' },
    contiguous: { of: 'd', unit: 'flag', from: 'situation' },
    freeCapacity: { of: 'd', unit: 'fraction', from: 'tie' },
    utilisation: { of: 'd', unit: 'fraction', from: 'supporter' },
    distance: { of: 'd', unit: 'km', from: 'tie' },
    'w.lossOfStrength': { of: '', unit: 'km', from: 'weight' },
  },
  equations: [
    `
    reach[d] = contiguous[d] ? 1 : exp(-distance[d] / w.lossOfStrength)
    free[d] = stated[d] ? freeCapacity[d] : (1 - utilisation[d]) * reach[d]
    `,
  ],
})
