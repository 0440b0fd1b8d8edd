/** A test in plain words: what a value has to be, over a window or on a day. */
import type { Over, Test } from '../scenario/scenario.ts'
import { percentText, plain } from './number-text.ts'

/** How a value that changes from day to day meets its test. */
export function courseText({ over, test, reaches }: { over: Over; test: Test; reaches: number }): string {
  switch (over) {
    case 'max':
      return peakText(test)
    case 'min':
      return `at its lowest is ${boundText(test)}`
    case 'last':
      return `ends at ${boundText(test)}`
    case 'sum':
      return `adds up to ${boundText(test)}`
    case 'firstDay':
      return `first reaches ${plain(reaches)} ${whenText(test)}`
  }
}

function peakText({ op, value }: Test): string {
  switch (op) {
    case '>=':
      return `reaches ${plain(value)} or more`
    case '>':
      return `goes above ${plain(value)}`
    case '<=':
      return value === 0 ? 'stays at 0' : `stays at ${plain(value)} or less`
    case '<':
      return value === 1 ? 'stays at 0' : `stays below ${plain(value)}`
    case '==':
      return value === 0 ? 'stays at 0' : `peaks at ${plain(value)}`
    case '!=':
      return value === 0 ? 'does not stay at 0' : `does not peak at ${plain(value)}`
  }
}

export function boundText({ op, value }: Test): string {
  return `${BOUNDS[op][0]}${plain(value)}${BOUNDS[op][1]}`
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
