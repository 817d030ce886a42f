// How is libCacheSim's oracleGeneral read? Records of 24 bytes: u32 seconds, u64 object, u32 bytes, i64 its next access.
import { mixed } from '../hash'
import { microsecondsPerSecond, type Request } from '../request'

export const recordBytes = 24

export const oracleSays = 'libCacheSim oracleGeneral: time in seconds, every access a block by itself, all of one size.'

/** Whether bytes that are no text can be the start of such a file of this length. */
export function looksLikeOracle(head: Uint8Array, size: number): boolean {
  if (size === 0 || size % recordBytes !== 0 || head.length < recordBytes) return false
  const records = Math.floor(head.length / recordBytes)
  const view = new DataView(head.buffer, head.byteOffset)
  let before = 0
  for (let i = 0; i < records; i++) {
    const at = i * recordBytes
    const [time, bytes, next] = [
      view.getUint32(at, true),
      view.getUint32(at + 12, true),
      view.getBigInt64(at + 16, true),
    ]
    const later = next === -1n || next === 2n ** 63n - 1n || (next > BigInt(i) && next <= BigInt(size / recordBytes))
    if (time < before || bytes === 0 || !later) return false
    before = time
  }
  return true
}

/** The accesses in whole records; each is a request of one block. */
export function* oracleRequests(bytes: Uint8Array, blockTokens: number): Generator<Request> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const blocks = [0]
  const request = { session: 0, time: 0, inputTokens: blockTokens, outputTokens: 0, blocks }
  for (let at = 0; at + recordBytes <= bytes.length; at += recordBytes) {
    request.time = view.getUint32(at, true) * microsecondsPerSecond
    blocks[0] = objectId(view.getUint32(at + 8, true), view.getUint32(at + 4, true))
    yield request
  }
}

// Up to 2^52 the number itself; what is above is folded into the numbers behind.
function objectId(high: number, low: number): number {
  if (high < 1 << 20) return high * 2 ** 32 + low
  return 2 ** 52 + (mixed(high) & 0xfffff) * 2 ** 32 + ((mixed(high ^ 0x9e3779b9) ^ low) >>> 0)
}
