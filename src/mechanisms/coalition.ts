/**
 * Who joins a belligerent's side, and how far: a threshold cascade. Each candidate has a readiness of its own and
 * a patience drawn once a playout; who has joined by yesterday pulls others along today, so the cascade runs
 * by one round a day, upward only (docs/theory.md 21).
 */
import type { Mechanism, Read } from '../formula/mechanism.ts'
import { mechanism, roleCode } from './axes.ts'

const weight: Read = { of: '', unit: 'log-odds', from: 'weight' }
const ofCandidate: Read = { of: 'f', unit: 'fraction', from: 'candidate' }
const CUT = { unit: 'log-odds', source: 'docs/theory.md 21: where a role begins; judgement' } as const

export const coalition: Mechanism = mechanism('coalition', {
  about: 'Roles of those who join, by a threshold cascade (Granovetter 1978; Watts 2002; Tago 2007).',
  limits:
    'Nobody leaves a coalition and nobody is bought into it, and a candidate looks only at the coalition of its own leader. ' +
    'Readiness is one figure: who lends bases gladly and would never fight has to be told by its costs.',
  reads: {
    'w.coalitionBase': weight,
    'w.coalitionLegitimacy': weight,
    'w.coalitionAlignment': weight,
    'w.coalitionDependence': weight,
    'w.coalitionHarm': weight,
    'w.coalitionPeers': weight,
    'w.coalitionCost': weight,
    'w.coalitionDomestic': weight,
    'w.coalitionPressure': weight,
    alignment: ofCandidate,
    dependence: ofCandidate,
    harm: ofCandidate,
    cost: ofCandidate,
    domesticConstraint: ofCandidate,
    pressure: ofCandidate,
    size: ofCandidate,
    absentCandidate: { of: 'f', unit: 'flag', from: 'situation' },
    attacked: { of: 'b', unit: 'flag', from: 'situation' },
    'legitimacy.level': { of: 'b', unit: 'number', from: 'mechanism', otherwise: 0 },
    'termination.ended': { of: '', unit: 'flag', from: 'mechanism', otherwise: 0 },
  },
  constants: {
    toDefensive: { value: 0.7, ...CUT },
    toLogistics: { value: 1.4, ...CUT },
    toCombat: { value: 2.2, ...CUT },
    basing: roleCode('basing'),
    defensive: roleCode('defensive'),
    logistics: roleCode('logistics'),
    fighting: roleCode('combat'),
  },
  draws: {
    luck: { of: 'f', law: 'uniform' },
  },
  units: { others: 'fraction', all: 'fraction' },
  equations: [
    `
    taste[f] = log(luck[f]) - log(1 - luck[f])
    heads[f] = absentCandidate[f] ? 0 : size[f]
    all[b] = sum(f, leader[f] == b ? heads[f] : 0)
    others[f] = all[leader[f]] - heads[f]
    own[f] = w.coalitionBase + w.coalitionAlignment * alignment[f] + w.coalitionDependence * dependence[f]
      + w.coalitionHarm * harm[f] + w.coalitionPressure * pressure[f]
      - w.coalitionCost * cost[f] - w.coalitionDomestic * domesticConstraint[f]
    targets = sum(b, attacked[b] ? 1 : 0)
    attackers = sum(b, attacked[b] ? 0 : 1)
    states[b] = attacked[b] ? targets : attackers
    `,
    `
    gathered[b] = sum(f, leader[f] == b && last(role[f]) >= basing ? heads[f] : 0)
    peers[f] = others[f] > 0
      ? min(1, max(0, gathered[leader[f]] - (last(role[f]) >= basing ? heads[f] : 0)) / others[f]) : 0
    readiness[f] = own[f] + w.coalitionLegitimacy * legitimacy.level[leader[f]] + w.coalitionPeers * peers[f]
    weighed[f] = readiness[f] + taste[f]
    called[f] = weighed[f] >= toCombat ? fighting : weighed[f] >= toLogistics ? logistics
      : weighed[f] >= toDefensive ? defensive : weighed[f] >= 0 ? basing : 0
    mayJoin[f] = t > 0 && !last(termination.ended) && !absentCandidate[f]
    role[f] = mayJoin[f] ? max(last(role[f]), called[f]) : last(role[f])
    withAttacked = sum(f, attacked[leader[f]] && role[f] >= basing ? 1 : 0)
    withAttackers = sum(f, !attacked[leader[f]] && role[f] >= basing ? 1 : 0)
    fightWithAttacked = sum(f, attacked[leader[f]] && role[f] >= fighting ? 1 : 0)
    fightWithAttackers = sum(f, !attacked[leader[f]] && role[f] >= fighting ? 1 : 0)
    joined[b] = states[b] + (attacked[b] ? withAttacked : withAttackers)
    combat[b] = states[b] + (attacked[b] ? fightWithAttacked : fightWithAttackers)
    share[b] = all[b] > 0
      ? min(1, sum(f, leader[f] == b && role[f] >= basing ? heads[f] : 0) / all[b]) : 0
    `,
  ],
  decisions: {
    role: {
      kind: 'threshold',
      score: 'score[f] = weighed[f]',
      cuts: [0, 'toDefensive', 'toLogistics', 'toCombat'],
      open: 'mayJoin',
    },
  },
})
