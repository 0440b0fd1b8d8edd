/** Readonly data as plain JSON; maps become objects sorted by key. */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** A map as an object, its keys in the order of the alphabet. */
export function sorted<T>(map: ReadonlyMap<string, T>, one: (value: T) => Json): Json {
  const keys = [...map.keys()].sort()
  return Object.fromEntries(
    keys.flatMap((key) => {
      const value = map.get(key)
      return value === undefined ? [] : [[key, one(value)]]
    }),
  )
}

/** Readonly data as JSON: bigints as decimal strings, absent fields left out. */
export function toJson(value: unknown): Json {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  if (typeof value === 'bigint') return value.toString()
  if (Array.isArray(value)) return value.map(toJson)
  if (value instanceof Map) return sorted(value as ReadonlyMap<string, unknown>, toJson)
  if (typeof value === 'object') {
    const entries = Object.entries(value).filter(([, field]) => field !== undefined)
    return Object.fromEntries(entries.map(([key, field]) => [key, toJson(field)]))
  }
  throw new Error(`no JSON for a ${typeof value}`)
}
