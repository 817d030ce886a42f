// Which pure numbers decide, and do published rules lie on the borders they are about?
import { describe, expect, it } from 'vitest'
import { random } from '../../../src/algebra/random'
import { toNumber } from '../../../src/algebra/rational'
import {
  facetsOf,
  type Groups,
  keepToRemat,
  nearToFar,
  place,
  publishedPoints,
  regimeGroups,
  regimeOf,
  triplePoint,
} from '../../../src/placement'
import { logUniform, questions } from './cases'

const seed = 20263
const simple: Groups = {
  ...{ holdOverDrain: 1, loadOverRemat: 0.1, nearOverFar: 101, tierOverDevices: 0.5, stall: 0, reuses: 1 },
}

describe('a regime by hand', () => {
  it('one read from afar against a hundred and one times the price of holding: far from a hundredth of the drain time on', () => {
    expect(nearToFar(simple)).toBe(0.01)
    expect(regimeOf({ ...simple, holdOverDrain: 0.0099 })).toBe('near')
    expect(regimeOf({ ...simple, holdOverDrain: 0.0101 })).toBe('far')
  })
  it('a stall of all devices makes a read three times as dear, and the border three times as far', () => {
    expect(nearToFar({ ...simple, stall: 1 })).toBeCloseTo(0.03, 15)
  })
  it('at one drain time far costs two reads: a remat costs as much where a load takes as long', () => {
    expect(keepToRemat(simple, 1)).toBe(1)
    expect(regimeOf({ ...simple, loadOverRemat: 0.99 })).toBe('far')
    expect(regimeOf({ ...simple, loadOverRemat: 1.01 })).toBe('remat')
  })
  it('for ever, deleting wins', () => {
    expect(regimeOf({ ...simple, holdOverDrain: 1e12 })).toBe('remat')
  })
  it('a near tier that is no dearer to hold is never left for the far one', () => {
    expect(nearToFar({ ...simple, nearOverFar: 1 })).toBeUndefined()
    expect(triplePoint({ ...simple, nearOverFar: 0.5 })).toBeUndefined()
  })
  it('numbers that cannot be are refused by name', () => {
    expect(() => regimeOf({ ...simple, reuses: 0 })).toThrow(/reuses is 0/)
    expect(() => facetsOf({ ...simple, stall: -1 })).toThrow(/stall is -1/)
  })
})

describe(`borders (seed ${seed})`, () => {
  const draw = random(seed)
  const groups = Array.from(
    { length: 200 },
    (): Groups => ({
      holdOverDrain: logUniform(draw, 1e-4, 1e4),
      loadOverRemat: logUniform(draw, 1e-4, 1e2),
      nearOverFar: logUniform(draw, 0.5, 1e4),
      tierOverDevices: logUniform(draw, 1e-3, 10),
      stall: draw.unit(),
      reuses: logUniform(draw, 0.1, 30),
      nearOnce: draw.unit(),
      farWrite: draw.unit(),
    }),
  )
  const beside = {
    'near and far': ['near', 'far'],
    'far and remat': ['far', 'remat'],
    'near and remat': ['near', 'remat'],
  }

  it('the sign of a facet says who of its two is cheaper: the winner is on the winning side of both of its own', () => {
    for (const one of groups) {
      const winner = regimeOf(one)
      for (const { name, x, u, one: constant } of facetsOf(one)) {
        if (name === 'in time') continue
        const side = toNumber(x) * one.holdOverDrain + toNumber(u) / one.loadOverRemat + toNumber(constant)
        const [first, second] = beside[name]
        if (winner === first) expect(side).toBeGreaterThan(0)
        if (winner === second) expect(side).toBeLessThan(0)
      }
    }
  })
  it('at the triple point three facets meet, and beside it each of the three wins', () => {
    let met = 0
    for (const one of groups) {
      const triple = triplePoint(one)
      if (triple === undefined) continue
      met++
      const at = (x: number, load: number) =>
        regimeOf({ ...one, holdOverDrain: triple.holdOverDrain * x, loadOverRemat: triple.loadOverRemat * load })
      expect([at(0.99, 0.9), at(1.01, 0.9), at(1, 1.01)]).toEqual(['near', 'far', 'remat'])
    }
    expect(met).toBeGreaterThan(100)
  })
})

describe('a placement on the map', () => {
  it.each([
    ['hbm', 'ddr5-rdimm-server'],
    ['ddr5-rdimm-server', 'nvme-tlc-gen5'],
    ['hbm', 'hdd-hamr'],
  ])('the regime of %s, %s and a remat is the cheapest of the three, and in time is in time', (near, far) => {
    for (const question of questions(60, seed + 1)) {
      const free = { ...question, waitPrice: 0, deadline: undefined as never }
      delete (free as { deadline?: number }).deadline
      const groups = regimeGroups(free, near, far)
      const { perToken } = place(free)
      const option = (name: string) => perToken.find((one) => one.option === name)
      const names = { near, far, remat: 'remat' }
      const cheapest = Object.entries(names).reduce((best, one) =>
        (option(one[1])?.total ?? 0) < (option(best[1])?.total ?? 0) ? one : best,
      )
      expect(regimeOf(groups)).toBe(cheapest[0])
      const border = facetsOf(groups).find(({ name }) => name === 'in time')
      const side = toNumber(border?.u ?? { over: 0n, under: 1n }) / groups.loadOverRemat - 1
      expect(side > 0).toBe(option(far)?.inTime)
    }
  })
  it('HBM is no far tier, and an unknown name is refused', () => {
    const [question] = questions(1, 1)
    expect(() => regimeGroups(question as never, 'ddr5-rdimm-server', 'hbm')).toThrow(/no far tier/)
    expect(() => regimeGroups(question as never, 'hbm', 'tape')).toThrow(/nvme-qlc/)
  })
})

describe('published rules', () => {
  const at = (name: RegExp) => publishedPoints().find((point) => name.test(point.name))

  it('Gray and Putzolu: 2,000 dollars an access a second over 5 dollars a record are 400 s', () => {
    expect(at(/1987/)?.computed).toBeCloseTo(400, 9)
    expect(at(/1987/)?.ratio).toBeCloseTo(1, 12)
  })
  it('Gray and Graefe: 128 / 64 * 2000 / 15 are 266 s', () => {
    expect(at(/1997/)?.computed).toBeCloseTo(((128 / 64) * 2000) / 15, 9)
    expect(Math.floor(at(/1997/)?.computed ?? 0)).toBe(266)
  })
  it('Mooncake: 5.86 and 18.6 GB/s, printed as 6 and 19', () => {
    expect((at(/A800/)?.computed ?? 0) / 1e9).toBeCloseTo(5.86, 2)
    expect((at(/H800/)?.computed ?? 0) / 1e9).toBeCloseTo(18.57, 2)
  })
  it('every one lies within 3 % of its border', () => {
    for (const { ratio } of publishedPoints()) expect(Math.abs(ratio - 1)).toBeLessThan(0.03)
  })
})
