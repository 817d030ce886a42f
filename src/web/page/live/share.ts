// What does a shared link carry? Changed assumptions in plain sight, and changed code packed small, after the #.

export interface Shared {
  readonly values: Readonly<Record<string, number>>
  /** by cell id */
  readonly edits: Readonly<Record<string, string>>
  /** what of the link could not be read, in a sentence for its reader */
  readonly trouble?: string
}

const mark = '#with:'
/** Nobody writes a longer link by hand, and browsers cut longer ones. */
const longest = 50_000
/** A short link may unpack to anything; no reader changes this much of a chapter. */
const mostCode = 100_000
const mostLines = 2000

/** Undefined where the changes are too much for a link. */
export async function toHash({ values, edits }: Shared): Promise<string | undefined> {
  const said = new URLSearchParams(
    Object.entries(values).map(([name, value]): [string, string] => [name, String(value)]),
  )
  if (Object.keys(edits).length > 0) said.set('code', await packed(JSON.stringify(edits)))
  const hash = mark + said
  return hash.length > longest ? undefined : hash
}

export function isShared(hash: string): boolean {
  return hash.startsWith(mark)
}

/** Undefined where the address carries nothing of the kind; whatever does not read as expected is left out, and said. */
export async function fromHash(hash: string): Promise<Shared | undefined> {
  if (!isShared(hash)) return undefined
  if (hash.length > longest) return { values: {}, edits: {}, trouble: 'is too long, so nothing of it was used' }
  const said = new URLSearchParams(hash.slice(mark.length))
  const code = said.get('code')
  said.delete('code')
  const read = [...said].map(([name, value]) => [name, value.trim() === '' ? Number.NaN : Number(value)] as const)
  const values = Object.fromEntries(read.filter(([, value]) => Number.isFinite(value)))
  const edits = code === null ? {} : await editsIn(code)
  const lost = read.flatMap(([name, value]) => (Number.isFinite(value) ? [] : [name]))
  const trouble = [
    ...(lost.length > 0 ? [`gives no number for ${lost.slice(0, 3).join(', ')}`] : []),
    ...(edits === undefined ? ['carries code that cannot be read'] : []),
  ].join(' and ')
  return { values, edits: edits ?? {}, ...(trouble !== '' && { trouble: `is damaged: it ${trouble}` }) }
}

async function editsIn(code: string): Promise<Readonly<Record<string, string>> | undefined> {
  try {
    const edits: unknown = JSON.parse(await unpacked(code))
    if (typeof edits !== 'object' || edits === null) return undefined
    if (Object.values(edits).some((source) => String(source).split('\n').length > mostLines)) return undefined
    return Object.fromEntries(Object.entries(edits).filter(([, source]) => typeof source === 'string'))
  } catch {
    return undefined
  }
}

async function packed(text: string): Promise<string> {
  const bytes = await through(new Blob([text]), new CompressionStream('deflate-raw'))
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte))
  return btoa(letters.join('')).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

async function unpacked(text: string): Promise<string> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0))
  return new TextDecoder().decode(await through(new Blob([bytes]), new DecompressionStream('deflate-raw'), mostCode))
}

/** Reads no further than `most` bytes. */
async function through(
  blob: Blob,
  stream: CompressionStream | DecompressionStream,
  most = Number.POSITIVE_INFINITY,
): Promise<Uint8Array> {
  let length = 0
  const limit = new TransformStream<Uint8Array, Uint8Array>({
    transform(part, to) {
      length += part.length
      if (length > most) throw new RangeError(`more than ${most} bytes`)
      to.enqueue(part)
    },
  })
  return new Uint8Array(await new Response(blob.stream().pipeThrough(stream).pipeThrough(limit)).arrayBuffer())
}
