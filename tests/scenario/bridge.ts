/** A small valid scenario and the ways tests ask about it: faults as code and the very text they cover. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Fault } from '../../src/base/fault.ts'
import type { Checked } from '../../src/base/fault.ts'
import { checkScenario } from '../../src/scenario/check.ts'
import type { TextFile } from '../../src/scenario/check.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { shippedTheory } from './theory.ts'

export const BRIDGE: string = readFileSync(join(import.meta.dirname, 'bridge.yaml'), 'utf8')

const theory = shippedTheory()

export function checkText(text: string, more: readonly TextFile[] = []): Checked<Scenario> {
  return checkFiles([{ path: 'bridge.yaml', bytes: text }, ...more])
}

export function checkFiles(files: readonly TextFile[]): Checked<Scenario> {
  return checkScenario({ files, theory })
}

/** The text of one replacement in the valid scenario; fails when there is nothing to replace. */
export function edited(...edits: readonly (readonly [string, string])[]): string {
  return edits.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the scenario does not contain ${from}`)
    return text.replace(from, () => to)
  }, BRIDGE)
}

export function coveredBy(fault: Fault, texts: ReadonlyMap<string, string>): string | undefined {
  return fault.span && texts.get(fault.span.file)?.slice(fault.span.start, fault.span.end)
}

/** Code and covered text of each fault of that severity, in order. */
export function told(
  text: string,
  severity: Fault['severity'],
  more: readonly TextFile[] = [],
): [string, string | undefined][] {
  const files = [{ path: 'bridge.yaml', bytes: text }, ...more]
  const texts = new Map(files.map((file) => [file.path, String(file.bytes)]))
  return checkFiles(files)
    .faults.filter((fault) => fault.severity === severity)
    .map((fault) => [fault.code, coveredBy(fault, texts)])
}
