// Which parts does a reader have? `--size nvme=8x30TB`: a tier by its name or the beginning of it, so many parts of so many bytes.
import type { PartNumbers, Prices, SizedTier } from '../../placement/replay'
import { parseQuantity, Refusal, unknownName } from '../../units'
import type { Words } from '../words'

export const sizeFlags = {
  size: {
    takes: 'TIER=SIZE',
    repeats: true,
    says: 'there is so much of a tier, such as ddr5=2TB or nvme=8x30TB: what it hits, saves and wears; repeatable',
  },
} as const

export function sizedIn(words: Words, { parts = {} }: Prices): readonly SizedTier[] {
  return words.pairs('size').map(([name, text]) => sized(name, text, parts))
}

function sized(name: string, text: string, parts: Readonly<Record<string, PartNumbers>>): SizedTier {
  const [, count, each] = /^\s*(\d+)\s*[x×]\s*(.+)$/.exec(text) ?? []
  const bytes = parseQuantity(each ?? text, 'B', '--size')
  if (!(bytes > 0) || count === '0') throw new Refusal(`--size ${name}=${text} is no room: expected a size above 0 B.`)
  if (name === 'hbm') return { tier: name, parts: Number(count ?? 1), part: { capacity: bytes } }
  const [tier, part] = partNamed(name, bytes, parts)
  const many = count === undefined ? wholeParts(part, bytes) : Number(count)
  return { tier, parts: many, part: resized(part, count === undefined ? bytes / many : bytes) }
}

// Of several that begin so, the one whose parts are nearest in size.
function partNamed(
  name: string,
  bytes: number,
  parts: Readonly<Record<string, PartNumbers>>,
): readonly [string, PartNumbers] {
  const exact = parts[name]
  if (exact !== undefined) return [name, exact]
  const distance = ([, { capacity }]: readonly [string, PartNumbers]): number => Math.abs(Math.log(capacity / bytes))
  const [nearest] = Object.entries(parts)
    .filter(([id]) => id.startsWith(name))
    .sort((a, b) => distance(a) - distance(b))
  if (nearest === undefined) throw unknownName('tier', name, ['hbm', ...Object.keys(parts)])
  return nearest
}

/** Drives come by the piece; memory is as much as there is. */
const wholeParts = ({ capacity, driveWrites, workload }: PartNumbers, bytes: number): number =>
  driveWrites === undefined && workload === undefined ? 1 : Math.max(1, Math.round(bytes / capacity))

/** As large as said, at the price of its bytes; as quick, and rated, as the part it is like. */
function resized(part: PartNumbers, capacity: number): PartNumbers {
  return {
    ...part,
    capacity,
    ...(part.price !== undefined && { price: (part.price * capacity) / part.capacity }),
  }
}
