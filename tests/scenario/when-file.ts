/** A scenario with one inject that waits for the condition in these lines, and the text that its fault covers. */
import { injecting, toldWith } from './small-edit.ts'

export function firstFault(lines: string): string | undefined {
  const inject = `id: turn\n    title: A turn\n    ${lines}\n    set: { crisis.mediator: 0.9 }`
  const [first] = toldWith(injecting(inject))
  return first?.[1]
}
