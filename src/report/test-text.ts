/** A test in plain words: what a value has to be, over a window or on a day. */
import { formatDate } from '../base/date.ts'
import type { Over, Test } from '../scenario/scenario.ts'
import { amountText } from './amount-text.ts'
import { percentText } from './number-text.ts'

/** How a value of that unit, which changes from day to day, meets its test. */
export function courseText(
  { over, test, reaches }: { over: Over; test: Test; reaches: number },
  unit: string = NO_UNIT,
): string {
  switch (over) {
    case 'max':
      return peakText(test, unit)
    case 'min':
      return `at its lowest is ${boundText(test, unit)}`
    case 'last':
      return `ends at ${boundText(test, unit)}`
    case 'sum':
      // So much a day, added up over days, is so much.
      return `adds up to ${boundText(test, unit.replace(/\/day$/u, ''))}`
    case 'firstDay':
      return `first reaches ${amountText(reaches, unit)} ${whenText(test)}`
  }
}

const NO_UNIT = 'level'
/** Below 1 of these is 0. */
const WHOLE: readonly string[] = ['level', 'rung', 'count', 'flag', 'role']

function peakText({ op, value: bound }: Test, unit: string): string {
  const value = amountText(bound, unit)
  // A number of nothing is 0, whatever its unit; a role has a word for it.
  const nothing = unit === 'role' ? amountText(0, unit) : '0'
  switch (op) {
    case '>=':
      return `reaches ${value} or more`
    case '>':
      return `goes above ${value}`
    case '<=':
      return bound === 0 ? `stays at ${nothing}` : `stays at ${value} or less`
    case '<':
      return bound === 1 && WHOLE.includes(unit) ? `stays at ${nothing}` : `stays below ${value}`
    case '==':
      return bound === 0 ? `stays at ${nothing}` : `peaks at ${value}`
    case '!=':
      return bound === 0 ? `does not stay at ${nothing}` : `does not peak at ${value}`
  }
}

export function boundText({ op, value }: Test, unit: string = NO_UNIT): string {
  return `${BOUNDS[op][0]}${amountText(value, unit)}${BOUNDS[op][1]}`
}

const BOUNDS: Readonly<Record<Test['op'], readonly [string, string]>> = {
  '>=': ['', ' or more'],
  '>': ['above ', ''],
  '<=': ['', ' or less'],
  '<': ['below ', ''],
  '==': ['', ''],
  '!=': ['not ', ''],
}

export function whenText({ op, value }: Test): string {
  switch (op) {
    case '<=':
      return `by day ${value}`
    case '<':
      return `before day ${value}`
    case '>=':
      return `on day ${value} or later, or never`
    case '>':
      return `after day ${value}, or never`
    case '==':
      return `on day ${value}`
    case '!=':
      return `on another day than ${value}, or never`
  }
}

/** True when the test asks a flag to be 1. */
export function isYes({ op, value }: Test): boolean {
  switch (op) {
    case '==':
    case '>=':
      return value > 0
    case '>':
      return value >= 0
    case '!=':
      return value === 0
    case '<':
    case '<=':
      return false
  }
}

/** `20 % or more` */
export function shareBoundText({ op, value }: Test): string {
  const [before, after] = BOUNDS[op]
  return `${before}${percentText(value)}${after}`
}

/** `2020-01-01 or later` */
export function dateText({ op, value }: Test): string {
  const day = formatDate(value)
  switch (op) {
    case '>=':
      return `${day} or later`
    case '<=':
      return `${day} or earlier`
    case '>':
      return `after ${day}`
    case '<':
      return `before ${day}`
    case '==':
      return day
    case '!=':
      return `another day than ${day}`
  }
}
