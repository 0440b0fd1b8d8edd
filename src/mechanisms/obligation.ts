/**
 * What a treaty clause in force requires of a third party in this crisis, and what it
 * forbids. Clauses, not labels: five independent promises per direction (ATOP), each
 * bound by its casus foederis. Whether a promise is kept is a matter of `support`, or, under
 * the rule of fulfilment, of a draw for each dyad (docs/theory.md 23).
 */
import type { Mechanism, Read } from '../formula/mechanism.ts'
import { mechanism } from './axes.ts'
import { formCodes } from './rules.ts'

/** A fact about the tie from a supporter to a belligerent. */
const fact: Read = { of: 'db', unit: 'flag', from: 'promise' }
const share: Read = { of: '', unit: 'fraction', from: 'weight' }

export const obligation: Mechanism = mechanism('obligation', {
  about:
    'Clauses that bind in this crisis (ATOP: Leeds, Ritter, Mitchell & Long 2002), what they require and what they forbid.',
  limits:
    'It reads clauses as they are coded and knows no secret protocol and no quarrel over what a clause means. ' +
    'A promise is never renegotiated in the course of a crisis.',
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
    'form.obligation': { of: '', unit: 'number', from: 'form' },
    'w.honoured': share,
    'w.neutralityKept': share,
  },
  constants: formCodes('obligation'),
  draws: {
    word: { of: 'd', law: 'uniform' },
    abstention: { of: 'd', law: 'uniform' },
  },
  equations: [
    `
    binds[d, b] = triggered[d, b] && covered[d, b] && !excluded[d, b]
    owesForce[d] = binds[d, recipient[d]]
      && (attacked[recipient[d]] ? defence[d, recipient[d]] : offence[d, recipient[d]])
    force[d] = owesForce[d] ? (discretion[d, recipient[d]] ? 1 : requiredLevel[d, recipient[d]]) : 0
    voice[d] = binds[d, recipient[d]] && consultation[d, recipient[d]] ? 1 : 0
    required[d, k] = k == combat ? force[d] : k == political ? voice[d] : 0
    neutral[d, k] = k != political
      && any(b, against[d, b] && attacked[b] && binds[d, b] && neutrality[d, b])
    peaceful[d, k] = k == combat && any(b, against[d, b] && attacked[b] && nonaggression[d, b])
    forbidden[d, k] = neutral[d, k] || peaceful[d, k]
    honours[d] = form.obligation == obligationFulfilment && word[d] < w.honoured
    abstains[d] = form.obligation != obligationFulfilment || abstention[d] < w.neutralityKept
    owed[d, k] = honours[d] ? required[d, k] : 0
    barred[d, k] = form.obligation == obligationFulfilment
      ? peaceful[d, k] || neutral[d, k] && abstains[d] : forbidden[d, k]
    `,
  ],
})
