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

export const GRAMMAR: Grammar = {
  axes: [
    { name: 'dyad', letters: ['d', 'e'] },
    { name: 'belligerent', letters: ['b'] },
    { name: 'channel', letters: ['k'], labels: CHANNEL_LABELS },
    { name: 'level', letters: ['l', 'n'] },
    { name: 'draft', letters: ['q'] },
    { name: 'member', letters: ['v'] },
    { name: 'day', letters: ['t'] },
  ],
  maps: {
    recipient: ['dyad', 'belligerent'],
    seat: ['dyad', 'member'],
  },
}

export const mechanism: (name: string, text: MechanismText) => Mechanism = mechanismsOver(GRAMMAR)
