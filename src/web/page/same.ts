// Do two values say the same as JSON? Neither the order of keys matters, which a file sorts, nor the last bit of a logarithm.

// Relative. Engines differ in the last bit of exp, log and powers, as when a notebook is checked.
const tolerance = 1e-12

export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= tolerance * Math.abs(a)
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))]
  return left.length === right.size && left.every(([key, value]) => right.has(key) && same(value, right.get(key)))
}
