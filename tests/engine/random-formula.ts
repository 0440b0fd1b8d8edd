/**
 * Random equations of every kind of node, in the text that analysts write. What is made
 * is never NaN: logarithms see positives, divisors are at least 1, exponents are held.
 */
import fc from 'fast-check'
import { type Mechanism, rounds } from '../../src/formula/mechanism.ts'
import { mechanism } from '../../src/mechanisms/axes.ts'

/** A shape without meaning yet: what it becomes depends on where it stands. */
interface Shape {
  readonly pick: number
  readonly parts: readonly Shape[]
}

function shapes(depth: number): fc.Arbitrary<Shape> {
  const parts = depth === 0 ? fc.constant([]) : fc.array(shapes(depth - 1), { maxLength: 3 })
  return fc.record({ pick: fc.nat(999), parts })
}

const shape: fc.Arbitrary<Shape> = shapes(4)

/** Names that may be used here, with the letters that their places want. */
interface Scope {
  readonly bound: readonly string[]
  readonly numbers: Readonly<Record<string, string>>
  readonly flags: Readonly<Record<string, string>>
  readonly day: boolean
}

const AXES: Readonly<Record<string, readonly string[]>> = { d: ['d', 'e'], b: ['b'], k: ['k'], l: ['l', 'n'] }
const LEAF: Shape = { pick: 7, parts: [] }

function chosen<T>(of: readonly T[], by: number): T {
  return of[by % of.length]!
}

/** Something that stands on the axis of a letter: a running letter, a label, a map. */
function index(scope: Scope, letter: string, by: number): string | undefined {
  const running = scope.bound.filter((one) => AXES[letter]!.includes(one))
  if (letter === 'k') running.push('combat', 'political')
  if (letter === 'b')
    running.push(...scope.bound.filter((one) => AXES['d']!.includes(one)).map((one) => `recipient[${one}]`))
  return running.length ? chosen(running, by) : undefined
}

function reference(scope: Scope, names: Readonly<Record<string, string>>, by: number): string | undefined {
  const usable = Object.entries(names).flatMap(([name, letters]) => {
    const at = [...letters].map((letter, place) => index(scope, letter, by + place))
    if (at.some((one) => one === undefined)) return []
    return [at.length ? `${name}[${at.join(', ')}]` : name]
  })
  return usable.length ? chosen(usable, by) : undefined
}

/** A letter that is still free here, to run over. */
function running(scope: Scope, by: number): string | undefined {
  const free = ['e', 'b', 'k', 'n'].filter((letter) => !scope.bound.includes(letter))
  return free.length ? chosen(free, by) : undefined
}

function numberText(scope: Scope, { pick, parts }: Shape): string {
  const [one = LEAF, other = LEAF, third = LEAF] = parts
  const number = (of: Shape): string => numberText(scope, of)
  const literal = String(((pick % 13) - 6) / 4)
  if (parts.length === 0) {
    const running_ = scope.bound.filter((letter) => letter !== 't')
    if (pick % 5 === 0) return literal
    if (pick % 5 === 1 && running_.length) return chosen(running_, pick)
    if (pick % 5 === 2 && scope.day) return '(t / oneDay)'
    return reference(scope, scope.numbers, pick) ?? literal
  }
  const letter = running(scope, pick)
  const inner: Scope = letter ? { ...scope, bound: [...scope.bound, letter] } : scope
  const forms = [
    () => `(${number(one)} + ${number(other)})`,
    () => `(${number(one)} - ${number(other)})`,
    () => `(${number(one)} * ${number(other)})`,
    () => `(${number(one)} / (1 + ${number(other)} * ${number(other)}))`,
    () => `(- ${number(one)})`,
    () => `min(${number(one)}, ${number(other)})`,
    () => `max(${number(one)}, ${number(other)})`,
    () => `exp(min(8, ${number(one)}))`,
    () => `log(0.5 + ${number(one)} * ${number(one)})`,
    () => `floor(${number(one)})`,
    () => `(${flagText(scope, one)} ? ${number(other)} : ${number(third)})`,
    ...(letter
      ? ['sum', 'largest', 'argmax'].map((how) => () => `${how}(${letter}, ${numberText(inner, one)})`)
      : []),
  ]
  return chosen(forms, pick)()
}

