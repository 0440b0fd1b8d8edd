/**
 * The mechanisms in the order of the day (docs/theory.md: the day). A place without a mechanism
 * is kept for one that is to come; nothing stands in for it meanwhile.
 */
import type { Mechanism } from '../formula/mechanism.ts'
import { arms } from './arms.ts'
import { arsenal } from './arsenal.ts'
import { capacity } from './capacity.ts'
import { coalition } from './coalition.ts'
import { council } from './council.ts'
import { delivery } from './delivery.ts'
import { effort } from './effort.ts'
import { escalation } from './escalation.ts'
import { intelligence } from './intelligence.ts'
import { ledger } from './ledger.ts'
import { legitimacy } from './legitimacy.ts'
import { lifeline } from './lifeline.ts'
import { obligation } from './obligation.ts'
import { proxies } from './proxies.ts'
import { routes } from './routes.ts'
import { support } from './support.ts'
import { termination } from './termination.ts'

/** A step of the day and the mechanisms that act in it. */
export interface DayStep {
  readonly step: string
  readonly mechanisms: readonly Mechanism[]
}

export const DAY: readonly DayStep[] = [
  { step: 'shocks and indicators', mechanisms: [] },
  { step: 'beliefs and casus foederis', mechanisms: [obligation, capacity] },
  { step: 'attacker acts', mechanisms: [] },
  { step: 'target acts', mechanisms: [] },
  { step: 'proxies', mechanisms: [proxies] },
  { step: 'supporters', mechanisms: [support] },
  { step: 'institutions', mechanisms: [council, legitimacy, delivery, intelligence] },
  { step: 'coalition', mechanisms: [coalition] },
  { step: 'routes and pipelines', mechanisms: [routes, arms] },
  { step: 'economy', mechanisms: [lifeline] },
  { step: 'attrition and stocks', mechanisms: [arsenal, effort] },
  { step: 'escalation', mechanisms: [escalation] },
  { step: 'termination', mechanisms: [termination] },
  { step: 'ledger and claims', mechanisms: [ledger] },
]

export const MECHANISMS: readonly Mechanism[] = DAY.flatMap((step) => step.mechanisms)
