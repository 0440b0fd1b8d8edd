/** The weights of institutions and coalitions: what moves a vote, and what makes a candidate join. */
import type { Field } from './quantity.ts'

function weight(name: string, about: string): Field {
  return { name, unit: 'log-odds', bounds: [0, Number.POSITIVE_INFINITY], about }
}

export const POLITICS_WEIGHTS: readonly Field[] = [
  weight('voteSponsor', 'Wanting the same world as the sponsor, in a vote.'),
  weight('voteStrength', 'Strong measures, against a vote of who is averse to them.'),
  weight('voteBlame', 'Blame laid on a friend, against a vote.'),
  weight('voteConduct', 'Conduct of the side that a draft is against, for a vote.'),
  weight('voteCosponsors', 'Fifty cosponsors, for a vote.'),
  {
    name: 'assemblyWorth',
    unit: 'fraction',
    bounds: [0, 1],
    about: 'What adoption by the General Assembly is worth of adoption by the council.',
  },
  {
    name: 'coalitionBase',
    unit: 'log-odds',
    bounds: [-20, 20],
    about: 'Readiness to join of a candidate whom nothing moves.',
  },
  weight('coalitionLegitimacy', "The leader's standing, for joining."),
  weight('coalitionAlignment', 'Wanting the same world as the leader, for joining.'),
  weight('coalitionDependence', 'Depending on the leader, for joining.'),
  weight('coalitionHarm', 'Harm done to the candidate by the other side, for joining.'),
  weight('coalitionPeers', 'All other candidates having joined, for joining.'),
  weight('coalitionCost', 'What joining would cost abroad, against it.'),
  weight('coalitionDomestic', 'Constraint at home, against joining.'),
  weight('coalitionPressure', 'Pressure by the leader, for joining.'),
]
