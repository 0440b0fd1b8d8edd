/** `foedus verify`: what a receipt was made with, held against what is here, and the run played again. */
import { dirname, resolve as absolute } from 'node:path'
import type { Command } from 'commander'
import { loadScenario, type Loaded } from '../../host/load.ts'
import { packageVersion } from '../../host/package-files.ts'
import { readWhole } from '../../host/whole-file.ts'
import { differencesOf } from '../../report/receipt-difference.ts'
import {
  differenceLines,
  receiptScreen,
  type ReceiptScreenOptions,
  type Verified,
} from '../../report/receipt-screen.ts'
import { parseReceipt } from '../../report/receipt-shape.ts'
import type { Receipt } from '../../report/receipt.ts'
import { refuse } from '../faults.ts'
import { EXIT, type Io } from '../io.ts'
import { widthOption } from '../options.ts'
import { provenanceOf, placesOf } from '../provenance.ts'
import { resolve } from '../resolve.ts'
import { colours } from '../style.ts'
import { verify } from '../verify.ts'

const HELP = `
Everything that decides the bits is read again: the scenario's files, the
theory's, the program's own and its libraries. What changed, is missing or is
new is named. Then the run is played again with the seed, the number of
playouts and the engine of the receipt, and every tally is compared.

The path in a receipt is tried from the folder of the receipt and from the
working directory, and never leads out of them.

Examples:
  foedus run scenarios/strait -o strait.json
  foedus verify strait.json
  foedus verify strait.json --scenario another/checkout/scenarios/strait

Exit: 0 nothing differs, 1 something does, 2 the file is no receipt or its
scenario is not found, 3 the scenario has faults now.`

interface Flags {
  readonly scenario?: string
  readonly json?: boolean
  readonly width?: number
}

export function verifyCommand(program: Command, io: Io, done: (code: number) => void): void {
  const command = program
    .command('verify')
    .description('play the run of a receipt again and say whether anything differs')
    .argument('<receipt>', 'a file that foedus run -o wrote')
    .option(
      '--scenario <path>',
      'where the scenario lies now (default: where the receipt says, seen from its folder or from the working directory)',
    )
    .option('--json', 'print JSON instead of a screen')
  widthOption(command)
    .addHelpText('after', HELP)
    .action((path: string, flags: Flags) => {
      const receipt = receiptAt(path, io)
      if (!receipt) return done(EXIT.usage)
      const found = opened(receipt, { path, scenario: flags.scenario, io })
      if (!found) {
        io.err(`${strayText(path, receipt)}\n`)
        return done(EXIT.usage)
      }
      const { place, loaded, named } = found
      const options = { width: flags.width ?? io.width, colour: colours(io), path }
      if (!loaded.value) {
        refuseNow(receipt, { place, loaded, named, options, io })
        if (loaded.files.length > 0) return done(EXIT.scenario)
        if (flags.scenario === undefined) io.err(`${triedText(path, receipt, io)}\n`)
        return done(EXIT.usage)
      }
      const verified = verify(receipt, { place, loaded, scenario: loaded.value, io })
      if (flags.json) io.out(`${JSON.stringify(verifiedJson(verified), null, 2)}\n`)
      else io.out(receiptScreen(verified, options))
      const same = verified.parting === undefined && verified.differences.length === 0
      return done(same ? EXIT.ok : EXIT.differs)
    })
}

interface Opened {
  readonly place: string
  readonly loaded: Loaded
  /** By the user, and not by the receipt alone. */
  readonly named: boolean
}

/** The first place at which there is a scenario; the first of all where there is none. Undefined: none may be tried. */
function opened(
  receipt: Receipt,
  { path, scenario, io }: { path: string; scenario: string | undefined; io: Io },
): Opened | undefined {
  const named = scenario !== undefined
  const places = scenario === undefined ? placesOf(path, receipt.path) : [scenario]
  let first: Opened | undefined
  for (const place of places) {
    const found = { place, loaded: loadScenario(resolve(io, place)), named }
    if (found.loaded.files.length > 0) return found
    first ??= found
  }
  return first
}

function strayText(path: string, { path: recorded }: Receipt): string {
  return `${path} says ${recorded}, which leads out of the folder of the receipt; it was not opened, and nothing was run\n--scenario path names the scenario, wherever it lies now.`
}

function triedText(path: string, receipt: Receipt, io: Io): string {
  const folders = [...new Set([dirname(resolve(io, path)), io.cwd].map((folder) => absolute(folder)))]
  const [own, working] = folders
  const second = working === undefined ? '' : ` and from the working directory, ${working}`
  return `The receipt says ${receipt.path}, which was tried from the folder of the receipt, ${own}${second}.\n--scenario path names it, wherever it lies now.`
}

/**
 * What differs all the same, then the faults, for which nothing can be played. Faults quote the file: those of a file
 * that a receipt alone names are not shown.
 */
function refuseNow(
  receipt: Receipt,
  { place, loaded, named, options, io }: Opened & { options: ReceiptScreenOptions; io: Io },
): void {
  const is = provenanceOf({ path: resolve(io, place), loaded, engine: receipt.engine.name })
  const gone = loaded.files.length === 0
  const differences = differencesOf(receipt, is).filter(({ part }) => !gone || part !== 'scenario file')
  if (differences.length > 0) {
    io.err(`${differenceLines({ receipt, is, differences }, options).join('\n')}\n`)
  }
  if (gone) io.err(`${place}: the scenario is not found: ${loaded.faults[0]?.says}; nothing was run\n`)
  else if (named) refuse(place, loaded, io)
  else io.err(`${place}: it has faults now: foedus lint ${place}; nothing was run\n`)
}

function verifiedJson({ receipt, differences, parting }: Verified): object {
  const { path, seed, summary } = receipt
  const bits = parting === undefined ? { same: true } : { same: false, first: parting }
  return {
    foedus: 1,
    kind: 'verified',
    version: packageVersion(),
    run: { path, seed, design: summary.design },
    differences,
    bits,
  }
}

/** Undefined when there is no receipt; what is wrong has been printed then. */
function receiptAt(path: string, io: Io): Receipt | undefined {
  const file = readWhole(resolve(io, path))
  const parsed = file.kind === 'text' ? parseReceipt(file.text) : undefined
  if (parsed?.kind === 'receipt') return parsed.receipt
  const says =
    parsed !== undefined
      ? `is no receipt that can be verified: ${parsed.at === undefined ? '' : `at ${parsed.at}: `}${parsed.says}`
      : file.kind === 'unread'
        ? file.says
        : 'is not there'
  io.err(`${path} ${says}\n`)
  return undefined
}
