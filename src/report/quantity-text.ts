/**
 * The id of a quantity in plain words: `ties.russia-iran.stake` is Russia's
 * stake in Iran. A driver that a reader cannot name is no help.
 */
import type { Scenario } from '../scenario/scenario.ts'
import { draftText } from './draft-text.ts'
import { flowQuantityText } from './flow-quantity-text.ts'
import { forceQuantityText } from './force-quantity-text.ts'
import { FORCE_WEIGHTS } from './force-weight-text.ts'
import { actorName, possessive, spaced } from './names.ts'
import { ruleText } from './rule-text.ts'

export { actorName, possessive } from './names.ts'

export function quantityText(id: string, scenario: Scenario): string {
  const [kind = '', ...path] = id.split('.')
  switch (kind) {
    case 'ties':
      return tieText(path, scenario) ?? id
    case 'actors':
      return actorText(path, scenario) ?? id
    case 'weights':
      return (
        WEIGHTS[path[0] ?? ''] ?? FORCE_WEIGHTS[path[0] ?? ''] ?? `the weight of ${spaced(path.join(' '))}`
      )
    case 'channels':
      return channelText(path) ?? id
    case 'crisis':
      return CRISIS[path[0] ?? ''] ?? id
    case 'proxies':
      return proxyText(path, scenario) ?? id
    case 'rules':
      return ruleText(path[0] ?? '')
    default:
      return (
        flowQuantityText(id, scenario) ?? forceQuantityText(id, scenario) ?? draftText(path, scenario) ?? id
      )
  }
}

const WEIGHTS: Readonly<Record<string, string>> = {
  nuclear: 'the weight of nuclear risk',
  opponentPower: "the weight of the opponent's power",
  thirdPartyCost: 'the weight of cost with third parties',
  domesticConstraint: 'the weight of constraint at home',
  precommitment: 'the weight of earlier commitment',
  precision: 'the precision of choice',
  leaning: "the spread of supporters' common leanings",
  salience: "the spread of the case's salience",
  selection: 'the correction for picked candidates',
  freeRiding: 'free riding on what others give',
  lossOfStrength: 'the loss of strength with distance',
  entryBase: 'how readily groups enter at all',
  entryThreat: "the weight of the threat to its ally in a group's entry",
  entryRequest: "the weight of the patron's request in a group's entry",
  entryTrigger: "the weight of provocation in a group's entry",
  entryTerritory: "the weight of strikes on its own territory in a group's entry",
  entryDepletion: "the weight of losses in a group's entry",
  entryFear: "the weight of fear in a group's entry",
  entryHost: "the weight of the host country in a group's entry",
  depletionRate: 'how fast retaliation wears a group down',
  fearRate: 'how fast retaliation frightens a group',
  fearLife: 'how long fear of retaliation lasts',
  directContact: 'how often people in the theatre clash with the other side',
  nuclearRestraint: 'how far two arsenals hold a clash back from growing',
  mutualForce: 'the share of disputes between nuclear powers in which both use force',
  dyadWar: 'the share of disputes between nuclear powers that become wars',
  openDispute: 'how long a dispute between nuclear powers stays open',
  mediatorEffect: 'how far a mediator hastens the end',
  needAfter: 'what remains of the need after the end',
  endCeasefire: 'the share of ceasefires among endings',
  endConcession: 'the share of concessions of the attacked among endings',
  endWithdrawal: 'the share of withdrawals of the attackers among endings',
  endRegimeChange: 'the share of fallen governments among endings',
  endFrozen: 'the share of endings without an agreement',
  gateThirdParty: "the weight of cost with third parties in a supplier's release of arms",
  gatePaid: "the weight of payment in a supplier's release of arms",
  gateOwnNeed: "the weight of the supplier's own need in its release of arms",
  gateWar: "the weight of the war in a supplier's release of arms",
  intelligenceGain: 'what perfect intelligence adds to strikes',
  adaptation: 'how long it takes the other side to adapt to shared intelligence',
  exposureCost: 'what it costs a supporter that its sharing of intelligence is known',
  restraint: 'how far traffic of a nuclear power that does not fight is spared',
}

/** `of` and `to` are the giver's and the recipient's names; `whose` the giver's with the possessive. */
interface Pair {
  readonly of: string
  readonly to: string
  readonly whose: string
}

