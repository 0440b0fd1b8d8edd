/**
 * How a picture looks, in one place: hues, sizes and distances. Attackers and those attacked have one hue each; the
 * reader's own setting chooses between the light and the dark values.
 */

/** A value on white paper and one on dark paper. */
interface Tone {
  readonly light: string
  readonly dark: string
}

export type ToneName = 'paper' | 'ink' | 'quiet' | 'rule' | 'attacker' | 'target'

export const TONES: Readonly<Record<ToneName, Tone>> = {
  paper: { light: '#ffffff', dark: '#0d1117' },
  ink: { light: '#1f2328', dark: '#e6edf3' },
  quiet: { light: '#59636e', dark: '#9198a1' },
  rule: { light: '#e3e8ed', dark: '#262c36' },
  /** Neither is a hue of a verdict, and the colour-blind tell them apart. */
  attacker: { light: '#8a3ffc', dark: '#be95ff' },
  target: { light: '#00707a', dark: '#2dc9cf' },
}

/** Five sizes of type, in px. */
export const TYPE = { title: 18, head: 13, text: 11.5, label: 10.5, tick: 9 } as const

/** Distances in px, on a grid of 4. */
export const SPACE = {
  margin: 16,
  /** The words of likelihood. */
  gutter: 112,
  /** What a line is, beside its end. */
  label: 100,
  gap: 20,
  panelHeight: 76,
  rowGap: 28,
  head: 92,
  foot: 88,
} as const

/** Width of a panel by the number of columns; more than the last share its width. */
const PANEL_WIDTHS = [440, 224, 172] as const

export function panelWidth(columns: number): number {
  return PANEL_WIDTHS[Math.min(columns, PANEL_WIDTHS.length) - 1] ?? PANEL_WIDTHS[0]
}

const FAMILY = "system-ui,-apple-system,'Segoe UI','DejaVu Sans',sans-serif"

/** The style sheet inside the picture; classes rather than variables, which few converters know. */
export function sheet(): string {
  const fixed = [
    `text{font-family:${FAMILY};font-variant-numeric:tabular-nums}`,
    `.title{font-size:${TYPE.title}px;font-weight:600}`,
    `.head{font-size:${TYPE.head}px;font-weight:600}`,
    `.text{font-size:${TYPE.text}px}`,
    `.label{font-size:${TYPE.label}px}`,
    `.tick{font-size:${TYPE.tick}px}`,
    '.line{fill:none;stroke-linejoin:round}',
    '.any{stroke-width:1.25}',
    '.much{stroke-width:2.25}',
    '.band{stroke:none;opacity:.12}',
    '.error{stroke:none;opacity:.3}',
  ]
  return [...fixed, ...tones('light'), `@media(prefers-color-scheme:dark){${tones('dark').join('')}}`].join(
    '',
  )
}

function tones(paper: keyof Tone): string[] {
  const of = (name: ToneName): string => TONES[name][paper]
  const side = (name: 'attacker' | 'target'): string =>
    `.${name} .line{stroke:${of(name)}}.${name} .band,.${name} .error,.${name} text{fill:${of(name)}}`
  return [
    `.paper{fill:${of('paper')}}`,
    `.ink{fill:${of('ink')}}`,
    `.quiet{fill:${of('quiet')}}`,
    `.rule{stroke:${of('rule')};stroke-width:1;fill:none}`,
    side('attacker'),
    side('target'),
  ]
}
