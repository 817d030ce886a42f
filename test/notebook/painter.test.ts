import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { findChromium } from '../../src/notebook/run/chromium'
import { openPainter } from '../../src/notebook/run/painter'
import { encodePng } from '../../src/notebook/run/png'

const figure = {
  data: [{ type: 'scatter', x: [1, 10, 100], y: [3, 1, 4] }],
  layout: { title: { text: 'A line' }, xaxis: { type: 'log' } },
}

describe('the painter', () => {
  it.skipIf(findChromium() === undefined)(
    'draws a figure as a PNG of 12:7 below 40 kB, twice the same (skipped where there is no Chromium)',
    async () => {
      const painter = openPainter()
      const [png, again] = [await painter.paint(figure), await painter.paint(figure)]
      await painter.close()
      const bytes = Buffer.from(png ?? '', 'base64')
      expect(bytes.subarray(1, 4).toString()).toBe('PNG')
      expect(bytes.readUInt32BE(16) / bytes.readUInt32BE(20)).toBeCloseTo(720 / 420, 2)
      expect(bytes.length).toBeLessThanOrEqual(40_000)
      expect(again).toBe(png)
    },
    60_000,
  )

  it('opens no browser until it is asked to draw', async () => {
    await expect(openPainter().close()).resolves.toBeUndefined()
  })
})

describe('the browser', () => {
  it('is the one that CHROMIUM or CHROME names, if it is there', () => {
    expect(findChromium({ CHROME: process.execPath, PATH: '' })).toBe(process.execPath)
    expect(findChromium({ CHROMIUM: process.execPath, CHROME: '/nowhere' })).toBe(process.execPath)
  })
})

describe('a stored picture', () => {
  /** Palette and pixel indices, read by hand from the chunks. */
  function read(png: Buffer, width: number): { palette: number[][]; rows: number[][] } {
    const chunks = new Map<string, Buffer>()
    for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
      chunks.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
    }
    const split = (bytes: Buffer, size: number) => {
      return Array.from({ length: bytes.length / size }, (_, i) => [...bytes.subarray(i * size, (i + 1) * size)])
    }
    const rows = split(inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0)), width + 1)
    return { palette: split(chunks.get('PLTE') ?? Buffer.alloc(0), 3), rows: rows.map(([, ...row]) => row) }
  }

  it('keeps every pixel of a picture of few colours, and sets what is transparent on white', () => {
    const rgba = Uint8Array.of(255, 0, 0, 255, 0, 0, 255, 255, 0, 0, 255, 255, 9, 9, 9, 0)
    const { palette, rows } = read(encodePng({ width: 2, height: 2, rgba }), 2)
    const colours = rows.map((row) => row.map((index) => palette[index]))
    expect(colours).toEqual([
      [
        [255, 0, 0],
        [0, 0, 255],
      ],
      [
        [0, 0, 255],
        [255, 255, 255],
      ],
    ])
  })

  it('gives a rare colour that of its nearest frequent neighbour', () => {
    const greys = Array.from({ length: 256 }, (_, grey) => [grey, grey, grey, 255])
    const rgba = Uint8Array.from([...greys, ...greys, [100, 100, 104, 255]].flat())
    const { palette, rows } = read(encodePng({ width: 513, height: 1, rgba }), 513)
    expect(palette).toHaveLength(256)
    expect(palette[rows[0]?.[512] ?? -1]).toEqual([101, 101, 101])
  })
})
