import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { along, position, rounded, valueAt } from '../../../src/notebook/range'
import { written } from '../../../src/notebook/written'
import { ghosts, whatChanged } from '../../../src/web/page/ghost'
import { choicesOf } from '../../../src/web/page/live/choices'
import { withDefaults } from '../../../src/web/page/live/notebookFile'
import { fromHash, toHash } from '../../../src/web/page/live/share'
import { scenariosNow, standings } from '../../../src/web/page/live/standing'
import { same } from '../../../src/web/page/same'
import { truthOf } from '../../../src/web/page/truth'
import { withPolicy } from '../../../src/web/site/policy'
import { scenariosFor } from '../../../src/web/site/scenarios'

const plot = (title: string, ...curves: readonly (readonly [string, readonly number[]])[]) => ({
  data: curves.map(([name, y]) => ({ type: 'scatter', mode: 'lines', name, x: [1, 2, 3], y })),
  layout: { title: { text: title } },
})

describe('a ghost', () => {
  const before = plot('DDR wins', ['DDR', [1, 2, 3]], ['HBM', [5, 5, 5]])

  it('is the curve that moved, and only that', () => {
    const behind = ghosts(before, plot('DDR wins', ['DDR', [2, 4, 6]], ['HBM', [5, 5, 5]]))
    expect(behind).toMatchObject([{ name: 'DDR', y: [1, 2, 3], opacity: 0.35, showlegend: false }])
  })

  it('comes with a line that says what changed, and by how much where it changed most', () => {
    const after = plot('HBM wins', ['DDR', [1, 8, 3]], ['HBM', [5, 5, 4]])
    expect(whatChanged(before, after)).toBe('Was: DDR wins. DDR moves most: ×4.')
  })

  it('is none where nothing changed', () => {
    expect(whatChanged(before, structuredClone(before))).toBeUndefined()
    expect(ghosts(before, before)).toEqual([])
  })
})

describe('a slider', () => {
  const log = { min: 1, max: 1e6, scale: 'log', unit: 's' } as const

  it('stands where its value lies: position and value undo each other', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom('log', 'linear'), (at, scale) => {
        const range = { ...log, scale } as const
        expect(position(range, along(range, at))).toBeCloseTo(at, 9)
      }),
      { seed: 4 },
    )
  })

  it('gives three figures, whole numbers for what is counted, and never leaves its range', () => {
    expect(rounded(123_456, log)).toBe(123_000)
    expect(rounded(7.6, { min: 1, max: 64, unit: '1' })).toBe(8)
    expect(rounded(0.126_78, { min: 0.01, max: 1, unit: '1' })).toBe(0.127)
    expect(rounded(999_999, { ...log, max: 999_500 })).toBe(999_500)
  })

  it('reaches both ends of its range, however many figures they have', () => {
    const tokens = { min: 1024, max: 131_072, scale: 'log', unit: 'token' } as const
    expect([valueAt(tokens, 0), valueAt(tokens, 0.5), valueAt(tokens, 1)]).toEqual([1024, 11_600, 131_072])
  })
})

