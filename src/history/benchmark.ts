/**
 * Coded crises in one file, as other projects exchange them. Each becomes an eve in the language of scenarios and,
 * apart from it, what was done; each fault is told where it stands in that file.
 */
import type { Checked, Fault, Span } from '../base/fault.ts'
import { checkScenario } from '../scenario/check.ts'
import { collect, type Entry, isBad, type Sheet } from '../scenario/entry.ts'
import { addAll, byText, capFaults, fault, sortFaults, warning } from '../scenario/fault-list.ts'
import { firstToken, keySpan, spanAt } from '../scenario/node.ts'
import { checkShape } from '../scenario/shape-fault.ts'
import type { ChannelId } from '../scenario/scenario.ts'
import { readSheets } from '../scenario/sheet.ts'
import type { TextFile } from '../scenario/text-file.ts'
import { eveText, isAsked, sidesOf, slugOf } from './benchmark-eve.ts'
import { benchmarkShape, CASES, type CaseText, type SupporterText } from './benchmark-shape.ts'
import type { CodedCase, Deed } from './coded.ts'

export interface Benchmark extends Checked<readonly CodedCase[]> {
  /** Path → text, of the file and of the eves made of it. */
  readonly texts: ReadonlyMap<string, string>
}

interface Beneath {
  readonly theory: readonly TextFile[]
  /** Ids of the cases that the shipped weights were fitted on. */
  readonly shipped: ReadonlySet<string>
}

export function readBenchmark(file: TextFile, { theory, shipped }: Beneath): Benchmark {
  const faults: Fault[] = []
  const { sheets, whole } = readSheets([file], 'scenario', faults)
  const [sheet] = sheets
  const texts = new Map(sheet ? [[sheet.path, sheet.text]] : [])
  const entries = sheet?.root?.kind === 'map' ? casesIn(sheet, faults, whole) : []
  for (const entry of entries) {
    warnShipped(entry, shipped, faults)
    checkNames(entry, faults)
  }
  const sound = (): boolean => faults.every(({ severity }) => severity === 'warning')
  const read = sound() ? entries.map((entry) => readCase(entry, file.path)) : []
  const cases = read.flatMap(({ text, ...coded }): CodedCase[] => {
    const checked = checkScenario({ files: [text], theory })
    // What is only advice is about a text that nobody wrote.
    addAll(
      faults,
      checked.faults.filter(({ severity }) => severity === 'fault'),
    )
    texts.set(text.path, String(text.bytes))
    return checked.value ? [{ ...coded, eve: checked.value }] : []
  })
  const sorted = capFaults(sortFaults(faults))
  cases.sort((a, b) => byText(a.id, b.id))
  return sound() ? { value: cases, faults: sorted, texts } : { faults: sorted, texts }
}

function casesIn(sheet: Sheet, faults: Fault[], whole: boolean): Entry<CaseText>[] {
  const { root } = sheet
  if (!root) return []
  const head = checkShape(benchmarkShape, root, { span: firstToken(root), key: '' })
  addAll(
    faults,
    head.faults.filter(({ code }) => whole || code !== 'missing-key'),
  )
  const entries = collect([sheet], CASES, faults)
  const at = keySpan(root, CASES.key)
  if (entries.length === 0 && at && whole && !faults.some(({ severity }) => severity === 'fault'))
    faults.push(
      fault('no-cases', at, {
        says: 'there is no case in this file',
        expected: 'a list of one case or more',
      }),
    )
  return entries
}

function warnShipped({ id, node, at }: Entry<CaseText>, shipped: ReadonlySet<string>, faults: Fault[]): void {
  if (!shipped.has(id)) return
  faults.push(warning('in-sample', spanAt(node, ['id'], at), inSample(id)))
}

/** What to say of a case that has the id of one that ships. */
export function inSample(id: string): { readonly says: string; readonly suggestion: string } {
  return {
    says: `"${id}" is one of the cases that the shipped weights were fitted on: with them it is no test`,
    suggestion: 'fit anew without it, or give a case of your own another id',
  }
}

/** Everybody has an id of their own, and nobody is both in the fight and outside it. */
function checkNames(entry: Entry<CaseText>, faults: Fault[]): void {
  const { attackers = [], targets = [], supporters = [] } = entry.value
  const place = (...path: (string | number)[]): Span => spanAt(entry.node, path, entry.at)
  const fighting = new Map<string, 'attackers' | 'targets'>()
  for (const [side, names] of [
    ['attackers', attackers],
    ['targets', targets],
  ] as const)
    for (const [index, name] of names.entries()) {
      if (name === undefined) continue
      const span = place(side, index)
      const slug = checkSlug(name, span, faults)
      if (fighting.has(slug) && fighting.get(slug) !== side)
        faults.push(
          fault('belligerent-both-sides', span, `"${name}" is an attacker and cannot be a target too`),
        )
      fighting.set(slug, side)
    }
  const rows = new Set<string>()
  for (const [index, one] of supporters.entries()) {
    const { actor, recipient } = one ?? {}
    if (actor === undefined || isBad(entry, `supporters.${index}.actor`)) continue
    const span = place('supporters', index, 'actor')
    const slug = checkSlug(actor, span, faults)
    const row = `${slug} ${recipient}`
    if (fighting.has(slug))
      faults.push(
        fault('supporter-fights', span, `"${actor}" stands among the ${fighting.get(slug)} already`),
      )
    else if (rows.has(row))
      faults.push(fault('duplicate-id', span, `"${actor}" stands twice for one side; keep one of the two`))
    rows.add(row)
  }
}

function checkSlug(name: string, span: Span, faults: Fault[]): string {
  const slug = slugOf(name)
  if (slug === '')
    faults.push(
      fault('bad-id', span, {
        says: `no id can be made of the name "${name}"`,
        expected: 'a name with Latin letters',
      }),
    )
  return slug
}

type Read = Omit<CodedCase, 'eve'> & { readonly text: TextFile }

/** Of a case without a fault. */
function readCase({ id, value }: Entry<CaseText>, path: string): Read {
  const coded = value as CaseText
  const sides = sidesOf(coded)
  return {
    id,
    text: { path: `${path}#${id}`, bytes: eveText(coded, path) },
    deeds: coded.supporters.filter(isAsked).map((one) => deedOf(one, sides)),
    groups: [],
    left: coded.supporters
      .filter((one) => !isAsked(one))
      .map(({ actor }) => ({ supporter: slugOf(actor), because: LEFT_OUT })),
  }
}

const LEFT_OUT = "inputs of a state's decision cannot tell when a group enters"

function deedOf(
  { actor, recipient, support, confidence, lowConfidenceChannels = [], note }: SupporterText,
  sides: Readonly<Record<'attacker' | 'target', string>>,
): Deed {
  const known = Object.entries(support).filter(([, level]) => typeof level === 'number')
  return {
    supporter: slugOf(actor),
    recipient: sides[recipient],
    levels: new Map(known as [ChannelId, number][]),
    confidence,
    unsure: new Set(lowConfidenceChannels),
    ...(note === undefined ? {} : { note }),
  }
}
