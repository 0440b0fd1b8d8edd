/** The screen of `foedus verify`: what has changed, each by its name, and whether the bits are the same. */
import type { Design } from '../engine/summary.ts'
import { playoutsOf } from '../judge/interval.ts'
import type { Colour } from './colour.ts'
import { countText } from './number-text.ts'
import { type Difference, unexplained } from './receipt-difference.ts'
import type { Provenance, Receipt } from './receipt.ts'
import { wrap } from './wrap.ts'

export interface Verified {
  readonly receipt: Receipt
  readonly is: Provenance
  readonly differences: readonly Difference[]
  /** Where the bits part; absent when they are the same. */
  readonly parting?: string
}

export interface ReceiptScreenOptions {
  readonly width: number
  readonly colour: Colour
  /** The receipt as the user named it. */
  readonly path: string
}

const EDITED =
  'Every file and every version is the same: either the receipt was edited or the machine computes otherwise.'

export function receiptScreen(verified: Verified, { width, colour, path }: ReceiptScreenOptions): string {
  const { receipt, differences, parting } = verified
  const lines = [
    ...wrap(`${path}: ${playedText(receipt)}`, { width, indent: 0, hang: 2 }).map(colour.strong),
    ...differenceLines(verified, { width, colour }),
    parting === undefined
      ? colour.holds(`● same bits: every tally of ${countText(playoutsOf(receipt.summary.design))} playouts`)
      : '',
    ...(parting === undefined
      ? []
      : wrap(`✗ other bits, first in ${parting}`, { width, indent: 0, hang: 2 }).map(colour.fails)),
    ...((parting !== undefined || differences.length > 0) && unexplained(differences)
      ? wrap(EDITED, { width, indent: 2 })
      : []),
  ]
  return `${lines.filter((line) => line !== '').join('\n')}\n`
}

/** What a receipt is of, in a line: `scenarios/strait, seed 1, 16,384 playouts, foedus 0.1.0` */
function playedText({ path, seed, summary, version }: Receipt): string {
  return `${path}, seed ${seed}, ${playoutsText(summary.design)}, foedus ${version}`
}

function playoutsText(design: Design): string {
  const { batches, draws, playouts } = design
  return `${countText(playoutsOf(design))} playouts (${batches} × ${draws} × ${playouts})`
}

export function differenceLines(
  { receipt, is, differences }: Pick<Verified, 'receipt' | 'is' | 'differences'>,
  { width, colour }: { readonly width: number; readonly colour: Colour },
): readonly string[] {
  if (differences.length === 0) {
    const counts = [
      [receipt.scenario.files, 'scenario'],
      [receipt.theory.files, 'theory'],
      [receipt.engine.files, 'engine'],
    ] as const
    const text = counts.map(([files, word]) => `${Object.keys(files).length} ${word}`).join(', ')
    return wrap(`● nothing differs: files read: ${text}`, { width, indent: 0, hang: 2 }).map(colour.holds)
  }
  const idle = idleText(receipt, is, differences)
  return [
    ...differences.flatMap((difference) =>
      wrap(`✗ ${differenceText(difference)}`, { width, indent: 0, hang: 2 }).map(colour.fails),
    ),
    ...(idle === '' ? [] : wrap(idle, { width, indent: 2 })),
  ]
}

function differenceText({ part, name, how, was, is }: Difference): string {
  const values = was === undefined || is === undefined ? how : `${was} → ${is}`
  const what = WORDS[part]
  return `${name === '' ? what : `${what} ${name}`}: ${values}`
}

const WORDS: Readonly<Record<Difference['part'], string>> = {
  version: 'version of foedus',
  engine: 'engine runs from',
  library: 'library',
  'engine file': 'engine file',
  'theory file': 'theory file',
  'scenario file': 'scenario file',
  theory: 'fingerprint of what the theory says',
  scenario: 'fingerprint of what the scenario says',
  plan: 'what the engine runs (its program and what fills it)',
}

/** A file may change without a change of what it says: comments, layout, display names. */
function idleText(was: Receipt, is: Provenance, differences: readonly Difference[]): string {
  const touched = (part: Difference['part']): boolean => differences.some((one) => one.part === part)
  const said = [
    touched('scenario file') && was.scenario.fingerprint === is.scenario.fingerprint ? 'scenario' : '',
    touched('theory file') && was.theory.fingerprint === is.theory.fingerprint ? 'theory' : '',
  ].filter((word) => word !== '')
  return said.length === 0
    ? ''
    : `What the ${said.join(' and the ')} says is the same: comments, layout or display names changed.`
}
