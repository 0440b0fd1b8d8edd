/** One coded value from its cell: a share, yes or no, or a level; nothing where the cell is empty. */
import type { Fault, Span } from '../../base/fault.ts'
import { fault } from '../../scenario/fault-list.ts'
import { type Group, type Variable, WIDEST } from './sheet.ts'

const WORDS: Readonly<Record<string, number>> = { yes: 1, no: 0 }
/** How spreadsheets and other coders write them. */
const MEANT: Readonly<Record<string, string>> = {
  true: 'yes',
  false: 'no',
  y: 'yes',
  n: 'no',
  '1': 'yes',
  '0': 'no',
}
const EXPECTED: Readonly<Record<Group, string>> = {
  inputs: 'a share from 0 to 1, such as 0.35',
  promises: 'yes or no',
  levels: 'a level: 0, 1, 2 or 3',
}

export function readValue(
  text: string,
  { id, group }: Variable,
  { span, faults }: { readonly span: Span; readonly faults: Fault[] },
): number | undefined {
  if (text === '') return undefined
  const told = (code: string, says: string, suggestion?: string): undefined => {
    faults.push(fault(code, span, { says, expected: EXPECTED[group], suggestion }))
  }
  if (group === 'promises') {
    const word = text.toLowerCase()
    return WORDS[word] ?? told('not-yes-or-no', `${id} is told by a word; here stands "${text}"`, MEANT[word])
  }
  if (!/^[-+]?(\d+\.?\d*|\.\d+)$/.test(text))
    return told('not-a-number', `${id} is a number; here stands "${text}"`, numberMeant(text))
  const value = Number(text)
  if (value < 0 || value > WIDEST[group])
    return told('out-of-range', `${id} lies between 0 and ${WIDEST[group]}; here stands ${text}`)
  if (group === 'levels' && !Number.isInteger(value))
    return told('not-a-level', `${id} is a whole level; here stands ${text}`)
  return value
}

/** A comma for the point, as some countries write it; or a figure in per cent. */
function numberMeant(text: string): string | undefined {
  if (/^\d*,\d+$/.test(text)) return text.replace(',', '.')
  const percent = /^(\d{1,3})\s*%$/.exec(text)?.[1]
  return percent === undefined ? undefined : String(Number(percent) / 100)
}
