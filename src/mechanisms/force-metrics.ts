/** What can be asked of arsenals and of who carries the fight. */
import { WEAPON_LABELS } from './axes.ts'
import type { Metric } from './metric.ts'

const plain = { kind: 'state', of: 'belligerent', dyadic: false, staged: false, unit: 'count' } as const

/** In the plural, as they stand in sentences. */
const WEAPONS: Readonly<Record<(typeof WEAPON_LABELS)[number], string>> = {
  missile: 'missiles',
  drone: 'drones',
  strike: 'munitions of aircraft and ships',
}

const BY_WEAPON: readonly Metric[] = WEAPON_LABELS.flatMap((weapon, column): Metric[] => [
  {
    ...plain,
    name: `arsenal.stock.${weapon}`,
    about: `${WEAPONS[weapon]} in stock at the end of the day`,
    variable: 'arsenal.stock',
    column,
  },
  {
    ...plain,
    name: `arsenal.launchers.${weapon}`,
    about: `launchers of ${WEAPONS[weapon]} that are left at the end of the day`,
    variable: 'arsenal.launchers',
    column,
  },
  {
    ...plain,
    name: `arsenal.capacity.${weapon}`,
    about: `${WEAPONS[weapon]} that it could fire on the day`,
    variable: 'arsenal.couldFire',
    column,
  },
  {
    ...plain,
    name: `arsenal.launched.${weapon}`,
    about: `${WEAPONS[weapon]} that it fires on the day`,
    variable: 'arsenal.launched',
    column,
  },
])

const share = { ...plain, unit: 'fraction' } as const

export const FORCE_METRICS: readonly Metric[] = [
  ...BY_WEAPON,
  {
    ...plain,
    name: 'arsenal.interceptors',
    about: 'interceptors left at the end of the day',
    variable: 'arsenal.interceptors',
  },
  {
    ...plain,
    name: 'arsenal.hits',
    about: 'what gets through to it on the day, weighted by its kind',
    variable: 'arsenal.hits',
  },
  {
    ...share,
    name: 'arsenal.pain',
    about: 'how much it has borne of what it can bear',
    variable: 'arsenal.pain',
  },
  {
    ...share,
    name: 'arsenal.ownShare',
    about: 'share of what has been expended for its side that it fired itself',
    variable: 'effort.ownShare',
  },
  {
    ...share,
    name: 'arsenal.groupShare',
    about: 'share of what has been expended for its side that groups fired',
    variable: 'effort.groupShare',
  },
  {
    ...share,
    name: 'arsenal.helperShare',
    about: 'share of what has been expended for its side that other states fired',
    variable: 'effort.helperShare',
  },
  {
    ...plain,
    name: 'arsenal.exhausted',
    kind: 'event',
    unit: 'flag',
    about: 'it can fire less than a tenth of what it could on its opening day',
    variable: 'arsenal.exhausted',
  },
]
