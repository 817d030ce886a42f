import { describe, expect, it } from 'vitest'
import { findChromium } from '../../src/notebook/run/chromium'
import { openPainter } from '../../src/notebook/run/painter'

const figure = {
  data: [{ type: 'scatter', x: [1, 10, 100], y: [3, 1, 4] }],
  layout: { title: { text: 'A line' }, xaxis: { type: 'log' } },
}

describe('the painter', () => {
  it.skipIf(findChromium() === undefined)(
    'draws a figure as a PNG of 3:1.75 below 40 kB, twice the same (skipped where there is no Chromium)',
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
