/** What a belligerent fights with: stocks and launchers by weapon, what stops the other side's, and what it can bear. */
import type * as z from 'zod'
import { WEAPON_LABELS } from '../mechanisms/axes.ts'
import { ARSENAL_FIELDS, WEAPON_NEEDED, WEAPON_OTHERS } from './arsenal-field.ts'
import type { Context } from './context.ts'
import type { Entry, Noun } from './entry.ts'
import { byText } from './fault-list.ts'
import { resolveFighter } from './fighter.ts'
import { entrySource, readFilled } from './filled.ts'
import type { Arsenal, Weapon } from './force.ts'
import type { Parties } from './named-party.ts'
import { partOf } from './part.ts'
import { quantityShape, quantityShapes } from './quantity.ts'
import type { Quantity } from './scenario.ts'
import * as shape from './shape.ts'

export interface ArsenalText {
  readonly source: string
}

const ABOUT: Readonly<Record<Weapon, string>> = {
  missile: 'Guided missiles that fly by themselves, ballistic or cruise.',
  drone: 'Drones that fly one way.',
  strike: 'Strikes by aircraft and ships: what they drop or fire, and the aircraft and tubes that do it.',
}

const weaponShape = shape.fields({
  ...Object.fromEntries(WEAPON_NEEDED.map((field) => [field.name, quantityShape(field)])),
  ...quantityShapes(WEAPON_OTHERS),
})

export const arsenalShape: z.ZodObject = shape.fields({
  source: shape.reference('Source of its quantities unless they name their own.').optional(),
  ...quantityShapes(ARSENAL_FIELDS),
  ...Object.fromEntries(
    WEAPON_LABELS.map((weapon) => [weapon, weaponShape.describe(ABOUT[weapon]).optional()]),
  ),
})

export const ARSENALS: Noun<ArsenalText> = {
  key: 'arsenals',
  container: 'map',
  called: 'arsenal',
  shape: arsenalShape,
}

/** Nothing when its owner is not known to fight. */
export function readArsenal(
  context: Context,
  entry: Entry<ArsenalText>,
  parties: Pick<Parties, 'belligerents'>,
): Arsenal | undefined {
  const { id } = entry
  const source = entrySource(context, entry)
  const prefix = `arsenals.${id}`
  const quantities = readFilled(context, entry, { fields: ARSENAL_FIELDS, prefix, called: id, source })
  const weapons = readWeapons(context, entry, source)
  const named = { id, span: entry.at, so: 'its arsenal is fired at nobody' }
  if (resolveFighter(context, named, parties)) return { belligerent: id, weapons, quantities }
  entry.bad.push('')
  return undefined
}

function readWeapons(
  context: Context,
  entry: Entry<ArsenalText>,
  source: string | undefined,
): Map<Weapon, Readonly<Record<string, Quantity>>> {
  const weapons = new Map<Weapon, Readonly<Record<string, Quantity>>>()
  for (const weapon of [...WEAPON_LABELS].sort(byText)) {
    const part = partOf(entry, weapon)
    if (!part) continue
    const prefix = `arsenals.${entry.id}.${weapon}`
    const before = part.bad.length
    const fields = [...WEAPON_NEEDED, ...WEAPON_OTHERS]
    weapons.set(weapon, readFilled(context, part, { fields, prefix, called: prefix, source }))
    for (const bad of part.bad.slice(before)) entry.bad.push(`${weapon}.${bad}`)
  }
  return weapons
}