describe('a shared link', () => {
  it('gives back what it was given, values in plain sight', async () => {
    const shared = { values: { holdTime: 300, context: 32_768 }, edits: { weight: 'const b = "ü" // 1 & 2' } }
    const hash = (await toHash(shared)) ?? ''
    expect(hash).toMatch(/^#with:holdTime=300&context=32768&code=[\w-]+$/)
    expect(await fromHash(hash)).toEqual(shared)
  })

  it('of any other kind is left alone', async () => {
    expect(await fromHash('#exercises')).toBeUndefined()
  })

  it('loses what does not read as expected, only that, and says so', async () => {
    expect(await fromHash('#with:holdTime=300&context=lots&code=!!!')).toEqual({
      values: { holdTime: 300 },
      edits: {},
      trouble: 'is damaged: it gives no number for context and carries code that cannot be read',
    })
    expect(await fromHash(`#with:holdTime=300&code=${'A'.repeat(60_000)}`)).toMatchObject({
      values: {},
      trouble: 'is too long, so nothing of it was used',
    })
  })

  it('that is short but would unpack to a million cells is not unpacked', async () => {
    const cells = Object.fromEntries(Array.from({ length: 1e6 }, (_, at) => [at, '']))
    const hash = (await toHash({ values: { holdTime: 60 }, edits: { bomb: ' '.repeat(1e7) } })) ?? ''
    expect(hash.length).toBeLessThan(20_000)
    expect(await fromHash(hash)).toMatchObject({
      values: { holdTime: 60 },
      edits: {},
      trouble: expect.stringContaining('cannot be read'),
    })
    expect(await toHash({ values: {}, edits: cells })).toBeUndefined()
  })
})

describe('a scenario', () => {
  const assumed = [{ name: 'devicePrice', value: 1e-3, min: 1e-4, max: 1e-2, unit: 'USD/s' }]

  it('is offered where it speaks of what the chapter assumes', () => {
    expect(scenariosFor(assumed).map(({ id }) => id)).toEqual(['h100-2025', 'gb200-2026'])
    expect(scenariosFor([])).toEqual([])
  })

  it('takes its numbers from the catalogue at its date', () => {
    // The one-year contract at its lowest, October 2025: 1.70 USD/h.
    expect(scenariosFor(assumed)[0]?.values.devicePrice).toBeCloseTo(1.7 / 3600, 12)
  })

  it('of the lecture knows its weight of a token: 1,667 bytes', () => {
    const weight = [{ name: 'bytesPerToken', value: 100e3, min: 1e3, max: 100e6 }]
    expect(scenariosFor(weight).map(({ id, values }) => [id, values])).toEqual([['lecture', { bytesPerToken: 1667 }]])
  })

  it('is the current one when the choices amount to it', () => {
    const [h100] = scenariosFor(assumed)
    const standing = standings(() => ({}))
    standing.learn(assumed)
    const chosen = standing.asChosen(h100?.values ?? {})
    expect(scenariosNow(chosen, scenariosFor(assumed), standing)).toEqual(['h100-2025'])
    expect(scenariosNow({}, scenariosFor(assumed), standing)).toEqual(['written'])
    expect(scenariosNow({ devicePrice: { value: 5e-3, instead: 1e-3 } }, scenariosFor(assumed), standing)).toEqual([
      'yours',
    ])
  })

  it('is what later moves are told against', () => {
    const truth = truthOf({ cells: [] })
    const choices = choicesOf(truth, [], {})
    choices.standing.learn(assumed)
    choices.compareFromHere()
    expect(choices.moved()).toEqual([])
    truth.choose(choices.move('devicePrice', 2e-3))
    expect(choices.moved()).toEqual(['devicePrice $3.60/h → $7.20/h'])
    expect(choices.yours()).toEqual({ devicePrice: { value: 2e-3, instead: 1e-3 } })
    truth.choose(choices.forget())
    expect([choices.moved(), choices.yours()]).toEqual([[], {}])
  })

  it('leaves out what lies outside the range of the chapter', () => {
    const standing = standings(() => ({}))
    standing.learn(assumed)
    expect(standing.asChosen({ devicePrice: 1, context: 5 })).toEqual({})
  })
})

describe('the policy of a page', () => {
  it('lets run what the page says inline by its hash, and nothing inline besides', () => {
    const page = withPolicy('<html><head><script>a()</script></head><body><script src="b.js"></script></body></html>')
    // sha256 of `a()`
    expect(page).toMatch(/script-src 'self' 'unsafe-eval' 'sha256-[\w+/]{43}='; worker-src blob:/)
    expect(page).not.toContain("script-src 'self' 'unsafe-inline'")
  })
})

describe('a notebook taken away', () => {
  it('has the chosen values for its defaults, however they were written', () => {
    const moved = [
      { name: 'holdTime', literal: "'60 s'" },
      { name: 'flops', literal: "'2e+15 FLOP/s'" },
    ]
    const source = `assume('holdTime', { value: '5m', min: 1 })
const m = { flops: assume("flops", { value: h100.flops, min: '1 PFLOP/s' }), other: assume('stall', { value: 0 }) }`
    expect(withDefaults(source, moved)).toBe(`assume('holdTime', { value: '60 s', min: 1 })
const m = { flops: assume("flops", { value: '2e+15 FLOP/s', min: '1 PFLOP/s' }), other: assume('stall', { value: 0 }) }`)
  })

  it('reads them back as they were chosen', () => {
    const values: readonly (readonly [string, number])[] = [
      ['USD/s', 20 / 3600],
      ['FLOP/s', 2e15],
      ['B', 85.5e9],
      ['s', 1e-3],
      ['token', 131_072],
      ['B/token', 1667],
    ]
    for (const [unit, value] of values) expect(written(`${value} ${unit}`, unit, 'it')).toBe(value)
  })
})

describe('two outputs', () => {
  it('are the same whatever the order of their keys, and differ by one value', () => {
    expect(same({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 })).toBe(true)
    expect(same({ a: 1 }, { a: 1, b: undefined })).toBe(false)
    expect(same([1], { 0: 1 })).toBe(false)
    expect(same({ y: [Math.log(3)] }, { y: [Math.log(3) * (1 + 2 ** -52)] })).toBe(true)
    expect(same(1, 1 + 1e-9)).toBe(false)
  })
})
