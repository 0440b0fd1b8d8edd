/** `foedus cite`: the sources beneath a result, as a list to read or for a reference manager. */
import { type Command, Option } from 'commander'
import { loadScenario } from '../../host/load.ts'
import { packageVersion } from '../../host/package-files.ts'
import { bibtex } from '../../report/bibtex.ts'
import { citationScreen } from '../../report/citation-screen.ts'
import { citationsOf } from '../../report/citation.ts'
import { cslJson } from '../../report/csl-json.ts'
import { refuse, warn } from '../faults.ts'
import { EXIT, type Io } from '../io.ts'
import { widthOption } from '../options.ts'
import { resolve } from '../resolve.ts'
import { colours } from '../style.ts'

const FORMATS = ['text', 'bibtex', 'csl-json'] as const
type Format = (typeof FORMATS)[number]

const HELP = `
Cited is what the run reads: the numbers, the promises and the votes, the
base rates beside the claims, the facts and cases in them, and the program.
A source that bears nothing is not cited. Published and computed sources are
references; unverified ones and judgements are told apart from them, in
BibTeX and CSL-JSON by their keyword.

Examples:
  foedus cite scenarios/strait
  foedus cite scenarios/iran-2026 --format bibtex > sources.bib

Exit: 0 done, 2 bad usage, 3 the scenario has faults.`

interface Flags {
  readonly format: Format
  readonly json?: boolean
  readonly width?: number
}

export function citeCommand(program: Command, io: Io, done: (code: number) => void): void {
  const command = program
    .command('cite')
    .description('list the sources that the result rests on')
    .argument('<scenario>', 'a .yaml file, or a folder of them')
    .addOption(new Option('--format <name>', 'how they are written').choices(FORMATS).default('text'))
    .option('--json', 'print JSON instead of a screen: each source with what rests on it')
  widthOption(command)
    .addHelpText('after', HELP)
    .action((path: string, flags: Flags) => {
      const loaded = loadScenario(resolve(io, path))
      const { value: scenario } = loaded
      if (!scenario) {
        refuse(path, loaded, io)
        return done(EXIT.scenario)
      }
      warn(path, loaded, io)
      const citations = citationsOf(scenario)
      const version = packageVersion()
      if (flags.json) {
        io.out(`${JSON.stringify({ foedus: 1, kind: 'citations', version, ...citations }, null, 2)}\n`)
      } else if (flags.format === 'bibtex') io.out(bibtex(citations.cited, version))
      else if (flags.format === 'csl-json') {
        io.out(`${JSON.stringify(cslJson(citations.cited, version), null, 2)}\n`)
      } else {
        const width = flags.width ?? io.width
        io.out(citationScreen(citations, scenario, { width, colour: colours(io), version }))
      }
      return done(EXIT.ok)
    })
}
