/** What can be asked of flows: arms, routes, livelihoods, and what shared intelligence adds. */
import type { Metric } from './metric.ts'

const plain = { kind: 'state', dyadic: false, staged: false } as const
const ofArms = { ...plain, of: 'arms', unit: 'count' } as const
const ofShipment = { ...plain, of: 'shipment' } as const
const ofMarket = { ...plain, of: 'market' } as const
const ofBuyer = { ...plain, of: 'buyer', dyadic: true } as const
const ofPair = { ...plain, of: 'supporter', dyadic: true } as const

export const FLOW_METRICS: readonly Metric[] = [
  {
    ...ofArms,
    name: 'arms.released',
    kind: 'event',
    unit: 'flag',
    about: 'the supplier lets the arms go',
    variable: 'arms.released',
  },
  { ...ofArms, name: 'arms.built', about: 'units built since the order', variable: 'arms.built' },
  {
    ...ofArms,
    name: 'arms.inProduction',
    about: 'units ordered and not built',
    variable: 'arms.inProduction',
  },
  {
    ...ofArms,
    name: 'arms.withheld',
    about: 'units built and held back by the supplier',
    variable: 'arms.withheld',
  },
  { ...ofArms, name: 'arms.delivered', about: 'units delivered from this order', variable: 'arms.delivered' },
  {
    ...ofArms,
    name: 'arms.deliveredShare',
    unit: 'fraction',
    about: 'share of the order that has been delivered',
    variable: 'arms.deliveredShare',
  },
  {
    ...ofArms,
    name: 'arms.integrated',
    about: 'units of this order that crews can use in battle',
    variable: 'arms.integrated',
  },
  {
    ...ofArms,
    name: 'arms.fielded',
    about: 'units in service, old and new, less those lost',
    variable: 'arms.fielded',
  },
  {
    ...ofArms,
    name: 'arms.effective',
    about: 'units in service that are ready',
    variable: 'arms.effective',
  },
  {
    ...ofShipment,
    name: 'routes.shipped',
    unit: 't/day',
    about: 'tonnes a day that get through',
    variable: 'routes.shipped',
  },
  {
    ...ofShipment,
    name: 'routes.covered',
    unit: 'fraction',
    about: 'share of the demand that gets through',
    variable: 'routes.covered',
  },
  {
    ...ofShipment,
    name: 'routes.uptime',
    unit: 'fraction',
    about: 'share of the days so far on which at least 70 % of the usual flow got through',
    variable: 'routes.uptime',
  },
  {
    ...ofShipment,
    name: 'routes.carried',
    unit: 't',
    about: 'tonnes that have got through so far; a supporter ships only while it gives materiel',
    variable: 'routes.carried',
  },
  {
    ...plain,
    name: 'routes.blockading',
    of: 'belligerent',
    unit: 'flag',
    about: 'the belligerent blockades the sea routes within its reach',
    variable: 'routes.blockading',
  },
  {
    ...ofMarket,
    name: 'lifeline.exports',
    unit: 'bbl/day',
    about: 'what the state sells abroad a day',
    variable: 'lifeline.exports',
  },
  {
    ...ofMarket,
    name: 'lifeline.income',
    unit: 'USD/day',
    about: 'what comes in for it, after the payment lag',
    variable: 'lifeline.income',
  },
  {
    ...ofMarket,
    name: 'lifeline.reserves',
    unit: 'USD',
    about: 'reserves in foreign currency within reach',
    variable: 'lifeline.reserves',
  },
  {
    ...ofMarket,
    name: 'lifeline.cover',
    unit: 'day',
    about: 'days of essential imports that reserves and stocks cover',
    variable: 'lifeline.cover',
  },
  {
    ...ofMarket,
    name: 'lifeline.short',
    unit: 'flag',
    about: 'essential imports cannot all be paid',
    variable: 'lifeline.short',
  },
  {
    ...ofMarket,
    name: 'lifeline.collapsed',
    kind: 'event',
    unit: 'flag',
    about: 'cover has stayed below the threshold for 30 days',
    variable: 'lifeline.collapsed',
  },
  {
    ...ofBuyer,
    name: 'lifeline.share',
    kind: 'fact',
    unit: 'fraction',
    about: 'the buyer’s share of what the seller sold before the crisis',
    variable: 'lifeline.share',
  },
  {
    ...ofBuyer,
    name: 'lifeline.boughtShare',
    unit: 'fraction',
    about: 'what the buyer takes, as a share of what it took before the crisis',
    variable: 'lifeline.boughtShare',
    // A buyer may take a tenth more than before (`lifeline.ts`: keenest).
    most: 1.1,
  },
  {
    ...ofPair,
    name: 'intelligence.gain',
    unit: 'number',
    about:
      'effectiveness of the recipient’s strikes with the supporter’s intelligence, divided by that without',
    variable: 'intelligence.gain',
  },
  {
    ...ofPair,
    name: 'intelligence.reported',
    kind: 'event',
    unit: 'flag',
    about: 'it has been credibly reported that the supporter shares intelligence',
    variable: 'intelligence.reported',
  },
  {
    ...ofPair,
    name: 'routes.stopped',
    unit: 'flag',
    about: 'no route is open to the supporter’s own shipments',
    variable: 'routes.stopped',
  },
]