const TIES: Readonly<Record<string, (pair: Pair) => string>> = {
  alignment: ({ to, whose }) => `${whose} alignment with ${to}`,
  stake: ({ to, whose }) => `${whose} stake in ${to}`,
  access: ({ to, whose }) => `${whose} access to ${to}`,
  thirdPartyCost: ({ to, whose }) => `${whose} cost with third parties over ${to}`,
  domesticConstraint: ({ to, whose }) => `${whose} constraint at home over ${to}`,
  precommitment: ({ to, whose }) => `${whose} earlier commitment to ${to}`,
  freeCapacity: ({ of, to }) => `the force that ${of} can spare for ${to}`,
  distance: ({ of, to }) => `the distance from ${of} to ${to}`,
  rivalry: ({ to, whose }) => `${whose} rivalry with ${to}`,
  nuclearRisk: ({ of, to }) => `the nuclear risk between ${of} and ${to}`,
  opponentPower: ({ of, to }) => `the power of ${to} against ${of}`,
  trust: ({ of, to }) => `how far ${to} relies on what ${of} tells it`,
}

function tieText(
  [tieId = '', field = '', sector = '']: readonly string[],
  scenario: Scenario,
): string | undefined {
  const ends = tieEnds(tieId, scenario)
  if (ends === undefined) return undefined
  const [of, to] = [actorName(ends[0], scenario), actorName(ends[1], scenario)]
  const whose = possessive(of)
  if (field === 'dependence') return `${whose} dependence on ${to} in ${sector.replaceAll('-', ' ')}`
  return TIES[field]?.({ of, to, whose }) ?? `${spaced(field)} of ${of} towards ${to}`
}

/** From whom and to whom; of a tie that nobody stated, by the actors whose ids make up its own. */
function tieEnds(id: string, { ties, actors }: Scenario): readonly [string, string] | undefined {
  const tie = ties.get(id)
  if (tie !== undefined) return [tie.from, tie.to]
  const from = [...actors.keys()].find(
    (actor) => id.startsWith(`${actor}-`) && actors.has(id.slice(actor.length + 1)),
  )
  return from === undefined ? undefined : [from, id.slice(from.length + 1)]
}

function actorText([id = '', field = '']: readonly string[], scenario: Scenario): string | undefined {
  if (!scenario.actors.has(id)) return undefined
  const name = actorName(id, scenario)
  if (field === 'utilisation') return `how far ${name} is committed elsewhere`
  if (field === 'size') return `${possessive(name)} relative size`
  if (field === 'ownIntelligence') return `what ${name} sees by itself`
  if (field === 'commercialIntelligence') return `what ${name} can buy of intelligence`
  return `${possessive(name)} ${spaced(field)}`
}

const CRISIS: Readonly<Record<string, string>> = {
  duration: 'how long the intense phase lasts',
  mediator: 'how strong the mediator is',
  regimeThreat: 'how far the government attacked is threatened',
  channelsOpen: 'how far channels between the sides are open',
}

/** No verb has the group for its subject: a name may stand for one or for many. */
const PROXIES: Readonly<Record<string, (name: string) => string>> = {
  request: (name) => `how much is asked of ${name} by the patron`,
  trigger: (name) => `how strong the provocation of ${name} is`,
  ownTerritory: (name) => `how far ${possessive(name)} own territory is struck`,
  hostConstraint: (name) => `what holds ${name} back at home`,
  opposition: (name) => `how strong those who strike ${name} are`,
  rate: (name) => `${possessive(name)} launches at full strength`,
}

function proxyText([id = '', field = '']: readonly string[], scenario: Scenario): string | undefined {
  if (!scenario.proxies.has(id)) return undefined
  const name = actorName(id, scenario)
  return PROXIES[field]?.(name) ?? `${possessive(name)} ${spaced(field)}`
}

const CHANNELS: Readonly<Record<string, (channel: string) => string>> = {
  alpha: (channel) => `the readiness to give ${channel}`,
  gamma: (channel) => `the rising price of more ${channel}`,
  kappa: (channel) => `the threshold of giving any ${channel}`,
}

function channelText([channel = '', ...field]: readonly string[]): string | undefined {
  const last = field.at(-1)
  if (last === undefined) return undefined
  if (field[0] === 'reported') return `the chance that ${channel} support is reported`
  if (field[0] === 'presence')
    return `the people in the theatre with ${channelSupport(channel)} at level ${last}`
  return (
    CHANNELS[last]?.(channelSupport(channel)) ??
    `how much ${spaced(last)} counts in ${channelSupport(channel)}`
  )
}

/** "materiel", "enablement" and "intelligence" are things given; the others are kinds of support. */
export function channelSupport(channel: string): string {
  return ['materiel', 'enablement', 'intelligence'].includes(channel) ? channel : `${channel} support`
}
