/** Claims about changed worlds from their text to the verdict: each distinct change played once, beside the world as it is. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { rmSync } from 'node:fs'
import { ROOT, runCli } from './run-cli.ts'

const FOLDER = mkdtempSync(join(tmpdir(), 'foedus-effects-'))
afterAll(() => rmSync(FOLDER, { recursive: true }))

const COMBAT = 'that: { metric: support.combat, of: cascadia, for: avalon, test: ">= 1" }'
const VOICE = 'that: { metric: support.political, of: cascadia, for: avalon, test: ">= 2" }'
const CLAIMS = `
  - id: duty
    do: { set: { ties.cascadia-avalon.clauses.defence: true } }
    ${COMBAT}
    effect: { difference: "> 0" }
  - id: duty-speaks
    do: { set: { ties.cascadia-avalon.clauses.defence: true } }
    ${VOICE}
    effect: { difference: ["> -10 %", "< 10 %"] }
  - id: duty-makes-likely
    do: { set: { ties.cascadia-avalon.clauses.defence: true } }
    says: very likely
    ${VOICE}
  - id: nothing
    do: { set: { ties.cascadia-avalon.clauses.defence: false } }
    ${COMBAT}
    effect: { difference: "> 0" }
  - id: nobody
    do: { without: cascadia }
    ${VOICE}
    effect: { difference: "< 0" }
  - id: spoken
    given: { metric: support.political, of: cascadia, for: avalon, test: ">= 2" }
    says: unlikely
    ${COMBAT}
`

interface Claim {
  readonly id: string
  readonly verdict: string
  readonly p: number
  readonly effect?: {
    readonly difference: { readonly value: number; readonly basis: string }
    readonly from: { readonly count: number }
  }
  readonly given?: { readonly n: number }
}

function checked(extra = CLAIMS): {
  readonly claims: readonly Claim[]
  readonly err: string
  readonly path: string
} {
  const path = join(FOLDER, 'strait.yaml')
  const text = readFileSync(join(ROOT, 'scenarios/strait/strait.yaml'), 'utf8')
  writeFileSync(path, text.replace('claims:\n', `claims:${extra}`))
  const { out, err } = runCli(['check', path, '--quick', '--json'])
  return { claims: (JSON.parse(out) as { claims: Claim[] }).claims, err, path }
}

describe('claims about changed worlds', () => {
  const { claims, path } = checked()
  const of = (id: string): Claim => claims.find((claim) => claim.id === id)!

  test('have an effect, and a verdict on it', () => {
    expect(of('duty').effect!.difference.value).toBeGreaterThan(0)
    expect(of('duty-speaks')).toMatchObject({ verdict: 'holds' })
  })

  test('differ by exactly nothing where the change sets what is so', () => {
    expect(of('nothing')).toMatchObject({
      verdict: 'not testable',
      effect: { difference: { value: 0, basis: 'identical' } },
    })
  })

  test('lose all of what a supporter gives who is left out', () => {
    const { effect, p } = of('nobody')
    expect(p).toBe(0)
    expect(effect!.from.count).toBeGreaterThan(0)
    expect(effect!.difference.value).toBeLessThan(-0.5)
  })

  test('leave the other claims as they are without them, to the bit', () => {
    const plain = checked('\n').claims
    for (const claim of plain) expect(of(claim.id)).toEqual(claim)
  })

  test('what was seen is counted, and what was made is a world of its own', () => {
    expect(of('spoken').given!.n).toBeGreaterThan(200)
    expect(of('duty-makes-likely').p).toBeGreaterThan(0.5)
  })

  test('play each distinct change once: three worlds beside the one that is', () => {
    checked()
    let now = 0
    const shown: string[] = []
    const progress = {
      write: (text: string) => shown.push(text),
      isTTY: true,
      columns: 80,
    } as unknown as NodeJS.WriteStream
    const { out } = runCli(['check', path, '--quick'], { now: () => (now += 700), progress })
    expect(out).toContain('if a defence clause Cascadia → Avalon were in force')
    expect(now / 700).toBe(1 + 4 * 4)
  })
})
