/**
 * Which mechanisms run in a world: all but those that a change leaves out, and those that cannot do without them. In a
 * world without the attack only the flows run that wait for no war.
 */
import type { Mechanism } from '../formula/mechanism.ts'
import { namesIn } from '../formula/walk.ts'
import { MECHANISMS } from '../mechanisms/mechanisms.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { usesDay } from './moments.ts'

/** Where nothing is said of what anybody fights with, there is nothing to fire and no effort to share out. */
const OF_ARSENALS: readonly string[] = ['arsenal', 'effort']

export function mechanismsOf({ without, attack, arsenals }: Scenario): readonly Mechanism[] {
  const idle = arsenals.size === 0 ? OF_ARSENALS : []
  const kept = MECHANISMS.filter(({ name }) => ![...without.mechanisms, ...idle].includes(name))
  return supplied(attack ? kept : waitingForNoWar(kept))
}

/** Whether the mechanism that computes the variable runs in this world. */
export function isRunning(scenario: Scenario, variable: string): boolean {
  return mechanismsOf(scenario).some(({ name }) => name === ownerOf(variable))
}

/** `support.decided`: support. */
export function ownerOf(variable: string): string {
  return variable.slice(0, variable.indexOf('.'))
}

/** The slow ones, and of what they read those that they cannot do without and those that wait for no day. */
function waitingForNoWar(kept: readonly Mechanism[]): Mechanism[] {
  const wanted = new Set(kept.filter(({ slow }) => slow === true))
  for (const reader of wanted) {
    for (const [name, read] of readsOfOthers(reader)) {
      const supplier = kept.find((one) => one.name === ownerOf(name))
      if (supplier && (read.otherwise === undefined || isDayless(supplier, kept))) wanted.add(supplier)
    }
  }
  return kept.filter((one) => wanted.has(one))
}

/** Whether all of it is known before the first day. */
function isDayless(mechanism: Mechanism, kept: readonly Mechanism[]): boolean {
  const own = mechanism.blocks.every(({ rounds, equations }) =>
    equations.every(
      ({ value }) => !usesDay(value) && (rounds > 1 || !namesIn(value).some(({ last }) => last)),
    ),
  )
  return (
    own &&
    readsOfOthers(mechanism).every(([name]) => {
      const supplier = kept.find((one) => one.name === ownerOf(name))
      return supplier === undefined || isDayless(supplier, kept)
    })
  )
}

/** Those whose every supplier runs or has a neutral value in its place. */
function supplied(mechanisms: readonly Mechanism[]): readonly Mechanism[] {
  const left = mechanisms.filter((reader) =>
    readsOfOthers(reader).every(
      ([name, read]) =>
        read.otherwise !== undefined ||
        mechanisms.some((one) => one.name === ownerOf(name)) ||
        !MECHANISMS.some((one) => one.name === ownerOf(name)),
    ),
  )
  return left.length === mechanisms.length ? mechanisms : supplied(left)
}

function readsOfOthers({ reads }: Mechanism): [string, Mechanism['reads'][string]][] {
  return Object.entries(reads).filter(([, { from }]) => from === 'mechanism')
}
