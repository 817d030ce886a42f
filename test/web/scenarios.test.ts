// Which presets does each chapter offer, with which numbers, and does every one of them lie within the chapter's ranges?
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { accelerator } from '../../src/catalog'
import { assumeMime } from '../../src/notebook/mime/bundle'
import { scenariosFor } from '../../src/web/site/scenarios'
import { chapters } from '../notebooks/chapters'

const Assumed = v.looseObject({ name: v.string(), value: v.number(), min: v.number(), max: v.number() })
type Assumed = v.InferOutput<typeof Assumed>

const assumedIn = new Map(
  chapters().map(({ name, notebook }) => {
    const data = notebook.cells.flatMap(({ outputs }) =>
      outputs.flatMap((output) => ('data' in output ? [output.data[assumeMime]] : [])),
    )
    return [name.slice(0, 2), data.flatMap((one) => (v.is(Assumed, one) ? [one] : []))] as const
  }),
)
const of = (chapter: string): readonly Assumed[] => assumedIn.get(chapter) ?? []
const offered = (chapter: string): readonly string[] => scenariosFor(of(chapter)).map(({ id }) => id)

describe('a chapter in which the machine matters', () => {
  it.each(['00', '02', '03', '04', '05', '07', '10'])('offers the lecture’s and both machines: %s', (chapter) => {
    expect(offered(chapter)).toEqual(['lecture', 'h100-2025', 'gb200-2026'])
  })

  it('assumes of it what the chapter reckons with, and no more', () => {
    const ofMachine = /^(devicePrice|flops|memoryBandwidth|memoryCapacity|purchasePrice)$/
    const names = (chapter: string) => of(chapter).flatMap(({ name }) => (ofMachine.test(name) ? [name] : []))
    expect(names('00')).toEqual(['devicePrice', 'flops', 'memoryCapacity', 'purchasePrice'])
    expect(names('02')).toEqual(['devicePrice', 'flops', 'memoryBandwidth', 'memoryCapacity'])
    expect(names('03')).toEqual(['devicePrice', 'memoryBandwidth', 'memoryCapacity'])
    expect(names('04')).toEqual(['devicePrice', 'flops', 'memoryCapacity'])
    // The rent cancels between holding in HBM and computing again.
    expect(names('05')).toEqual(['flops', 'memoryCapacity'])
  })

  it('begins with the catalogue’s own: an H100, and in chapter 10 a GB200', () => {
    for (const [chapter, id] of [
      ['00', 'h100-sxm'],
      ['02', 'h100-sxm'],
      ['10', 'gb200-nvl72'],
    ] as const) {
      const { flops, memoryCapacity, devicePrice } = accelerator(id)
      const values = Object.fromEntries(of(chapter).map(({ name, value }) => [name, value]))
      expect(values).toMatchObject({ flops, memoryCapacity, devicePrice })
    }
  })
})

describe('a scenario', () => {
  const anywhere = (name: string) => ({ name, min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY })

  it.each([...assumedIn.keys()])('is left out of no range of chapter %s', (chapter) => {
    const assumed = of(chapter)
    expect(scenariosFor(assumed)).toEqual(scenariosFor(assumed.map(({ name }) => anywhere(name))))
  })

  it('of a machine has the rent of its date, and a purchase price only where one was quoted by then', () => {
    const [h100, gb200] = scenariosFor([anywhere('devicePrice'), anywhere('purchasePrice')])
    expect(h100?.values).toEqual({ devicePrice: accelerator('h100-sxm', { asOf: '2025-12' }).devicePrice })
    const { devicePrice, purchases } = accelerator('gb200-nvl72')
    expect(gb200?.values).toEqual({ devicePrice, purchasePrice: purchases[0]?.value })
  })

  it('of a machine says that the other tiers keep their prices', () => {
    for (const { id, says } of scenariosFor([anywhere('devicePrice')])) {
      expect(says, id).toContain('Host memory, flash and disk stay as the chapter has them.')
    }
  })

  it('of the lecture has its steady balance: 300 FLOP to a byte', () => {
    const [{ values } = { values: {} }] = scenariosFor([anywhere('flops'), anywhere('memoryBandwidth')])
    const { flops = 0, memoryBandwidth = 1 } = values as Readonly<Record<string, number>>
    expect(flops / memoryBandwidth).toBe(300)
  })
})
