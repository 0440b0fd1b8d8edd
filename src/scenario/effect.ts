/** What a claim asserts of the effect of a change or of a condition: a difference of probabilities, or their ratio. */
import * as z from 'zod'
import type { Context } from './context.ts'
import { fault } from './fault-list.ts'
import type { Node } from './node.ts'
import { child, firstToken, keySpan } from './node.ts'
import type { Effect } from './scenario.ts'
import * as shape from './shape.ts'
import type { ReadTest } from './test.ts'
import { parseTest, testShape } from './test.ts'

/** One test, or two that both have to pass. */
const tests = z.union([testShape, z.array(testShape).min(1).max(2)], {
  error: shape.pack('bad-test', 'a comparison such as "> 0", or a list of two'),
})

export const effectShape: z.ZodObject = shape.fields({
  difference: tests
    .describe('Probability with it minus probability without it: ["> 0", "< 25 %"].')
    .optional(),
  ratio: tests.describe('Probability with it divided by probability without it: ">= 3".').optional(),
})

const KINDS = ['difference', 'ratio'] as const

/** What zod left of it. */
type EffectText = Partial<Record<(typeof KINDS)[number], string | readonly (string | undefined)[]>>

export function readEffect(context: Context, value: unknown, node: Node | undefined): Effect | undefined {
  if (typeof value !== 'object' || value === null || node?.kind !== 'map') return undefined
  const stated = KINDS.filter((kind) => node.entries.has(kind))
  const [as, other] = stated
  if (as === undefined) {
    if (!node.partial && node.entries.size === 0) {
      context.faults.push(
        fault('missing-key', firstToken(node), {
          says: 'an effect is a difference or a ratio; here is neither',
          expected: 'difference or ratio',
        }),
      )
    }
    return undefined
  }
  if (other !== undefined) {
    context.faults.push(
      fault('effect-twice', keySpan(node, other) ?? firstToken(node), {
        says: 'an effect is measured as a difference or as a ratio; here stand both',
        suggestion: 'keep one, or write two claims',
      }),
    )
    return undefined
  }
  const part = (value as EffectText)[as]
  const place = child(node, as)
  const written = typeof part === 'string' ? [part] : (part ?? [])
  const read = written.map((text, index) => {
    const at = place?.kind === 'list' ? child(place, index) : place
    return text === undefined || !at ? undefined : readOne(context, text, { as, at })
  })
  if (!place || read.length === 0 || !read.every((test) => test !== undefined)) return undefined
  if (!canPass(read)) {
    const says = 'no effect passes both of these tests'
    context.faults.push(fault('bad-test', place.span, { says, expected: 'a lower test and a higher one' }))
    return undefined
  }
  return { as, tests: read.map(({ op, value: edge }) => ({ op, value: edge })) }
}

function readOne(
  context: Context,
  text: string,
  { as, at }: { as: Effect['as']; at: Node },
): ReadTest | undefined {
  const test = parseTest(text)
  if (!test) return undefined
  if (test.literal !== 'number' || test.op === '==' || test.op === '!=') {
    const says = 'an effect is known with an error: it is above or below a number, never exactly it'
    context.faults.push(fault('bad-test', at.span, { says, expected: 'a test such as "> 0" or "<= 25 %"' }))
    return undefined
  }
  const { value } = test
  const fits = as === 'ratio' ? value > 0 : value >= -1 && value <= 1
  if (fits) return test
  const limits = as === 'ratio' ? 'a ratio of probabilities lies above 0' : 'a difference lies from -1 to 1'
  context.faults.push(fault('out-of-bounds', at.span, `${limits}; the test compares it with ${value}`))
  return undefined
}

/** False when one test asks for less than the other allows. */
function canPass(tests: readonly ReadTest[]): boolean {
  const lower = tests.filter(({ op }) => op === '>' || op === '>=')
  const upper = tests.filter(({ op }) => op === '<' || op === '<=')
  return lower.every((low) =>
    upper.every(
      (high) => low.value < high.value || (low.value === high.value && low.op === '>=' && high.op === '<='),
    ),
  )
}
