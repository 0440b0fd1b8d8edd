/**
 * The theory as it is shipped, read by the same checker as any scenario: beneath a crisis that states nothing which
 * the theory says, so that every weight, channel and rule is the default one.
 */
import type { Scenario } from '../scenario/scenario.ts'
import { checkScenario } from '../scenario/check.ts'
import { theoryFiles } from './package-files.ts'

const NOTHING_STATED = `foedus: 1
title: The theory alone
asOf: 2000-01-01
sources:
  none: { kind: judgement, title: Placeholders of a crisis that is never played, date: 2000-01-01 }
actors:
  one: { kind: state }
  other: { kind: state }
crisis:
  attackers: [one]
  targets: [other]
  form: war
  horizon: 30 days
  source: none
  duration: 10 to 60 days
  mediator: 0.1 to 0.5
  regimeThreat: 0.1 to 0.5
`

/** Throws when the shipped theory has a fault, which a test would have found. */
export function theoryAlone(): Scenario {
  const { value, faults } = checkScenario({
    files: [{ path: 'theory-alone.yaml', bytes: NOTHING_STATED }],
    theory: theoryFiles(),
  })
  const fault = faults.find(({ severity }) => severity === 'fault')
  if (!value) throw new Error(`the theory has a fault: ${fault?.says}`)
  return value
}
