/** Fingerprints: each changes with what it stands for, and with nothing else. */
import { describe, expect, test } from 'vitest'
import { fingerprint, hash } from '../../src/engine/fingerprint.ts'
import { checkScenario, type TextFile } from '../../src/scenario/check.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { asking } from '../scenario/small.ts'
import { shippedTheory } from '../scenario/theory.ts'
import { actor, world } from './world.ts'

const asked = (access: string): string =>
  asking(`
- id: nearer
  do: { set: { ties.cascadia-avalon.access: ${access} } }
  that: { metric: support.materiel, of: cascadia, for: avalon, test: ">= 1" }
  effect: { difference: "> 0" }`)

function checked(text: string, theory: readonly TextFile[] = shippedTheory()): Scenario {
  const { value, faults } = checkScenario({ files: [{ path: 'small.yaml', bytes: text }], theory })
  if (!value) throw new Error(JSON.stringify(faults))
  return value
}

/** The shipped theory with another text in one of its files. */
function theoryWith(path: string, was: RegExp, is: string): TextFile[] {
  return shippedTheory().map((file) => {
    if (file.path !== path) return file
    const text = Buffer.from(file.bytes).toString('utf8')
    expect(text).toMatch(was)
    return { path, bytes: text.replace(was, is) }
  })
}

describe('the scenario and the theory are told apart', () => {
  const one = fingerprint(checked(asked('0.9')))

  test.each<[string, TextFile[]]>([
    ['a weight', theoryWith('theory/weights.yaml', /range: \[0, 0\.3, 0\.6\]/, 'range: [0.1, 0.3, 0.6]')],
    ['a channel', theoryWith('theory/channels.yaml', /range: \[-/, 'range: [-9')],
  ])('%s leaves the scenario as it was, although a claim asks about a changed world', (_, theory) => {
    const other = fingerprint(checked(asked('0.9'), theory))
    expect(other.theory).not.toBe(one.theory)
    expect(other.scenario).toBe(one.scenario)
  })

  test('another change in a claim is another scenario under the same theory', () => {
    const other = fingerprint(checked(asked('0.8')))
    expect(other.scenario).not.toBe(one.scenario)
    expect(other.theory).toBe(one.theory)
  })
})

describe('an actor counts whatever it is called', () => {
  test.each(['name', 'span', 'ally'])('%s', (id) => {
    const own = world({ supporters: [{ id }] })
    const other = new Map([...own.actors, [id, actor(id, { size: 0.9, utilisation: 0.4 })]])
    expect(fingerprint({ ...own, actors: other }).scenario).not.toBe(fingerprint(own).scenario)
  })

  test('but its name for the reader, and its place in the file, do not', () => {
    const own = world()
    const ally = { ...own.actors.get('ally')!, name: 'another', span: { file: 'a.yaml', start: 1, end: 2 } }
    const renamed = new Map([...own.actors, ['ally', ally]])
    expect(fingerprint({ ...own, actors: renamed })).toEqual(fingerprint(own))
  })
})

test('the order in which a map was filled does not count', () => {
  const [one, two] = [
    ['a', 1],
    ['name', 2],
  ] as const
  expect(hash(new Map([one, two]))).toBe(hash(new Map([two, one])))
  expect(hash(new Map([one, two]))).not.toBe(hash(new Map([one])))
})
