/**
 * What a treaty clause in force requires of a third party in this crisis, and what it
 * forbids. Clauses, not labels: five independent promises per direction (ATOP), each
 * bound by its casus foederis.
 */
import type { Mechanism, Read } from '../formula/mechanism.ts'
import { mechanism } from './axes.ts'

/** A fact about the tie from a supporter to a belligerent. */
const fact: Read = { of: 'db', unit: 'flag', from: 'promise' }

export const obligation: Mechanism = mechanism('obligation', {
  about:
    'Clauses that bind in this crisis (ATOP: Leeds, Ritter, Mitchell & Long 2002), what they require and what they forbid.',
  reads: {
    defence: fact,
    offence: fact,
    neutrality: fact,
    nonaggression: fact,
    consultation: fact,
    triggered: fact,
    covered: fact,
    excluded: fact,
    discretion: fact,
    requiredLevel: { of: 'db', unit: 'level', from: 'promise' },
    against: { of: 'db', unit: 'flag', from: 'situation' },
    attacked: { of: 'b', unit: 'flag', from: 'situation' },
  },
  equations: [
    `
    binds[d, b] = triggered[d, b] && covered[d, b] && !excluded[d, b]
    owesForce[d] = binds[d, recipient[d]]
      && (attacked[recipient[d]] ? defence[d, recipient[d]] : offence[d, recipient[d]])
    force[d] = owesForce[d] ? (discretion[d, recipient[d]] ? 1 : requiredLevel[d, recipient[d]]) : 0
    voice[d] = binds[d, recipient[d]] && consultation[d, recipient[d]] ? 1 : 0
    required[d, k] = k == combat ? force[d] : k == political ? voice[d] : 0
    barred[d, k] = any(b, against[d, b] && (
      k != political && attacked[b] && binds[d, b] && neutrality[d, b]
      || k == combat && nonaggression[d, b]))
    `,
  ],
})
