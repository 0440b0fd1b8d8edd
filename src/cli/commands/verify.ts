/** `foedus verify`: what a receipt was made with, held against what is here, and the run played again. */
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
import { provenanceOf, scenarioAt } from '../provenance.ts'
import { resolve } from '../resolve.ts'
import { colours } from '../style.ts'
import { verify } from '../verify.ts'

const HELP = `
Everything that decides the bits is read again: the scenario's files, the
theory's, the program's own and its libraries. What changed, is missing or is
new is named. Then the run is played again with the seed, the number of
playouts and the engine of the receipt, and every tally is compared.

Examples:
  foedus run scenarios/strait -o strait.json
  foedus verify strait.json
  foedus verify strait.json --scenario another/checkout/scenarios/strait

Exit: 0 nothing differs, 1 something does, 2 the file is no receipt,
3 the scenario has faults now.`

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
    .option('--scenario <path>', 'where the scenario lies now (default: where the receipt says)')
    .option('--json', 'print JSON instead of a screen')
  widthOption(command)
    .addHelpText('after', HELP)
    .action((path: string, flags: Flags) => {
      const receipt = receiptAt(path, io)
      if (!receipt) return done(EXIT.usage)
      const place = flags.scenario ?? scenarioAt(path, receipt.path)
      const loaded = loadScenario(resolve(io, place))
      const options = { width: flags.width ?? io.width, colour: colours(io), path }
      if (!loaded.value) {
        refuseNow(receipt, { place, loaded, options, io })
        if (flags.scenario === undefined) io.err('--scenario says where the scenario lies now\n')
        return done(EXIT.scenario)
      }
      const verified = verify(receipt, { place, loaded, scenario: loaded.value, io })
      if (flags.json) io.out(`${JSON.stringify(verifiedJson(verified), null, 2)}\n`)
      else io.out(receiptScreen(verified, options))
      const same = verified.parting === undefined && verified.differences.length === 0
      return done(same ? EXIT.ok : EXIT.differs)
    })
}

/** What differs all the same, then the faults, for which nothing can be played. */
function refuseNow(
  receipt: Receipt,
  { place, loaded, options, io }: { place: string; loaded: Loaded; options: ReceiptScreenOptions; io: Io },
): void {
  const is = provenanceOf({ path: resolve(io, place), loaded, engine: receipt.engine.name })
  const gone = loaded.files.length === 0
  const differences = differencesOf(receipt, is).filter(({ part }) => !gone || part !== 'scenario file')
  if (differences.length > 0) {
    io.err(`${differenceLines({ receipt, is, differences }, options).join('\n')}\n`)
  }
  refuse(place, loaded, io)
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
