/** What is asked of a JSON text of unknown origin before anything walks through it. */
import { firstSteering } from '../base/steering.ts'

/** The deepest nesting of braces and brackets outside of strings. */
export function depthOf(text: string): number {
  let [depth, deepest, quoted] = [0, 0, false]
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (quoted) {
      if (sign === '\\') at += 1
      else if (sign === '"') quoted = false
    } else if (sign === '"') quoted = true
    else if (sign === '{' || sign === '[') deepest = Math.max(deepest, ++depth)
    else if (sign === '}' || sign === ']') depth -= 1
  }
  return deepest
}

/** Where a name or a text holds a character that would steer the screen; a line's end is one here too. */
export function steeringIn(json: unknown, at: string): string | undefined {
  const bad = (text: string): boolean => firstSteering(text) >= 0 || /[\r\n\t]/.test(text)
  if (typeof json === 'string') return bad(json) ? at : undefined
  if (typeof json !== 'object' || json === null) return undefined
  for (const [key, value] of Object.entries(json)) {
    if (bad(key)) return at
    const found = steeringIn(value, at === '' ? key : `${at}.${key}`)
    if (found !== undefined) return found
  }
  return undefined
}
