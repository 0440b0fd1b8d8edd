/**
 * Characters that steer a terminal or turn the line around (controls, direction marks):
 * they have no place in a text that is shown to a person.
 */

// oxlint-disable-next-line no-control-regex
const STEERING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/

/** Offset of the first such character, or −1; tabs and line feeds are none. */
export function firstSteering(text: string): number {
  return text.search(STEERING)
}
