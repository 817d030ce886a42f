// How is a file of binary records read? In chunks, whole records at a time, like the lines of a text.
import type { Collector } from '../collect'
import { oneSize } from '../formats/objects'
import { looksLikeOracle, oracleRequests, oracleSays, recordBytes } from '../formats/oracle'
import type { ReadOptions } from '../read'
import type { Trace } from '../trace'
import { plainChunks } from './lines'

/** As much of a file as it is told by. */
export const headBytes = 100 * recordBytes

/** Whether a file of this length that begins so holds records rather than text. */
export function isRecords(head: Uint8Array, size: number): boolean {
  return head.includes(0) && looksLikeOracle(head, size)
}

export async function readRecords(path: string, gathered: Collector, options: ReadOptions): Promise<Trace> {
  const take = recordTaker(gathered, options, path)
  let rest = new Uint8Array(0)
  for await (const { bytes } of plainChunks(path)) {
    const joined = new Uint8Array(rest.length + bytes.length)
    joined.set(rest)
    joined.set(bytes, rest.length)
    const whole = joined.length - (joined.length % recordBytes)
    take(joined.subarray(0, whole))
    rest = joined.slice(whole)
  }
  return gathered.trace('oracleGeneral', [oracleSays])
}

/** Takes whole records. */
export function recordTaker(
  gathered: Collector,
  { blockTokens }: ReadOptions,
  name: string,
): (bytes: Uint8Array) => void {
  const layout = oneSize(blockTokens, name)
  return (bytes) => {
    for (const request of oracleRequests(bytes, layout.blockTokens)) gathered.add(request, layout, name)
  }
}
