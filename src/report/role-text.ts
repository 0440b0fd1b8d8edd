/** Roles in a coalition in words: what is told of a number from 0, none, to 4, combat. */
import { ROLE_LABELS } from '../mechanisms/axes.ts'

/** `logistics`; a number between two roles, or beyond them, stands as it is. */
export function roleText(role: number): string {
  return ROLE_LABELS[role] ?? String(role)
}

/** What a candidate does for its leader from a role on. */
const DEEDS: Readonly<Record<(typeof ROLE_LABELS)[number], (of: string, leader: string) => string>> = {
  none: (of, leader) => `${of} leaves the side of ${leader}`,
  basing: (of, leader) => `${of} joins ${leader}: it lends bases and lets it pass`,
  defensive: (of, leader) => `${of} joins in the defence of the side of ${leader}`,
  logistics: (of, leader) => `${of} carries and supplies for ${leader}`,
  combat: (of, leader) => `${of} fights beside ${leader}`,
}

export function roleDeed(role: number, of: string, leader: string): string {
  const label = ROLE_LABELS[role]
  return label === undefined ? `${of}, beside ${leader}: role ${role}` : DEEDS[label](of, leader)
}
