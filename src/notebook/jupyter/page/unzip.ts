// How does packed text become text again in a page? By the browser's own gunzip.

/** The text behind gzip in base64. */
export function unzip(packed: string): Promise<string> {
  const letters = atob(packed)
  const bytes = new Uint8Array(letters.length)
  for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at)
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text()
}