function flagText(scope: Scope, { pick, parts }: Shape): string {
  const [one = LEAF, other = LEAF, third = LEAF] = parts
  const letter = running(scope, pick)
  const inner: Scope = letter ? { ...scope, bound: [...scope.bound, letter] } : scope
  const number = (of: Shape): string => numberText(scope, of)
  const flag = (of: Shape): string => flagText(scope, of)
  const known = reference(scope, scope.flags, pick)
  const compare = (): string =>
    `(${number(one)} ${chosen(['<', '<=', '>', '>=', '==', '!='], pick)} ${number(other)})`
  if (parts.length === 0) return known ?? compare()
  const dyads = scope.bound.filter((at) => AXES['d']!.includes(at))
  const forms = [
    compare,
    () => `(${flag(one)} && ${flag(other)})`,
    () => `(${flag(one)} || ${flag(other)})`,
    () => `(!${flag(one)})`,
    () => `(${flag(one)} ? ${flag(other)} : ${flag(third)})`,
    ...(letter ? ['any', 'all'].map((how) => () => `${how}(${letter}, ${flagText(inner, one)})`) : []),
    ...(scope.bound.includes('k') ? [() => '(k == combat)', () => '(k != display)'] : []),
    ...(dyads.length === 2 ? [() => '(d == e)', () => '(recipient[d] == recipient[e])'] : []),
    ...(dyads.length && scope.bound.includes('b') ? [() => `(b == recipient[${dyads[0]}])`] : []),
  ]
  return chosen(forms, pick)()
}

const NUMBERS: Readonly<Record<string, string>> = {
  alignment: 'd',
  rivalry: 'db',
  alpha: 'k',
  'w.stake': '',
  normal: 'dk',
  uniform: '',
  gumbel: 'dkl',
  half: '',
}
const FLAGS: Readonly<Record<string, string>> = { contiguous: 'd', against: 'db', attacked: 'b', secret: 'k' }

/** Three variables known by the draw or playout, a fixpoint, and two that remember the day before. */
export const trial: fc.Arbitrary<{ readonly mechanism: Mechanism; readonly text: string }> = fc
  .tuple(shape, shape, shape, shape, shape, shape)
  .map(([a, b, c, f, g, h]) => {
    const held = (text: string): string => `max(-100, min(100, ${text}))`
    const scope: Scope = { bound: ['d', 'k'], numbers: NUMBERS, flags: FLAGS, day: false }
    const early = [
      `one[d, k] = ${held(numberText(scope, a))}`,
      `two[b] = ${held(numberText({ ...scope, bound: ['b'], numbers: { ...NUMBERS, one: 'dk' } }, b))}`,
      `open[d, k] = ${flagText({ ...scope, numbers: { ...NUMBERS, one: 'dk', two: 'b' } }, c)}`,
    ].join('\n')
    const known: Scope = {
      ...scope,
      numbers: { ...NUMBERS, one: 'dk', two: 'b' },
      flags: { ...FLAGS, open: 'dk' },
    }
    const fixed = `point[d, k] = 0.5 * last(point[d, k]) + 0.5 * (${held(numberText(known, f))})`
    const daily: Scope = { ...known, numbers: { ...known.numbers, point: 'dk' }, day: true }
    const late = [
      `flow[d, k] = ${held(`last(stock[d, k]) * 0.5 + (last(shut[d, k]) ? 1 : 0) + ${numberText(daily, g)}`)}`,
      `shut[d, k] = ${flagText({ ...daily, numbers: { ...daily.numbers, flow: 'dk' } }, h)}`,
      'stock[d, k] = flow[d, k] + 0.25 * last(stock[d, k])',
    ].join('\n')
    return { mechanism: trialOf([early, rounds(5, fixed), late]), text: [early, fixed, late].join('\n') }
  })

/** A mechanism that reads and draws a little of everything. */
export function trialOf(equations: Mechanism['equations']): Mechanism {
  return mechanism('trial', {
    about: 'A trial.',
    limits: 'Only a trial.',
    reads: {
      alignment: { of: 'd', unit: 'fraction', from: 'tie' },
      rivalry: { of: 'db', unit: 'fraction', from: 'opponent' },
      alpha: { of: 'k', unit: 'log-odds', from: 'channel' },
      'w.stake': { of: '', unit: 'log-odds', from: 'weight' },
      contiguous: { of: 'd', unit: 'flag', from: 'situation' },
      against: { of: 'db', unit: 'flag', from: 'situation' },
      attacked: { of: 'b', unit: 'flag', from: 'situation' },
      secret: { of: 'k', unit: 'flag', from: 'channel' },
    },
    constants: {
      half: { value: 0.5, unit: 'number', source: 'a test' },
      oneDay: { value: 1, unit: 'day', source: 'a test' },
    },
    draws: {
      normal: { of: 'dk', law: 'normal' },
      uniform: { of: '', law: 'uniform' },
      gumbel: { of: 'dkl', law: 'gumbel' },
    },
    before: { stock: -1.5 },
    equations,
  })
}
