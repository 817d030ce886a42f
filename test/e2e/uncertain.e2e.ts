// Does the same seed give the same odds in a browser as here? Bundled for it, and run there.
import { build } from 'esbuild'
import { chromium } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { placeUncertain, sensitivity } from '../../src'
import { rematCrossover } from '../../src/derivations'
import { executablePath } from './site'

const question = { model: 'llama-3.1-70b', accelerator: 'h100-sxm', holdTime: 3600 } as const
const at = { reuses: 1, flops: 989e12, bytesPerToken: 327_680, tierBandwidth: 3e11, stall: 0.2, devices: 8 }
const more = { tierCapacity: 2e12, driveWritesPerDay: 1e-5, fill: 0.9, activeParams: 7e10 }
const ranges = {
  mfu: { kind: 'triangular', low: 0.2, mode: 0.5, high: 0.7 },
  devicePrice: { kind: 'lognormal', low: 4e-4, high: 1.2e-3 },
  tierPrice: { kind: 'discrete', values: [1e-4, 2e-4, 3e-4] },
} as const
const drawings = [{ seed: 7 }, { seed: 8, method: 'plain', samples: 100_000 }] as const
const library = { placeUncertain, sensitivity, rematCrossover }

// Travels as text: it may use nothing but its arguments.
const answers = (
  { placeUncertain, sensitivity, rematCrossover }: typeof library,
  [asked, known, given, drawn]: Asked,
) =>
  drawn.flatMap((drawing) => {
    const { options, matters } = placeUncertain(asked, drawing)
    const { indices } = sensitivity(rematCrossover, known, given, drawing)
    return [
      ...options.flatMap(({ best, cheapest, inTime, low, middle, high, bestAt }) => [
        best,
        cheapest,
        inTime,
        low,
        middle,
        high,
        ...bestAt,
      ]),
      ...[...indices, ...(matters?.indices ?? [])].flatMap(({ first, total }) => [
        first.value,
        first.error,
        total.value,
      ]),
    ]
  })
const asked = [question, { ...at, ...more }, ranges, drawings] as const
type Asked = typeof asked

describe.skipIf(!executablePath)(
  executablePath ? 'odds in a browser' : 'odds in a browser (SKIPPED: no Chromium here)',
  () => {
    it('are those of Node to twelve figures, of one seed in a Latin hypercube and of another drawn plainly', async () => {
      const { outputFiles } = await build({
        ...{
          entryPoints: ['src/index.ts'],
          bundle: true,
          format: 'iife',
          globalName: 'servemath',
          platform: 'browser',
        },
        ...{ write: false, outfile: 'index.js', footer: { js: 'globalThis.servemath = servemath' } },
      })
      const browser = await chromium.launch({ executablePath: executablePath as string, args: ['--no-sandbox'] })
      try {
        const page = await browser.newPage()
        await page.addScriptTag({ content: outputFiles?.[0]?.text ?? '' })
        const there = (await page.evaluate(`(${answers})(servemath, ${JSON.stringify(asked)})`)) as number[]
        const here = answers(library, asked)
        expect(there.length).toBe(here.length)
        for (const [i, value] of here.entries()) {
          expect(Math.abs((there[i] as number) - value)).toBeLessThanOrEqual(1e-12 * Math.max(Math.abs(value), 1e-9))
        }
      } finally {
        await browser.close()
      }
    })
  },
)
