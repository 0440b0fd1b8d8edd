/** Where in memory a look at a metric finds what it looks at, for claims and for conditions on a running crisis. */
import type { Metric } from '../mechanisms/metric.ts'
import { METRICS } from '../mechanisms/metrics.ts'
import type { Look } from '../scenario/scenario.ts'
import type { Builder } from './builder.ts'
import type { NumberCode, Slot } from './code.ts'
import { asNumber, choose, number } from './fold.ts'
import { ofToday } from './live.ts'
import { isRunning } from './running.ts'

/** True where a mechanism would compute it that does not run in this world. */
export function isUnknown(builder: Builder, look: Look): boolean {
  return !isComputed(builder, look) && !isRunning(builder.scenario, variableOf(look))
}

/** Whether the program under construction has the variable. */
export function isComputed({ slots }: Builder, look: Look): boolean {
  return slots.has(variableOf(look))
}

export function metricOf({ metric: name }: Look): Metric {
  const metric = METRICS.find((one) => one.name === name)
  if (!metric) throw new Error(`unknown metric: ${name}`)
  return metric
}

function variableOf(look: Look): string {
  const { variable } = metricOf(look)
  return typeof variable === 'string' ? variable : variable[look.take]
}

/** The one element that the look is at, as it stands today. */
export function seenBy(builder: Builder, look: Look): Slot {
  const metric = metricOf(look)
  const variable = variableOf(look)
  const found = builder.slots.get(variable)
  if (!found) throw new Error(`no mechanism of this run computes ${variable}`)
  const slot = ofToday(builder, found.slot)
  const row = rowOf(builder, metric, look)
  if (row < 0) throw new Error(`${look.metric} has no value for ${look.of} ${look.for ?? ''}`)
  const position = metric.column === undefined ? row : row * slot.shape.at(-1)! + metric.column
  return { ...slot, offset: slot.offset + position, size: 1, shape: [] }
}

/** The metric's value today, flags as 0 and 1. */
export function metricValue(builder: Builder, look: Look): NumberCode {
  const { offset, flag } = seenBy(builder, look)
  const at = { base: offset, terms: [] }
  return flag ? asNumber(choose({ op: 'loadFlag', at }, number(1), number(0))) : { op: 'load', at }
}

/** Where the subject stands on the variable's first axis; the crisis as a whole has one place. */
function rowOf({ space, scenario }: Builder, metric: Metric, look: Look): number {
  switch (metric.of) {
    case 'draft':
      return space.drafts.indexOf(look.of)
    case 'group':
      return [...scenario.proxies.keys()].sort().indexOf(look.of)
    case 'arms':
      return space.items.indexOf(look.of)
    case 'shipment':
      return space.shipments.indexOf(look.of)
    case 'market':
      return space.markets.indexOf(look.of)
    case 'buyer':
      return space.buyers.findIndex(({ market, buyer }) => buyer === look.of && market === look.for)
    case 'belligerent':
      return space.belligerents.indexOf(look.of)
    case 'candidate':
      return space.candidates.findIndex(({ actor, leader }) => actor === look.of && leader === look.for)
    case 'inject':
      return space.injects.indexOf(look.of)
    case 'crisis':
      return 0
    case 'supporter':
      return scenario.dyads.findIndex((dyad) => dyad.supporter === look.of && dyad.recipient === look.for)
  }
}
