import { describe, expect, it } from 'vitest'
import { darkPalette, palette } from '../../src/figures/palette'
import { position } from '../../src/notebook/range'
import { dress } from '../../src/web/page/dress'
import { icon, paletteCss } from '../../src/web/site/paletteCss'
import { pngSize } from '../../src/web/site/png'

const around = { dark: false, width: 800, ink: '#111111', grid: '#dddddd', paper: '#ffffff', font: 'Serif' }
const plot = {
  data: [{ line: { color: palette.hbm }, text: 'kept' }],
  layout: {
    title: { text: 'A finding that is<br>rather long for a phone' },
    width: 720,
    xaxis: { type: 'log' },
    yaxis2: {},
  },
}

describe('a figure on the page', () => {
  it('takes the ink, type and width of the page, and keeps its own axes', () => {
    const { layout } = dress(plot, around)
    expect(layout).toMatchObject({
      width: undefined,
      autosize: true,
      font: { family: 'Serif', color: '#111111' },
      xaxis: { type: 'log', gridcolor: '#dddddd' },
      yaxis2: { gridcolor: '#dddddd' },
    })
  })

  it('has its colours lifted on a dark page and only there', () => {
    expect(dress(plot, around).data).toEqual(plot.data)
    expect(dress(plot, { ...around, dark: true }).data).toEqual([{ line: { color: darkPalette.hbm }, text: 'kept' }])
  })

  it('on a phone breaks its title and puts the legend below', () => {
    const { layout } = dress(plot, { ...around, width: 320 })
    expect(layout).toMatchObject({
      title: { text: 'A finding that is rather long for a<br>phone' },
      legend: { orientation: 'h' },
    })
  })
})

describe('the palette', () => {
  it('reaches the page as variables, light and dark', () => {
    expect(paletteCss()).toContain(':root{--hbm:#D55E00;')
    expect(paletteCss()).toContain(`.dark{--hbm:${darkPalette.hbm};`)
    expect(decodeURIComponent(icon())).toContain(palette.remat)
  })

  it.each([
    ['light', palette, '#fdfcf9'],
    ['dark', darkPalette, '#191815'],
  ])('stays apart for every kind of colour vision on %s paper', (_, colours, paper) => {
    const seen = Object.entries({ ...colours, paper })
    for (const vision of Object.values(visions)) {
      for (const [index, [one, a]] of seen.entries()) {
        for (const [other, b] of seen.slice(index + 1)) {
          // Three to four times the difference just noticeable in Oklab, 0.02; Okabe and Ito's own green and purple reach 0.076.
          expect(distance(vision(linear(a)), vision(linear(b))), `${one} and ${other}`).toBeGreaterThan(0.07)
        }
      }
    }
  })
})

describe('a slider at rest', () => {
  it('stands in the middle of a decade scale at the geometric mean', () => {
    expect(position({ min: 1, max: 100, scale: 'log' }, 10)).toBeCloseTo(0.5, 12)
    expect(position({ min: 0, max: 40, scale: 'linear' }, 10)).toBe(0.25)
  })
})

describe('a PNG', () => {
  it('says its size in its header, and anything else says none', () => {
    const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
    expect(pngSize(Buffer.from(dot, 'base64'))).toEqual({ width: 1, height: 1 })
    expect(pngSize(Buffer.from('a picture of something else, quite'))).toBeUndefined()
  })
})

type Rgb = readonly [number, number, number]

// Machado, Oliveira and Fernandes 2009, severity 1, for linear RGB.
const visions: Record<string, (rgb: Rgb) => Rgb> = {
  usual: (rgb) => rgb,
  protanopia: through(
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ),
  deuteranopia: through([0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]),
}

function through(...rows: readonly [Rgb, Rgb, Rgb]): (rgb: Rgb) => Rgb {
  const row = (weights: Rgb, rgb: Rgb) => weights[0] * rgb[0] + weights[1] * rgb[1] + weights[2] * rgb[2]
  return (rgb) => [row(rows[0], rgb), row(rows[1], rgb), row(rows[2], rgb)]
}

function linear(hex: string): Rgb {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

function distance(a: Rgb, b: Rgb): number {
  const [p, q] = [oklab(a), oklab(b)]
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2])
}

// Ottosson 2020.
function oklab([r, g, b]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}
