// What may a page of the site load and run? Its own files, its own inline scripts by their hash, and blobs as workers.
import { createHash } from 'node:crypto'

const inlineScript = /<script(?![^>]*\bsrc=)(?![^>]*application\/json)[^>]*>([\s\S]*?)<\/script>/g

/** The page with its Content-Security-Policy first in its head. `unsafe-eval` is for cells, which run in a worker. */
export function withPolicy(html: string): string {
  const hashes = [...html.matchAll(inlineScript)].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  )
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'unsafe-eval' ${[...new Set(hashes)].join(' ')}`,
    'worker-src blob:',
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return html.replace(/<head>/, `<head><meta http-equiv="Content-Security-Policy" content="${policy}">`)
}
