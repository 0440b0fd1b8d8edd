/**
 * What an international council does: drafts are tabled, withdrawn or put to the vote, and adopted, short of votes or
 * blocked by a permanent member; what is blocked may go on to the General Assembly (docs/theory.md 5).
 *
 * What has happened stands: the day of tabling once it has come, and on the day of the vote the votes and what came of
 * them. What is still to come follows the figures of the day (`would…`), so that an inject never moves what is past.
 * The hazard is written `0 - log(…)` because the negative of log(1) would be minus zero,
 * and a draft that is never tabled would come up an eternity ago.
 */
import type { Mechanism, Read } from '../formula/mechanism.ts'
import { mechanism } from './axes.ts'

/** Upper end of a slice of [0, 1] as it is stated: yes, then abstain, then no, then absent. */
const slice: Read = { of: 'qv', unit: 'fraction', from: 'ballot' }
const ofDraft: Read = { of: 'q', unit: 'flag', from: 'draft' }
const share: Read = { of: 'q', unit: 'fraction', from: 'draft' }
const count: Read = { of: 'q', unit: 'count', from: 'draft' }
const outlook: Read = { of: 'qv', unit: 'fraction', from: 'vote' }
const weight: Read = { of: '', unit: 'log-odds', from: 'weight' }

export const council: Mechanism = mechanism('council', {
  about: 'Tabling, withdrawal, votes and vetoes under the rule of its date (UN Charter 27(3); Voeten 2005).',
  limits:
    'It knows no bargaining over the wording and no vote traded for a favour: a draft stands as it was tabled. What the ' +
    'Assembly does with a blocked draft is a stated chance and no roll call of its members.',
  reads: {
    'w.voteSponsor': weight,
    'w.voteStrength': weight,
    'w.voteBlame': weight,
    'w.voteConduct': weight,
    'w.voteCosponsors': weight,
    tabled: share,
    showdown: share,
    within: { of: 'q', unit: 'day', from: 'draft' },
    strength: share,
    blame: share,
    conduct: share,
    cosponsors: count,
    'given.strength': share,
    'given.blame': share,
    'given.conduct': share,
    'given.cosponsors': count,
    assembly: share,
    assemblyAdopts: share,
    authorises: ofDraft,
    condemns: ofDraft,
    substantive: ofDraft,
    favoursAttacked: ofDraft,
    'said.yesUpTo': slice,
    'said.abstainUpTo': slice,
    'said.noUpTo': slice,
    stated: { of: 'qv', unit: 'flag', from: 'vote' },
    withSponsor: outlook,
    withBlamed: outlook,
    permanent: { of: 'v', unit: 'flag', from: 'member' },
    restraint: { of: 'v', unit: 'fraction', from: 'member' },
    needed: { of: '', unit: 'count', from: 'rule' },
    vetoPower: { of: '', unit: 'flag', from: 'rule' },
    bypass: { of: '', unit: 'flag', from: 'rule' },
    attacked: { of: 'b', unit: 'flag', from: 'situation' },
    seated: { of: 'd', unit: 'flag', from: 'situation' },
  },
  constants: {
    oneDay: { value: 1, unit: 'day', source: 'the step of the day loop' },
    soonest: { value: 2, unit: 'day', source: 'docs/theory.md 5: a vote follows tabling after 2 to 7 days' },
    latest: { value: 7, unit: 'day', source: 'docs/theory.md 5: a vote follows tabling after 2 to 7 days' },
    assemblySoonest: {
      value: 3,
      unit: 'day',
      source: 'docs/theory.md 5: the Assembly votes 3 to 10 days after a veto',
    },
    assemblyLatest: {
      value: 10,
      unit: 'day',
      source: 'docs/theory.md 5: the Assembly votes 3 to 10 days after a veto',
    },
    cut: {
      value: 0.7,
      unit: 'log-odds',
      source: 'docs/theory.md 5: who leans neither way abstains one time in three; judgement',
    },
    manyCosponsors: {
      value: 50,
      unit: 'count',
      source: 'docs/theory.md 5: cosponsors by which their weight counts in full; judgement',
    },
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
    convening: { of: 'q', law: 'uniform' },
    session: { of: 'q', law: 'uniform' },
    majority: { of: 'q', law: 'uniform' },
  },
  units: {
    hazard: 'number/day',
    pace: 'number/day',
    tabledOn: 'day',
    votedOn: 'day',
    assemblyOn: 'day',
    withdrawn: 'flag',
    carried: 'flag',
    blocked: 'flag',
    mandates: 'flag',
    blames: 'flag',
    forAttacked: 'flag',
    goesOn: 'flag',
    agreed: 'flag',
  },
  equations: [
    `
    score[q, v] = w.voteSponsor * withSponsor[q, v] - w.voteStrength * strength[q] * restraint[v]
      - w.voteBlame * blame[q] * withBlamed[q, v] + w.voteConduct * conduct[q]
      + w.voteCosponsors * cosponsors[q] / manyCosponsors
    shift[q, v] = w.voteConduct * (conduct[q] - given.conduct[q])
      + w.voteCosponsors * (cosponsors[q] - given.cosponsors[q]) / manyCosponsors
      - w.voteStrength * (strength[q] - given.strength[q]) * restraint[v]
      - w.voteBlame * (blame[q] - given.blame[q]) * withBlamed[q, v]
    moved[q, v] = shift[q, v] != 0 && said.noUpTo[q, v] > 0
    times[q, v] = exp(shift[q, v])
    yesUpTo[q, v] = !stated[q, v] ? 1 / (1 + exp(cut - score[q, v]))
      : !moved[q, v] ? said.yesUpTo[q, v]
      : said.noUpTo[q, v] * said.yesUpTo[q, v] * times[q, v]
        / (said.noUpTo[q, v] - said.yesUpTo[q, v] + said.yesUpTo[q, v] * times[q, v])
    abstainUpTo[q, v] = !stated[q, v] ? 1 / (1 + exp(-cut - score[q, v]))
      : !moved[q, v] ? said.abstainUpTo[q, v]
      : said.noUpTo[q, v] * said.abstainUpTo[q, v] * times[q, v]
        / (said.noUpTo[q, v] - said.abstainUpTo[q, v] + said.abstainUpTo[q, v] * times[q, v])
    noUpTo[q, v] = stated[q, v] ? said.noUpTo[q, v] : 1
    `,
    `
    hazard[q] = (0 - log(1 - tabled[q])) / within[q]
    expectedYes[q] = sum(v, yesUpTo[q, v])
    givesUp[q] = expectedYes[q] + soundings[q] < needed && resolve[q] >= showdown[q]
    yes[q, v] = ballot[q, v] < yesUpTo[q, v]
    no[q, v] = ballot[q, v] >= abstainUpTo[q, v] && ballot[q, v] < noUpTo[q, v]
    wouldVoteYes[q] = sum(v, yes[q, v] ? 1 : 0)
    wouldCarry[q] = wouldVoteYes[q] >= needed
    wouldBlock[q] = vetoPower && substantive[q] && any(v, permanent[v] && no[q, v])
    helps[q, d] = attacked[recipient[d]] ? favoursAttacked[q] : !favoursAttacked[q]
    wouldSay[q, d] = !seated[d] ? 0
      : helps[q, d] ? (yes[q, seat[d]] ? friendlyVote : 0)
      : !no[q, seat[d]] ? 0
      : wouldCarry[q] && vetoPower && substantive[q] && permanent[seat[d]] ? vetoCast : friendlyVote
    wouldGoOn[q] = bypass && convening[q] < assembly[q]
    wouldAgree[q] = majority[q] < assemblyAdopts[q]
    `,
    `
    tabledOn[q] = t <= 0 ? tabling[q] / hazard[q]
      : last(isTabled[q]) || hazard[q] == last(pace[q]) ? last(tabledOn[q])
      : t - oneDay + (tabling[q] - last(waited[q])) / hazard[q]
    pace[q] = t >= 0 ? hazard[q] : 0
    waited[q] = last(waited[q])
      + (t > 0 ? hazard[q] * max(0, min(oneDay, within[q] - (t - oneDay))) : 0)
    votedOn[q] = tabledOn[q] + soonest + (latest - soonest) * delay[q]
    assemblyOn[q] = votedOn[q] + assemblySoonest + (assemblyLatest - assemblySoonest) * session[q]
    isTabled[q] = last(isTabled[q]) || tabledOn[q] <= within[q] && t >= tabledOn[q]
    withdrawn[q] = last(isDue[q]) ? last(withdrawn[q]) : givesUp[q]
    yesVotes[q] = last(isDue[q]) ? last(yesVotes[q]) : wouldVoteYes[q]
    carried[q] = last(isDue[q]) ? last(carried[q]) : wouldCarry[q]
    blocked[q] = last(isDue[q]) ? last(blocked[q]) : wouldBlock[q]
    voice[q, d] = last(isDue[q]) ? last(voice[q, d]) : wouldSay[q, d]
    mandates[q] = last(isDue[q]) ? last(mandates[q]) : authorises[q]
    blames[q] = last(isDue[q]) ? last(blames[q]) : condemns[q]
    forAttacked[q] = last(isDue[q]) ? last(forAttacked[q]) : favoursAttacked[q]
    goesOn[q] = last(isDue[q]) ? last(goesOn[q]) : wouldGoOn[q]
    isDue[q] = isTabled[q] && t >= votedOn[q]
    isVoted[q] = isDue[q] && !withdrawn[q]
    isAdopted[q] = isVoted[q] && carried[q] && !blocked[q]
    isVetoed[q] = isVoted[q] && carried[q] && blocked[q]
    isShort[q] = isVoted[q] && !carried[q]
    agreed[q] = last(hasMet[q]) ? last(agreed[q]) : wouldAgree[q]
    hasMet[q] = isVetoed[q] && goesOn[q] && t >= assemblyOn[q]
    byAssembly[q] = hasMet[q] && agreed[q]
    yesCast[q] = isVoted[q] ? yesVotes[q] : 0
    backing[d] = largest(q, isVoted[q] ? voice[q, d] : 0)
    authorised[b] = any(q, isAdopted[q] && mandates[q] && (attacked[b] ? forAttacked[q] : !forAttacked[q]))
    outcome[q] = !isTabled[q] ? 0
      : withdrawn[q] ? (isDue[q] ? 1 : 5)
      : isShort[q] ? 2 : isVetoed[q] ? 3 : isAdopted[q] ? 4 : 5
    `,
  ],
})
