/**
 * The changed worlds that claims ask about. Each distinct change is laid over the
 * scenario and checked once, like any other scenario; only what it breaks is told.
 */
import type { Fault, Span } from '../base/fault.ts'
import { applyChange } from './change.ts'
import type { Named } from './do.ts'
import { changeLine } from './change-line.ts'
import { readDo } from './do.ts'
import type { Sheet } from './entry.ts'
import { addAll, fault, keyOfFault } from './fault-list.ts'
import type { Node } from './node.ts'
import { firstToken } from './node.ts'
import type { Change, Scenario } from './scenario.ts'

export interface Ground {
  readonly sheets: readonly Sheet[]
  readonly without: readonly Named[]
}

/** A scenario without changes of its own, from changed ground. */
export type CheckWorld = (ground: Ground) => { value: Scenario | undefined; faults: readonly Fault[] }

export interface Worlds {
  /** The change under `do:`; nothing when it is at fault. */
  readonly changeAt: (node: Node, at: Span, faults: Fault[]) => Change | undefined
  /** Tells what the changes broke; to be called when all faults of the scenario itself are known. */
  readonly tell: (faults: Fault[]) => void
}

interface Broken {
  readonly node: Node
  readonly at: Span
  readonly faults: readonly Fault[]
}

export function makeWorlds(ground: Ground, check: CheckWorld): Worlds {
  const made = new Map<string, Change | undefined>()
  const broken: Broken[] = []
  const make = (node: Node, at: Span, faults: Fault[]): Change | undefined => {
    const read = readDo(node)
    if (!read) {
      faults.push(
        fault('missing-key', firstToken(node), {
          says: 'a change sets something or leaves something out; here it does neither',
          expected: 'set or without',
        }),
      )
      return undefined
    }
    const text = changeLine(read)
    if (made.has(text)) return made.get(text)
    made.set(text, undefined)
    const own: Fault[] = []
    const sheets = applyChange(ground.sheets, read, own)
    addAll(faults, own)
    if (own.length > 0) return undefined
    const checked = check({ sheets, without: [...ground.without, ...read.without] })
    broken.push({ node, at, faults: checked.faults })
    const change = checked.value && { text, world: checked.value }
    made.set(text, change)
    return change
  }
  const tell = (faults: Fault[]): void => {
    const told = new Set(faults.map(keyOfFault))
    for (const { node, at, faults: found } of broken) {
      for (const one of found) {
        if (one.severity === 'warning' || told.has(keyOfFault(one))) continue
        faults.push(isWithin(one.span, node.span) ? one : breaks(one, at))
      }
    }
  }
  return { changeAt: make, tell }
}

function isWithin(span: Span | undefined, whole: Span): boolean {
  return span?.file === whole.file && span.start >= whole.start && span.end <= whole.end
}

/** What the change breaks elsewhere is told where the change stands. */
function breaks({ code, says, expected, suggestion }: Fault, at: Span): Fault {
  return fault('change-breaks', at, {
    says: `this change breaks the scenario (${code}): ${says}`,
    expected,
    suggestion,
  })
}
