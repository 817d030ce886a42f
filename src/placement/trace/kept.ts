// What does a collector hold while it reads, and how is that thinned and put in the order of time?

/** Growing arrays with room to spare; `requests` and `accesses` say how much of them counts. */
export interface Kept {
  requests: number
  accesses: number
  time: Float64Array
  inputTokens: Int32Array
  clock: Int32Array
  request: Int32Array
  position: Int32Array
  block: Int32Array
}

export const nothingKept = (): Kept => ({
  requests: 0,
  accesses: 0,
  time: new Float64Array(0),
  inputTokens: new Int32Array(0),
  clock: new Int32Array(0),
  request: new Int32Array(0),
  position: new Int32Array(0),
  block: new Int32Array(0),
})

/** Drops the accesses of blocks that are not wanted, and requests left without any. */
export function thinned(kept: Kept, wanted: (block: number) => boolean): void {
  let accesses = 0
  let requests = 0
  let last = -1
  for (let i = 0; i < kept.accesses; i++) {
    const block = kept.block[i] as number
    if (!wanted(block)) continue
    const request = kept.request[i] as number
    if (request !== last) {
      last = request
      kept.time[requests] = kept.time[request] as number
      kept.inputTokens[requests] = kept.inputTokens[request] as number
      kept.clock[requests] = kept.clock[request] as number
      requests++
    }
    kept.request[accesses] = requests - 1
    kept.position[accesses] = kept.position[i] as number
    kept.block[accesses++] = block
  }
  kept.accesses = accesses
  kept.requests = requests
}

type Arrays = Pick<Kept, 'time' | 'inputTokens' | 'clock' | 'request' | 'position' | 'block'> & { uniqueBlocks: number }

/** The arrays at their true length, requests by time (those at one time as they came), blocks numbered by first access. */
export function keptInTimeOrder(kept: Kept): Arrays {
  const { requests, accesses } = kept
  const arrays = {
    time: kept.time.subarray(0, requests),
    inputTokens: kept.inputTokens.subarray(0, requests),
    clock: kept.clock.subarray(0, requests),
    request: kept.request.subarray(0, accesses),
    position: kept.position.subarray(0, accesses),
    block: kept.block.subarray(0, accesses),
  }
  const sorted = inOrder(arrays.time) ? arrays : byTime(arrays)
  return { ...sorted, uniqueBlocks: renumbered(sorted.block) }
}

function inOrder(time: Float64Array): boolean {
  for (let i = 1; i < time.length; i++) if ((time[i] as number) < (time[i - 1] as number)) return false
  return true
}

function byTime(from: Omit<Arrays, 'uniqueBlocks'>): Omit<Arrays, 'uniqueBlocks'> {
  const order = Int32Array.from(from.time, (_, i) => i)
  order.sort((a, b) => (from.time[a] as number) - (from.time[b] as number) || a - b)
  const first = new Int32Array(order.length + 1)
  for (const request of from.request) first[request + 1] = (first[request + 1] as number) + 1
  for (let i = 0; i < order.length; i++) first[i + 1] = (first[i + 1] as number) + (first[i] as number)
  const request = new Int32Array(from.request.length)
  const position = new Int32Array(from.request.length)
  const block = new Int32Array(from.request.length)
  let to = 0
  order.forEach((old, now) => {
    const [start, end] = [first[old] as number, first[old + 1] as number]
    request.fill(now, to, to + end - start)
    position.set(from.position.subarray(start, end), to)
    block.set(from.block.subarray(start, end), to)
    to += end - start
  })
  return {
    time: Float64Array.from(order, (old) => from.time[old] as number),
    inputTokens: Int32Array.from(order, (old) => from.inputTokens[old] as number),
    clock: Int32Array.from(order, (old) => from.clock[old] as number),
    request,
    position,
    block,
  }
}

/** In place, where they are not numbered so already; gives how many different blocks there are. */
function renumbered(block: Int32Array): number {
  let size = 0
  for (let i = 0; i < block.length && (block[i] as number) <= size; i++) if (block[i] === size) size++
  return numberedUpTo(block, size) ? size : renumber(block)
}

function numberedUpTo(block: Int32Array, size: number): boolean {
  for (let i = 0; i < block.length; i++) if ((block[i] as number) >= size) return false
  return true
}

function renumber(block: Int32Array): number {
  let widest = 0
  for (let i = 0; i < block.length; i++) widest = Math.max(widest, (block[i] as number) + 1)
  const numbers = new Int32Array(widest)
  let size = 0
  for (let i = 0; i < block.length; i++) {
    const old = block[i] as number
    if (numbers[old] === 0) numbers[old] = ++size
    block[i] = (numbers[old] as number) - 1
  }
  return size
}
