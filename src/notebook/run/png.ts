// How is a picture of a figure stored in few bytes? As a PNG of at most 256 colours, which is all a chart needs.
import { crc32, deflateSync } from 'node:zlib'

export interface Pixels {
  readonly width: number
  readonly height: number
  /** red, green, blue, alpha per pixel, row by row */
  readonly rgba: Uint8Array
}

export function encodePng({ width, height, rgba }: Pixels): Buffer {
  const { palette, indices } = reduceColours(rgba)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // Bit depth 8, palette; then the only compression, filtering and order there is or that helps.
  header.set([8, 3, 0, 0, 0], 8)
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++) rows.set(indices.subarray(y * width, (y + 1) * width), y * (width + 1) + 1)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  framed.set(body, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

type Colour = readonly [red: number, green: number, blue: number]

// Lines and text use few colours; the many rare ones are their soft edges, and go to the nearest frequent one.
function reduceColours(rgba: Uint8Array): { palette: readonly Colour[]; indices: Uint8Array } {
  const counts = new Map<number, number>()
  const keys = new Uint32Array(rgba.length / 4)
  for (let pixel = 0; pixel < keys.length; pixel++) {
    const key = onWhite(rgba, pixel * 4)
    keys[pixel] = key
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const byFrequency = [...counts].sort(([a, x], [b, y]) => y - x || a - b).map(([key]) => key)
  const palette = byFrequency.slice(0, 256).map(colour)
  const place = new Map(byFrequency.map((key, rank) => [key, rank < 256 ? rank : nearest(palette, colour(key))]))
  return { palette, indices: Uint8Array.from(keys, (key) => place.get(key) ?? 0) }
}

function onWhite(rgba: Uint8Array, at: number): number {
  const alpha = (rgba[at + 3] ?? 255) / 255
  const blend = (part: number) => Math.round((rgba[at + part] ?? 255) * alpha + 255 * (1 - alpha))
  return blend(0) * 65_536 + blend(1) * 256 + blend(2)
}

function colour(key: number): Colour {
  return [key >> 16, (key >> 8) & 255, key & 255]
}

function nearest(palette: readonly Colour[], [red, green, blue]: Colour): number {
  let [best, closest] = [0, Number.POSITIVE_INFINITY]
  for (const [index, [r, g, b]] of palette.entries()) {
    const distance = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2
    if (distance < closest) [best, closest] = [index, distance]
  }
  return best
}
