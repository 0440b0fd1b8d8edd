/** Every law of arsenals, coalitions and rules of the theory, broken once: the code and the very text it points to. */
import { describe, expect, test } from 'vitest'
import { CANDIDATES, faultsOf } from './forces.ts'
import type { Edit } from './strait.ts'

const SPREAD = '{ none: 30 %, graded: 50 %, strong: 20 %, source: desk, why: the literature disagrees }'
const BASE = 'consent: { of: cascadia, for: avalon, level: 2 }'

/** One more candidate of borduria. */
function joining(id: string): Edit {
  return ['    candidates:\n', `    candidates:\n      ${id}: { alignment: 0.5 }\n`]
}

/** code, covered text, edits of the valid scenario. */
const FAULTS: readonly (readonly [string, string, ...Edit[]])[] = [
  // Arsenals
  ['unknown-actor', 'avalom', ['arsenals:\n  avalon:', 'arsenals:\n  avalom:']],
  ['not-a-belligerent', 'cascadia', ['arsenals:\n', 'arsenals:\n  cascadia: {}\n']],
  ['missing-key', 'drone', ['stock: 400, ', '']],
  ['missing-key', 'strike', ['launchers: 80, ', '']],
  ['unknown-key', 'missiles', ['    missile: {', '    missiles: {']],
  ['unknown-key', 'stopMissile', ['stopsMissile:', 'stopMissile:']],
  ['unknown-key', 'luanchers', ['launchers: 20 count', 'launchers: 20 count, luanchers: 4']],
  ['wrong-type', '[400]', ['{ stock: 400, launchers: 20 count, cycles: 0.5 number/day }', '[400]']],
  ['out-of-bounds', '-400', ['stock: 400', 'stock: -400']],
  ['out-of-bounds', '0 to 900', ['threshold: 300 to 900', 'threshold: 0 to 900']],
  ['out-of-bounds', '900 %/week', ['cycles: 1 number/day', 'cycles: 1 number/day, launcherLoss: 900 %/week']],
  ['unit-mismatch', '100 count', ['ration: 100 count/day', 'ration: 100 count']],
  ['missing-unit', '2.6', ['production: 2.6 count/day', 'production: 2.6']],
  ['unit-mismatch', '3 %/day', ['stopsStrike: 10 %', 'stopsStrike: 3 %/day']],
  [
    'unknown-source',
    'desc',
    ['  avalon:\n    source: desk\n    threshold', '  avalon:\n    source: desc\n    threshold'],
  ],
  // Coalitions
  ['unknown-actor', 'bordura', ['coalitions:\n  borduria:', 'coalitions:\n  bordura:']],
  ['not-a-belligerent', 'cascadia', ['coalitions:\n', 'coalitions:\n  cascadia: {}\n']],
  ['unknown-actor', 'dalmatai', joining('dalmatai')],
  ['candidate-not-state', 'raiders', joining('raiders')],
  ['candidate-not-state', 'court', joining('court')],
  ['candidate-is-belligerent', 'avalon', joining('avalon')],
  ['candidate-is-belligerent', 'borduria', joining('borduria')],
  [
    'candidate-is-supporter',
    'cascadia',
    ['coalitions:\n', 'coalitions:\n  avalon: { candidates: { cascadia: {} } }\n'],
  ],
  [
    'candidate-twice',
    'dalmatia',
    ['attackers: [borduria]', 'attackers: [borduria, elbonia]'],
    ['actors:\n', 'actors:\n  elbonia: { kind: state }\n'],
    ['rules:\n', '  elbonia: { candidates: { dalmatia: {} } }\nrules:\n'],
  ],
  ['bad-id', 'LEAGUE', ['      league: {', '      LEAGUE: {']],
  ['unknown-key', 'aligment', ['league: { source: desk, alignment', 'league: { source: desk, aligment']],
  ['out-of-bounds', '1.3', ['regionalMandate: 0 to 0.3', 'regionalMandate: 1.3']],
  ['out-of-bounds', '60', ['pressure: 0.6 }', 'pressure: 60 }']],
  ['wrong-type', 'none', [CANDIDATES, '    candidates: none\n']],
  // Consent
  ['missing-key', 'consent', [BASE, 'consent: { of: cascadia, for: avalon }']],
  ['not-a-dyad', 'dalmatia', [BASE, 'consent: { of: dalmatia, for: avalon, level: 2 }']],
  ['out-of-bounds', '4', [BASE, 'consent: { of: dalmatia, for: borduria, level: 4 }']],
  // Rules of the theory
  ['unknown-key', 'deterence', ['  deterrence:', '  deterence:']],
  ['unknown-key', 'grades', [SPREAD, '{ none: 50 %, grades: 50 %, source: desk }']],
  ['unknown-word', 'nune', [SPREAD, 'nune']],
  [
    'shares-not-one',
    '{ none: 30 %, graded: 50 %, source: desk }',
    [SPREAD, '{ none: 30 %, graded: 50 %, source: desk }'],
  ],
  ['shares-not-one', '{ source: desk }', [SPREAD, '{ source: desk }']],
  ['out-of-bounds', '30', [SPREAD, '{ none: 30, source: desk }']],
  ['unknown-source', 'desc', [SPREAD, '{ none: 1, source: desc }']],
  ['wrong-type', '[none, graded]', [SPREAD, '[none, graded]']],
  ['wrong-type', 'deterrence', [SPREAD, '']],
  // Arms and the crisis
  ['out-of-bounds', '1.2', ['    underFire: 0.2\n', '    underFire: 0.2\n    cover: 1.2\n']],
  ['out-of-bounds', '1.2', ['channelsOpen: 0.2 to 0.7', 'channelsOpen: 1.2']],
]

describe('one law of forces broken is one fault, at its place', () => {
  for (const [code, covered, ...edits] of FAULTS) {
    test(`${code} at ${covered}: ${edits[0]?.[1] ?? ''}`, () => {
      expect(faultsOf(...edits)).toEqual([[code, covered]])
    })
  }
})
