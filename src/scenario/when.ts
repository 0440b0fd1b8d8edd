/**
 * A condition on a running crisis: text in the grammar of the equations, parsed and never evaluated, in which a metric
 * is named as `escalation.rung[russia, iran]` and `t` is the day.
 */
import type { Fault } from '../base/fault.ts'
import type { Kind } from '../formula/check.ts'
import { checkExpression } from '../formula/check.ts'
import type { Formula } from '../formula/formula.ts'
import { FormulaFault } from '../formula/formula.ts'
import type { Grammar, Spelled } from '../formula/parse.ts'
import { parseExpression } from '../formula/parse.ts'
import { nodesIn } from '../formula/walk.ts'
import type { Words } from './fault-list.ts'
import { fault } from './fault-list.ts'
import type { Asked } from './look.ts'
import type { ScalarNode } from './node.ts'
import { placesIn } from './scalar-place.ts'
import type { When } from './scenario.ts'
import { numberOf } from './when-can.ts'
import { checkComparisons } from './when-compare.ts'
import type { Found, Reading } from './when-look.ts'
import { kindOfMetric, readNamed } from './when-look.ts'

const GRAMMAR: Grammar = { axes: [{ name: 'day', letters: ['t'] }], maps: {} }
const EXAMPLE = 'a condition such as escalation.rung[russia, iran] >= 6 && t >= 10'

/** What stands for a name that has its fault already. */
const BROKEN = 'broken'
const UNKNOWN: Kind = { type: 'unknown', dimension: {}, letters: [] }

/** `file` is the text of the file in which it stands, for exact places. Nothing when some part of it is at fault. */
export function readWhen(asked: Asked, node: ScalarNode, file: string | undefined): When | undefined {
  const { text } = node
  const { faults } = asked.context
  const before = faults.length
  const reading: Reading = { asked, placeOf: placesIn(node, file) }
  const found = new Map<string, Found>()
  try {
    const formula = parseExpression(text, GRAMMAR, (spelled) => nameOf(reading, found, spelled))
    checkDivisors(reading, formula)
    const fine = faults.length
    checkComparisons(reading, { text, formula, found })
    if (faults.length > fine) return undefined
    const kinds = new Map([...found].map(([name, { metric }]) => [name, kindOfMetric(metric)]))
    const given = (name: string): Kind | undefined =>
      kinds.get(name) ?? (name === BROKEN ? UNKNOWN : undefined)
    const value = checkExpression(formula, text, { grammar: GRAMMAR, given, own: () => false, bare: true })
    if (value.type === 'number') {
      faults.push(fault('when-number', reading.placeOf(formula), NUMBER))
    }
    const looks = [...found.values()].map(({ look }) => look)
    return faults.length > before ? undefined : { text: text.trimEnd(), formula, looks }
  } catch (error) {
    if (!(error instanceof FormulaFault)) throw error
    faults.push(told(error, reading))
    return undefined
  }
}

/** By nothing cannot be divided; what is measured may be nothing on some day, and that is played. */
function checkDivisors({ asked, placeOf }: Reading, formula: Formula): void {
  for (const node of nodesIn(formula)) {
    if (node.kind !== 'binary' || node.op !== '/' || numberOf(node.right, undefined) !== 0) continue
    const says = 'nothing can be divided by 0'
    asked.context.faults.push(fault('division-by-zero', placeOf(node.right), says))
  }
}

/** A fault of the grammar in the words of one who writes no equations. */
function told({ code, says, stretch }: FormulaFault, { placeOf }: Reading): Fault {
  const span = placeOf(stretch)
  switch (code) {
    case 'formula-syntax':
      return fault('when-syntax', span, { says, expected: EXAMPLE })
    case 'flag-as-number':
      return fault('when-flag', span, {
        says: 'what is true or false is no number',
        suggestion: 'choose a number with ? :',
      })
    case 'number-as-flag':
      return fault('when-number', span, NUMBER)
    default:
      return fault(code, span, says)
  }
}

const NUMBER: Words = {
  says: 'a condition is true or false; this is a number',
  suggestion: 'compare it with another',
}

/** The same metric of the same subject stands once. */
function nameOf(reading: Reading, found: Map<string, Found>, spelled: Spelled): string {
  const one = readNamed(reading, spelled)
  if (!one) return BROKEN
  const key = JSON.stringify(one.look)
  const before = [...found].find(([, { look }]) => JSON.stringify(look) === key)
  if (before) return before[0]
  const name = `look${found.size}`
  found.set(name, one)
  return name
}
