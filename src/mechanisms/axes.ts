/**
 * The axes that all mechanisms share. A dyad is a potential supporter together with
 * the belligerent that it might support; supporters of both sides stand on one axis.
 */
import type { Grammar } from '../formula/parse.ts'
import { type Mechanism, mechanismsOver, type MechanismText } from '../formula/mechanism.ts'

export const CHANNEL_LABELS = [
  'political',
  'intelligence',
  'economic',
  'materiel',
  'enablement',
  'display',
  'combat',
] as const
/** Levels of support: none, low, substantial, full (anchors in theory/channels.yaml). */
export const LEVELS = 4

/** Ways in which the fighting can end. */
export const ENDINGS = ['ceasefire', 'concession', 'withdrawal', 'regimeChange', 'frozen'] as const
/** Rungs from which one climbs by hazard, from a lethal incident (6) to a nuclear threat (9); the lower ones are deeds. */
export const RUNGS = ['incident', 'limitedCombat', 'war', 'nuclearThreat'] as const

export const GRAMMAR: Grammar = {
  axes: [
    { name: 'dyad', letters: ['d', 'e'] },
    { name: 'belligerent', letters: ['b'] },
    { name: 'channel', letters: ['k'], labels: CHANNEL_LABELS },
    { name: 'level', letters: ['l', 'n'] },
    { name: 'draft', letters: ['q'] },
    { name: 'member', letters: ['v'] },
    { name: 'group', letters: ['g', 'h'] },
    { name: 'rung', letters: ['r'], labels: RUNGS },
    { name: 'ending', letters: ['x', 'y'], labels: ENDINGS },
    { name: 'day', letters: ['t'] },
  ],
  maps: {
    recipient: ['dyad', 'belligerent'],
    seat: ['dyad', 'member'],
    ally: ['group', 'belligerent'],
  },
}

export const mechanism: (name: string, text: MechanismText) => Mechanism = mechanismsOver(GRAMMAR)
