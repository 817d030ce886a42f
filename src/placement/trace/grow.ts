// How does a typed array grow? By half again, so that at no time much more than needed is held.

type Typed = Int32Array | Float64Array

// Many short-lived small arrays would cost more than the room.
const least = 1 << 13

/** The array itself, or a longer copy that has room for `length` elements. */
export function grown<T extends Typed>(array: T, length: number): T {
  if (length <= array.length) return array
  const wanted = Math.max(length, array.length + (array.length >> 1), least)
  const longer = new (array.constructor as new (length: number) => T)(wanted)
  longer.set(array)
  return longer
}
