// In which order do whole numbers ascend? A radix sort of positions, so that weights can be carried along.

const digitBits = 16
const radix = 1 << digitBits

/** Positions of the keys, whole numbers from 0 to 2^53, in ascending order; equal keys keep theirs. */
export function ascending(keys: Float64Array): Int32Array {
  let order = new Int32Array(keys.length)
  let largest = 0
  for (let i = 0; i < keys.length; i++) {
    order[i] = i
    largest = Math.max(largest, keys[i] as number)
  }
  let spare = new Int32Array(keys.length)
  for (let shift = 0; 2 ** shift <= largest; shift += digitBits) {
    pass(keys, shift, order, spare)
    ;[order, spare] = [spare, order]
  }
  return order
}

// `>>> 0` keeps the lower 32 bits of a whole number of any size.
function pass(keys: Float64Array, shift: number, from: Int32Array, to: Int32Array): void {
  const scale = shift < 32 ? 1 : 2 ** -32
  const down = shift & 31
  const start = new Int32Array(radix + 1)
  for (let i = 0; i < keys.length; i++) {
    const digit = (((keys[i] as number) * scale) >>> down) & (radix - 1)
    start[digit + 1] = (start[digit + 1] as number) + 1
  }
  for (let digit = 0; digit < radix; digit++) start[digit + 1] = (start[digit + 1] as number) + (start[digit] as number)
  for (let i = 0; i < from.length; i++) {
    const key = from[i] as number
    const digit = (((keys[key] as number) * scale) >>> down) & (radix - 1)
    const slot = start[digit] as number
    start[digit] = slot + 1
    to[slot] = key
  }
}
