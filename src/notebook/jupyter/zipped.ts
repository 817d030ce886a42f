// How does text travel to a page? As gzip in base64, which an HTML reader leaves alone.
import { gzipSync } from 'node:zlib'

export function zipped(text: string | Uint8Array): string {
  return gzipSync(text, { level: 9 }).toString('base64')
}
