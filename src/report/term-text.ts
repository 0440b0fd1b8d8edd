/** The terms of decisions in plain words: what pulled somebody to a level, or an event nearer. */

const WORDS: Readonly<Record<string, string>> = {
  // support
  alpha: 'readiness to give in this channel',
  alignment: 'shared positions',
  rivalry: 'rivalry with the other side',
  precommitment: 'earlier commitment',
  freeCapacity: 'force to spare',
  access: 'a way in',
  nuclear: 'nuclear risk',
  opponentPower: "the opponent's power",
  thirdPartyCost: 'cost with third parties',
  domesticConstraint: 'constraint at home',
  leaning: 'its own leaning (drawn)',
  salience: 'salience of the case (drawn)',
  stake: 'stake in the recipient, by need',
  'stake*freeRiding': 'what others give already',
  authorisation: 'a mandate of the council',
  obligation: 'a promise that binds',
  kappa: 'threshold of giving any',
  selection: 'correction for picked candidates',
  gamma: 'rising price of more',
  decision: 'chance of the moment (drawn)',
  // proxies
  entryBase: 'where every group begins',
  entryThreat: "threat to its ally's government",
  entryRequest: "its ally's request",
  entryTrigger: 'a trigger, such as a killing',
  entryTerritory: 'attacks on its own ground',
  entryDepletion: 'its losses',
  entryFear: 'fear of what would follow',
  entryHost: 'constraint of its host',
  // termination
  duration: 'how long such fighting lasts',
  mediatorEffect: 'a mediator at work',
  painTarget: 'pain of the attacked',
  painAttacker: 'pain of the attackers',
  exhaustion: 'exhaustion of arsenals',
  regimeThreat: 'threat to the government attacked',
  tilted: 'share of this ending among all',
  // escalation
  directContact: 'danger per thousand people a day',
  people: 'thousands of people in the theatre',
  // arms
  release: 'how likely a release was judged',
  releaseBy: 'the time that it was judged over',
  gatePaid: 'what is paid, since it was judged',
  gateThirdParty: 'cost with third parties, since',
  gateOwnNeed: "the supplier's own need, since",
  gateWar: 'the war on the recipient',
  // what a hazard has to overcome
  riskDays: 'days at risk',
  patience: 'shortness of patience (drawn)',
  // rival rules
  shadowPrice: 'price of scarce force',
  reputation: 'name lost by a broken promise',
  owed: 'a promise that is honoured',
  // coalition
  coalitionBase: 'where every candidate begins',
  coalitionLegitimacy: 'standing of the cause',
  coalitionAlignment: 'alignment with the leader',
  coalitionDependence: 'dependence on the leader',
  coalitionHarm: 'harm by the other side',
  coalitionPeers: 'others who have joined',
  coalitionCost: 'cost of joining',
  coalitionDomestic: 'constraint at home, of joining',
  coalitionPressure: 'pressure of the leader',
  luck: 'its own inclination (drawn)',
  cut: 'what the role asks for',
  // council
  tabled: 'the draft is tabled',
  withdrawn: 'the draft is withdrawn',
}

/** Undefined for a key that no mechanism of today produces. */
export function termWords(key: string): string | undefined {
  return Object.hasOwn(WORDS, key) ? WORDS[key] : undefined
}

export function termText(key: string): string {
  return termWords(key) ?? key
}
