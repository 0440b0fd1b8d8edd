/**
 * Who carries the fight of a side: its own arsenal, groups that fight for it, and states that help it with troops. What
 * each expends is added up in one unit, munitions times the weight of their class (docs/theory.md 22).
 */
import type { Mechanism, Read } from '../formula/mechanism.ts'
import { mechanism, roleCode } from './axes.ts'

const weight: Read = { of: '', unit: 'number', from: 'weight' }

export const effort: Mechanism = mechanism('effort', {
  about: 'Ledger of what is fired and flown for each side, by who does it: itself, groups, helpers.',
  limits:
    'It counts what is expended and not what it achieves, and the weights of the classes are judgement. Tools, words and ' +
    'money are no effort here: they stand in the levels of support.',
  reads: {
    'w.effortDrone': weight,
    'w.effortStrike': weight,
    'w.effortPerThousand': { of: '', unit: 'number/day', from: 'weight' },
    presence: { of: 'kl', unit: 'number', from: 'channel' },
    size: { of: 'f', unit: 'fraction', from: 'candidate' },
    'arsenal.worth': { of: 'o', unit: 'number', from: 'mechanism', otherwise: 0 },
    'arsenal.launched': { of: 'bo', unit: 'count', from: 'mechanism', otherwise: 0 },
    'proxies.launches': { of: 'g', unit: 'count', from: 'mechanism', otherwise: 0 },
    'delivery.delivered': { of: 'dk', unit: 'level', from: 'mechanism', otherwise: 0 },
    'coalition.role': { of: 'f', unit: 'number', from: 'mechanism', otherwise: 0 },
    'termination.ended': { of: '', unit: 'flag', from: 'mechanism', otherwise: 0 },
  },
  constants: {
    oneDay: { value: 1, unit: 'day', source: 'the step of the day loop' },
    fightsToo: roleCode('combat'),
  },
  equations: [
    `
    own[b] = sum(o, arsenal.worth[o] * arsenal.launched[b, o])
    byGroups[b] = sum(g, ally[g] == b ? w.effortDrone * proxies.launches[g] : 0)
    fighting = t > 0 && !last(termination.ended)
    troops[d] = fighting ? sum(l, l > 0 && delivery.delivered[d, combat] == l ? presence[combat, l] : 0) : 0
    byHelpers[b] = sum(d, recipient[d] == b ? w.effortPerThousand * oneDay * w.effortStrike * troops[d] : 0)
      + sum(f, leader[f] == b && coalition.role[f] >= fightsToo ? size[f] * own[b] : 0)
    fired[b, o] = last(fired[b, o]) + arsenal.launched[b, o]
    byGroup[b] = last(byGroup[b]) + sum(g, ally[g] == b ? proxies.launches[g] : 0)
    helped[b, o] = last(helped[b, o]) + sum(f, leader[f] == b && coalition.role[f] >= fightsToo
      ? size[f] * arsenal.launched[b, o] : 0)
      + (o == strike ? sum(d, recipient[d] == b ? w.effortPerThousand * oneDay * troops[d] : 0) : 0)
    ownSum[b] = last(ownSum[b]) + own[b]
    groupSum[b] = last(groupSum[b]) + byGroups[b]
    helperSum[b] = last(helperSum[b]) + byHelpers[b]
    total[b] = ownSum[b] + groupSum[b] + helperSum[b]
    ownShare[b] = total[b] > 0 ? ownSum[b] / total[b] : 0
    groupShare[b] = total[b] > 0 ? groupSum[b] / total[b] : 0
    helperShare[b] = total[b] > 0 ? helperSum[b] / total[b] : 0
    `,
  ],
})
