/** The shipped voting rule as it stood on a day. */
import type { VotingRule } from '../../src/scenario/scenario.ts'
import { checkText, edited } from './bridge.ts'

export function theoryDay(day: string, seats: number): VotingRule {
  const states = Array.from({ length: seats }, (_, at) => `state-${at + 1}`)
  const actors = states.map((id) => `  ${id}: { kind: state }\n`).join('')
  const members = states.map((id) => `{ actor: ${id} }`).join(', ')
  const council = `council:\n  name: The Council\n  rule: un-charter-27-3\n  members: [${members}]\n`
  const { value, faults } = checkText(
    edited(
      ['asOf: 2020-01-01', `asOf: ${day}`],
      ['date: 2019-12-15', 'date: 1900-01-01'],
      ['actors:\n', `actors:\n${actors}`],
      ['claims:\n', `${council}claims:\n`],
    ),
  )
  if (!value?.council) throw new Error(JSON.stringify(faults))
  return value.council.rule
}
