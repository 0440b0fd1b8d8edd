/**
 * What an international council does: drafts are tabled, withdrawn or put to the vote,
 * and adopted, short of votes or blocked by a permanent member (docs/theory.md 5).
 * The hazard is written `0 - log(…)` because the negative of log(1) would be minus zero,
 * and a draft that is never tabled would come up an eternity ago.
 */
import type { Mechanism, Read } from '../formula/mechanism.ts'
import { mechanism } from './axes.ts'

/** Upper end of the ballot's slice of [0, 1]: yes, then abstain, then no, then absent. */
const slice: Read = { of: 'qv', unit: 'fraction', from: 'ballot' }
const ofDraft: Read = { of: 'q', unit: 'flag', from: 'draft' }

export const council: Mechanism = mechanism('council', {
  about: 'Tabling, withdrawal, votes and vetoes under the rule of its date (UN Charter 27(3); Voeten 2005).',
  reads: {
    tabled: { of: 'q', unit: 'fraction', from: 'draft' },
    showdown: { of: 'q', unit: 'fraction', from: 'draft' },
    authorises: ofDraft,
    substantive: ofDraft,
    favoursAttacked: ofDraft,
    yesUpTo: slice,
    abstainUpTo: slice,
    noUpTo: slice,
    permanent: { of: 'v', unit: 'flag', from: 'member' },
    needed: { of: '', unit: 'count', from: 'rule' },
    vetoPower: { of: '', unit: 'flag', from: 'rule' },
    horizon: { of: '', unit: 'day', from: 'situation' },
    attacked: { of: 'b', unit: 'flag', from: 'situation' },
    seated: { of: 'd', unit: 'flag', from: 'situation' },
  },
  constants: {
    soonest: { value: 2, unit: 'day', source: 'docs/theory.md 5: a vote follows tabling after 2 to 7 days' },
    latest: { value: 7, unit: 'day', source: 'docs/theory.md 5: a vote follows tabling after 2 to 7 days' },
    friendlyVote: {
      value: 2,
      unit: 'level',
      source: 'docs/theory.md 5: a vote for the friend is active backing',
    },
    vetoCast: {
      value: 3,
      unit: 'level',
      source: 'docs/theory.md 5: a veto for the friend is the fullest political support',
    },
  },
  draws: {
    tabling: { of: 'q', law: 'exponential' },
    delay: { of: 'q', law: 'uniform' },
    soundings: { of: 'q', law: 'normal' },
    resolve: { of: 'q', law: 'uniform' },
    ballot: { of: 'qv', law: 'uniform' },
  },
  units: { hazard: 'number/day', tabledOn: 'day', votedOn: 'day' },
  equations: [
    `
    hazard[q] = (0 - log(1 - tabled[q])) / horizon
    expectedYes[q] = sum(v, yesUpTo[q, v])
    tabledOn[q] = tabling[q] / hazard[q]
    votedOn[q] = tabledOn[q] + soonest + (latest - soonest) * delay[q]
    withdrawn[q] = expectedYes[q] + soundings[q] < needed && resolve[q] >= showdown[q]
    yes[q, v] = ballot[q, v] < yesUpTo[q, v]
    no[q, v] = ballot[q, v] >= abstainUpTo[q, v] && ballot[q, v] < noUpTo[q, v]
    yesVotes[q] = sum(v, yes[q, v] ? 1 : 0)
    carried[q] = yesVotes[q] >= needed
    blocked[q] = vetoPower && substantive[q] && any(v, permanent[v] && no[q, v])
    helps[q, d] = attacked[recipient[d]] ? favoursAttacked[q] : !favoursAttacked[q]
    voice[q, d] = !seated[d] ? 0
      : helps[q, d] ? (yes[q, seat[d]] ? friendlyVote : 0)
      : !no[q, seat[d]] ? 0
      : carried[q] && vetoPower && substantive[q] && permanent[seat[d]] ? vetoCast : friendlyVote
    `,
    `
    isTabled[q] = t >= tabledOn[q]
    isVoted[q] = t >= votedOn[q] && !withdrawn[q]
    isAdopted[q] = isVoted[q] && carried[q] && !blocked[q]
    isVetoed[q] = isVoted[q] && carried[q] && blocked[q]
    isShort[q] = isVoted[q] && !carried[q]
    yesCast[q] = isVoted[q] ? yesVotes[q] : 0
    backing[d] = largest(q, isVoted[q] ? voice[q, d] : 0)
    authorised[b] = any(q, isAdopted[q] && authorises[q] && (attacked[b] ? favoursAttacked[q] : !favoursAttacked[q]))
    outcome[q] = !isTabled[q] ? 0
      : withdrawn[q] ? (t >= votedOn[q] ? 1 : 5)
      : isShort[q] ? 2 : isVetoed[q] ? 3 : isAdopted[q] ? 4 : 5
    `,
  ],
})
