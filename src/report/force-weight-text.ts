/** The weights of coalitions, arsenals, votes, legitimacy and the rival rules in plain words. */

export const FORCE_WEIGHTS: Readonly<Record<string, string>> = {
  // rival rules
  strongDeterrence: 'how many times nuclear danger counts under strong deterrence',
  reputation: 'what it costs a name to fall short of a promise',
  honoured: 'the chance that a promise is honoured',
  neutralityKept: 'the chance that a promise of neutrality is kept',
  shadowPrice: 'the price of force at its least',
  scarcity: 'how fast the price of force climbs as the rest is used up',
  // coalitions
  coalitionBase: 'how readily states join a coalition at all',
  coalitionLegitimacy: "the weight of legitimacy in a state's joining",
  coalitionAlignment: "the weight of alignment in a state's joining",
  coalitionDependence: "the weight of dependence in a state's joining",
  coalitionHarm: "the weight of harm suffered in a state's joining",
  coalitionPeers: "the weight of those who have joined in a state's joining",
  coalitionCost: "the weight of cost in a state's joining",
  coalitionDomestic: "the weight of constraint at home in a state's joining",
  coalitionPressure: "the weight of the leader's pressure in a state's joining",
  // council
  assemblyWorth: 'what a vote of the General Assembly is worth beside one of the council',
  voteSponsor: 'the weight of the tie to the sponsor in a vote',
  voteStrength: 'the weight of what a draft asks for in a vote',
  voteBlame: 'the weight of blame in a vote',
  voteConduct: 'the weight of conduct in a vote',
  voteCosponsors: 'the weight of cosponsors in a vote',
  // arsenals
  effortMissile: 'what a missile counts for in the effort',
  effortDrone: 'what a drone counts for in the effort',
  effortStrike: 'what a strike counts for in the effort',
  effortPerThousand: 'what a thousand people of a helper in combat add to the effort in a day',
}
