/** Whether two pieces of plain data say the same: arrays, typed arrays, maps and objects, number by number. */
export function sameData(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (one instanceof Map || other instanceof Map)
    return one instanceof Map && other instanceof Map && sameData([...one], [...other])
  if (Array.isArray(one) !== Array.isArray(other) || ArrayBuffer.isView(one) !== ArrayBuffer.isView(other))
    return false
  const [left, right] = [Object.entries(one), new Map<string, unknown>(Object.entries(other))]
  return (
    left.length === right.size &&
    left.every(([key, value]) => right.has(key) && sameData(value, right.get(key)))
  )
}
