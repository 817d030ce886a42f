// How is gzip undone where there is no Node? With the stream that browsers and Node share.
import { Refusal } from '../../units'

/** The bytes themselves, or what they hold if they are gzip; `name` is what to call them in a refusal. */
export async function unzipped(bytes: Uint8Array, name: string): Promise<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  const text = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream('gzip'))
  try {
    return new Uint8Array(await new Response(text).arrayBuffer())
  } catch {
    throw new Refusal(`${name} is damaged gzip data, or ends in the middle of it: it cannot be unzipped.`)
  }
}
