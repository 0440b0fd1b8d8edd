/** Colours of the terminal; marks and words say the same without them. */
import { styleText } from 'node:util'
import { type Colour, PLAIN } from '../report/colour.ts'
import type { FaultStyle } from '../report/fault-text.ts'
import type { Io } from './io.ts'

type Format = Parameters<typeof styleText>[0]

const painted =
  (format: Format): ((text: string) => string) =>
  (text) =>
    styleText(format, text, { validateStream: false })

const TERMINAL: Colour = {
  holds: painted('blue'),
  fails: painted('red'),
  unresolved: painted('yellow'),
  notTestable: painted('gray'),
  strong: painted('bold'),
  dim: painted('dim'),
}

export function colours(io: Io): Colour {
  return io.colour ? TERMINAL : PLAIN
}

export function faultStyle(io: Io): FaultStyle {
  const plain = (text: string): string => text
  if (!io.colour) return { code: plain, place: plain, caret: plain, width: io.width }
  return { code: painted('bold'), place: painted('cyan'), caret: painted('red'), width: io.width }
}
