// What does a shared link carry? Changed assumptions in plain sight, and changed code packed small, after the #.

export interface Shared {
  readonly values: Readonly<Record<string, number>>
  /** by cell id */
  readonly edits: Readonly<Record<string, string>>
}

const mark = '#with:'
/** Nobody writes a longer link by hand, and a longer one may unpack to anything. */
const longest = 50_000

export async function toHash({ values, edits }: Shared): Promise<string> {
  const said = new URLSearchParams(
    Object.entries(values).map(([name, value]): [string, string] => [name, String(value)]),
  )
  if (Object.keys(edits).length > 0) said.set('code', await packed(JSON.stringify(edits)))
  return mark + said
}

/** Undefined where the address carries nothing of the kind; whatever does not read as expected is left out. */
export async function fromHash(hash: string): Promise<Shared | undefined> {
  if (!hash.startsWith(mark)) return undefined
  if (hash.length > longest) return undefined
  const said = new URLSearchParams(hash.slice(mark.length))
  const code = said.get('code')
  said.delete('code')
  const values = [...said].flatMap(([name, value]): [string, number][] =>
    value !== '' && Number.isFinite(Number(value)) ? [[name, Number(value)]] : [],
  )
  return { values: Object.fromEntries(values), edits: code === null ? {} : await editsIn(code) }
}

async function editsIn(code: string): Promise<Readonly<Record<string, string>>> {
  try {
    const edits: unknown = JSON.parse(await unpacked(code))
    const entries = typeof edits === 'object' && edits !== null ? Object.entries(edits) : []
    return Object.fromEntries(entries.filter(([, source]) => typeof source === 'string'))
  } catch {
    return {}
  }
}

async function packed(text: string): Promise<string> {
  const bytes = await through(new Blob([text]), new CompressionStream('deflate-raw'))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
}

async function unpacked(text: string): Promise<string> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0))
  return new TextDecoder().decode(await through(new Blob([bytes]), new DecompressionStream('deflate-raw')))
}

async function through(blob: Blob, stream: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  return new Uint8Array(await new Response(blob.stream().pipeThrough(stream)).arrayBuffer())
}
