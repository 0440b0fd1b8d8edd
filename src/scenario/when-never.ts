/** Injects that can never come: their chance is none, their day lies beyond the crisis, or they wait for one another. */
import type { Fault, Span } from '../base/fault.ts'
import type { Formula } from '../formula/formula.ts'
import type { Entry, Sheet } from './entry.ts'
import { warning } from './fault-list.ts'
import type { InjectText } from './inject.ts'
import { topOf } from './median.ts'
import { child } from './node.ts'
import { placesIn } from './scalar-place.ts'
import type { Inject, Scenario, When } from './scenario.ts'
import { truthOf } from './when-can.ts'

interface Written {
  readonly entries: ReadonlyMap<string, Entry<InjectText>>
  readonly sheets: readonly Sheet[]
}

/** While anything is at fault, what is waited for may be the very thing that could not be read. */
export function warnNever(faults: Fault[], scenario: Scenario, written: Written): void {
  if (faults.some(({ severity }) => severity === 'fault')) return
  const { injects, crisis } = scenario
  const come = comingOf([...injects.values()], { horizon: crisis.horizon, written })
  for (const inject of injects.values()) {
    const entry = written.entries.get(inject.id)
    if (!entry) continue
    const chance = child(entry.node, 'chance')
    if (isNone(inject) && chance?.change === undefined) {
      const says = 'its chance is 0: this inject never happens'
      const suggestion = 'leave the inject out, or give it a chance'
      faults.push(warning('when-never', chance?.span ?? entry.at, { says, suggestion }))
    } else if (inject.when && !come.has(inject.id)) {
      const can = { when: inject.when, horizon: crisis.horizon, come }
      const node = culprit(inject.when.formula, can)
      const suggestion = `a condition that can hold on one of the days 0 to ${crisis.horizon}`
      const says = reason(node, can, inject.id)
      faults.push(warning('when-never', placed(entry, node, written.sheets), { says, suggestion }))
    }
  }
}

function isNone({ chance }: Inject): boolean {
  return topOf(chance.law) <= 0
}

interface Can {
  readonly when: When
  readonly horizon: number
  /** Injects that can come. */
  readonly come: ReadonlySet<string>
}

/** Grown from those that wait for nothing: whoever waits for itself, or in a circle, is never reached. */
function comingOf(
  injects: readonly Inject[],
  { horizon, written }: { readonly horizon: number; readonly written: Written },
): ReadonlySet<string> {
  // A chance that a change has set to 0 is switched off for once: what waits for it is not told.
  const isOut = (inject: Inject): boolean =>
    isNone(inject) && child(written.entries.get(inject.id)?.node, 'chance')?.change === undefined
  const come = new Set<string>()
  for (let before = -1; before < come.size; ) {
    before = come.size
    for (const inject of injects) {
      const { when } = inject
      if (!isOut(inject) && (!when || canHold(when.formula, { when, horizon, come }))) come.add(inject.id)
    }
  }
  return come
}

function canHold(node: Formula, can: Can): boolean {
  const maybe = (name: string): boolean => {
    const id = waitedFor(name, can)
    return id === undefined || can.come.has(id)
  }
  for (let day = 0; day <= can.horizon; day += 1) if (truthOf(node, { day, maybe }).yes) return true
  return false
}

/** The inject behind a name in a condition. */
function waitedFor(name: string, { when }: Can): string | undefined {
  const look = when.looks[Number(name.slice('look'.length))]
  return look?.metric === 'inject.happened' ? look.of : undefined
}

/** The smallest part by which alone the whole cannot come true. */
function culprit(node: Formula, can: Can): Formula {
  if (node.kind !== 'binary' || node.op !== '&&') return node
  const part = [node.left, node.right].find((side) => !canHold(side, can))
  return part ? culprit(part, can) : node
}

function reason(node: Formula, can: Can, own: string): string {
  const id = node.kind === 'name' ? waitedFor(node.name, can) : undefined
  if (id === own) return 'this inject waits for itself, and so never comes'
  if (id !== undefined) return `this inject waits for "${id}", which itself never comes`
  return `this holds on no day of the crisis, which runs to day ${can.horizon}: the inject never comes`
}

function placed(entry: Entry<InjectText>, stretch: Formula, sheets: readonly Sheet[]): Span {
  const node = child(entry.node, 'when')
  if (node?.kind !== 'scalar') return entry.at
  return placesIn(node, sheets.find(({ path }) => path === node.span.file)?.text)(stretch)
}
