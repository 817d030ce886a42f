// How fast is generated code? The same crossover by hand, generated, as closures, through mathjs and in NumPy, in one run.
import { execFileSync } from 'node:child_process'
import { compile } from 'mathjs'
import { expand, print, sweep } from '../../src/algebra'
import { closures } from '../../src/algebra/compile'
import { rematCrossover } from '../../src/derivations'
import { median, type Row } from './report'

type Point = Parameters<typeof rematCrossover>[0]

const point: Point = {
  reuses: 1,
  activeParams: 70e9,
  flops: 989e12,
  mfu: 0.5,
  devicePrice: 7e-4,
  bytesPerToken: 327_680,
  tierPrice: 1e-4,
  tierBandwidth: 300e9,
  stall: 0.2,
  devices: 8,
  tierCapacity: 2e12,
  driveWritesPerDay: 1e-5,
  fill: 0.9,
}

function byHand(p: Point): number {
  const remat = ((2 * p.activeParams) / (p.flops * p.mfu)) * p.devicePrice
  const retrieve =
    p.bytesPerToken * (p.tierPrice / p.tierBandwidth) +
    p.stall * (p.bytesPerToken / p.tierBandwidth) * p.devices * p.devicePrice
  const write = p.bytesPerToken * (p.tierPrice / (p.tierCapacity * p.driveWritesPerDay))
  return (p.reuses * (remat - retrieve) - write) / (p.bytesPerToken * (p.tierPrice / (p.tierCapacity * p.fill)))
}

// Results are summed so that no engine may skip the work.
function nanoseconds(times: number, run: (point: Point) => number): number {
  const points = Array.from({ length: 64 }, (_, i) => ({ ...point, mfu: 0.3 + i / 200 }))
  return median(7, () => {
    const started = performance.now()
    let sum = 0
    for (let i = 0; i < times; i++) sum += run(points[i & 63] as Point)
    if (Number.isNaN(sum)) throw new Error('a bench gave NaN')
    return ((performance.now() - started) / times) * 1e6
  })
}

export function formulaRows(): Row[] {
  const hand = nanoseconds(3e6, byHand)
  const mathjs = compile(print(expand(rematCrossover)))
  const rows: [string, number, string][] = [
    ['generated code', nanoseconds(3e6, rematCrossover), 'goal at most 1.1x'],
    ['closures (no code generation)', nanoseconds(3e5, closures(rematCrossover)), ''],
    ['mathjs compile().evaluate', nanoseconds(2e4, (p) => mathjs.evaluate({ ...p })), 'expect about 100x'],
  ]
  return [
    { what: 'one call, by hand', figure: `${hand.toFixed(1)} ns`, against: '', goal: '' },
    ...rows.map(([what, ns, goal]) => ({
      what: `one call, ${what}`,
      figure: `${ns.toFixed(1)} ns`,
      against: `${(ns / hand).toFixed(2)}x by hand`,
      goal,
    })),
  ]
}

const size = 1_000_000

export function arrayRows(): Row[] {
  const column = (from: number, to: number): Float64Array =>
    Float64Array.from({ length: size }, (_, i) => from + ((to - from) * i) / size)
  const columns = {
    ...point,
    activeParams: column(1e9, 1e12),
    mfu: column(0.2, 0.6),
    devicePrice: column(1e-4, 1e-3),
    tierPrice: column(1e-5, 1e-3),
  }
  const perElement = (run: () => unknown): number =>
    median(7, () => {
      const started = performance.now()
      run()
      return ((performance.now() - started) / size) * 1e6
    })
  const hand = perElement(() => {
    const out = new Float64Array(size)
    const { activeParams, mfu, devicePrice, tierPrice } = columns
    const { flops, bytesPerToken, tierBandwidth, stall, devices, tierCapacity, driveWritesPerDay, reuses, fill } = point
    for (let i = 0; i < size; i++) {
      const remat = ((2 * (activeParams[i] as number)) / (flops * (mfu[i] as number))) * (devicePrice[i] as number)
      const price = tierPrice[i] as number
      const retrieve =
        bytesPerToken * (price / tierBandwidth) +
        stall * (bytesPerToken / tierBandwidth) * devices * (devicePrice[i] as number)
      const write = bytesPerToken * (price / (tierCapacity * driveWritesPerDay))
      out[i] = (reuses * (remat - retrieve) - write) / (bytesPerToken * (price / (tierCapacity * fill)))
    }
    return out
  })
  const swept = perElement(() => sweep(rematCrossover, columns))
  const numpy = numpyNanoseconds()
  return [
    { what: 'a million points, by hand', figure: `${hand.toFixed(1)} ns each`, against: '', goal: '' },
    {
      what: 'a million points, sweep',
      figure: `${swept.toFixed(1)} ns each`,
      against: `${(swept / hand).toFixed(2)}x by hand`,
      goal: 'goal at most 1.1x',
    },
    numpy === undefined
      ? { what: 'a million points, NumPy', figure: 'not installed here', against: '', goal: '' }
      : {
          what: 'a million points, NumPy',
          figure: `${numpy.toFixed(1)} ns each`,
          against: `sweep is ${(swept / numpy).toFixed(2)}x NumPy`,
          goal: 'reported as it is',
        },
  ]
}

const script = `
import numpy as np, time
n = ${size}
N, mfu, p, t = (np.linspace(a, b, n) for a, b in ((1e9, 1e12), (.2, .6), (1e-4, 1e-3), (1e-5, 1e-3)))
b, W, s, d, C, k, F, phi = 327680., 300e9, .2, 8., 2e12, 1e-5, 989e12, .9
times = []
for _ in range(7):
    a = time.perf_counter()
    ((2*N/(F*mfu)*p - (b*(t/W) + s*(b/W)*d*p)) - b*(t/(C*k))) / (b*(t/(C*phi)))
    times.append(time.perf_counter() - a)
print(sorted(times)[3] / n * 1e9)
`

function numpyNanoseconds(): number | undefined {
  try {
    return Number(execFileSync('python3', ['-c', script], { stdio: ['ignore', 'pipe', 'ignore'] }).toString())
  } catch {
    return undefined
  }
}
