// Which number does a block go by here? Ids of any size become 0, 1, 2, … in the order of their first access.
import { grown } from './grow'
import { hashOf } from './hash'

export interface Identities {
  /** the number of this id in this session (0 where ids are global) */
  readonly of: (session: number, id: number) => number
  readonly size: () => number
}

// Ids that are themselves nearly dense are looked up in a plain array, which is several times quicker than hashing.
const sparse = 8

export function identities(): Identities {
  let direct = new Int32Array(1 << 12)
  let current = 0
  let widest = 0
  let size = 0
  let hashed = hashTable()

  function startSession(session: number): void {
    direct.fill(0, 0, widest)
    hashed = hashTable()
    current = session
    widest = 0
  }

  return {
    of(session, id) {
      if (session !== current) startSession(session)
      if (id < direct.length) {
        const known = direct[id] as number
        if (known !== 0) return known - 1
      }
      if (hashed.size() > 0) {
        const known = hashed.get(id)
        if (known !== undefined) return known
      }
      if (id >= direct.length && id < sparse * size + direct.length) direct = grown(direct, id + 1)
      if (id < direct.length) {
        direct[id] = size + 1
        widest = Math.max(widest, id + 1)
      } else {
        hashed.set(id, size)
      }
      return size++
    },
    size: () => size,
  }
}

interface HashTable {
  readonly get: (key: number) => number | undefined
  readonly set: (key: number, value: number) => void
  readonly size: () => number
}

// Open addressing over typed arrays: a Map ends at 2^24 entries and takes five times the memory.
function hashTable(): HashTable {
  let keys = new Float64Array(0)
  let values = new Int32Array(0)
  let size = 0

  function slotOf(key: number): number {
    const mask = keys.length - 1
    let slot = hashOf(key, 0)
    while ((values[slot & mask] as number) !== 0 && keys[slot & mask] !== key) slot++
    return slot & mask
  }

  function enlarge(): void {
    const [oldKeys, oldValues] = [keys, values]
    keys = new Float64Array(Math.max(1024, 2 * oldKeys.length))
    values = new Int32Array(keys.length)
    oldValues.forEach((value, i) => {
      if (value === 0) return
      const slot = slotOf(oldKeys[i] as number)
      keys[slot] = oldKeys[i] as number
      values[slot] = value
    })
  }

  return {
    get(key) {
      const value = values[slotOf(key)] as number
      return value === 0 ? undefined : value - 1
    },
    set(key, value) {
      if (2 * (size + 1) > keys.length) enlarge()
      const slot = slotOf(key)
      if (values[slot] === 0) size++
      keys[slot] = key
      values[slot] = value + 1
    },
    size: () => size,
  }
}
