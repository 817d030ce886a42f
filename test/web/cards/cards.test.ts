import { describe, expect, it } from 'vitest'
import { modelIds } from '../../../src/catalog'
import { canvas } from '../../../src/web/cards/canvas'
import { cards } from '../../../src/web/cards/card'
import { cardPages } from '../../../src/web/cards/pages'
import { along, stretches, stripHtml, ticks } from '../../../src/web/cards/strip'
import { pngSize } from '../../../src/web/site/png'

describe('the cards', () => {
  const { pages, assets } = cardPages('https://example.org/x/')
  const page = (path: string) => pages.find((found) => found.path === path)?.content ?? ''

  it('are one page and one picture a catalogue model, and an index', () => {
    expect(pages.length).toBe(modelIds().length + 1)
    expect(assets.map(({ path }) => path).sort()).toEqual(
      modelIds()
        .map((id) => `models/${id}.png`)
        .sort(),
    )
  })

  it('say what a token and a conversation weigh', () => {
    // 2 · 80 layers · 8 heads · 128 · 2 B
    expect(page('models/llama-3.1-70b.md')).toContain('leaves **328 kB/token** of KV cache')
    expect(page('models/llama-3.1-70b.md')).toContain('| 131,072 | 42.9 GB |')
  })

  it('name what a sequence costs once, where a model keeps a state', () => {
    const hybrid = cards().find(({ perSequence, perToken }) => perSequence > 0 && perToken > 0)
    expect(page(`models/${hybrid?.model.id}.md`)).toContain(' once a sequence')
  })

  it('are found by those a link is sent to: whole address, title, description', () => {
    expect(page('models/llama-3.1-70b.md')).toContain(
      '"property":"og:image","content":"https://example.org/x/models/llama-3.1-70b.png"',
    )
  })

  it('are compared with the heaviest first', () => {
    const order = cards().map(({ perToken }) => perToken)
    expect(order).toEqual([...order].sort((a, b) => b - a))
  })

  it('have pictures of the size that sites ask for', () => {
    expect(pngSize(assets[0]?.content as Uint8Array)).toEqual({ width: 600, height: 315 })
  })
})

describe('a strip', () => {
  const envelope = [
    { option: 'hbm', from: 0, to: 1 },
    { option: 'remat', from: 1, to: null },
  ]

  it('goes from a millisecond to a year on a log scale', () => {
    expect(ticks.map(([seconds]) => along(seconds)).at(0)).toBe(0)
    expect(along(31_557_600)).toBe(1)
    expect(along(1e-9)).toBe(0)
    // ln 1000 / ln 3.15576e10
    expect(along(1)).toBeCloseTo(0.28571, 4)
  })

  it('covers its width without a gap', () => {
    const found = stretches(envelope)
    expect(found.map(({ place }) => place)).toEqual(['hbm', 'remat'])
    expect([found[0]?.from, found.at(-1)?.to]).toEqual([0, 1])
    expect(found[0]?.to).toBe(found[1]?.from)
  })

  it('says in words what its colours show', () => {
    expect(stripHtml(envelope, false)).toContain('visually-hidden">HBM is cheapest up to 1 s, then rematerialize<')
  })
})

describe('a canvas', () => {
  it('draws a letter as its dots, and cuts what lies outside', () => {
    const picture = canvas(6, 7, '#ffffff')
    picture.write('I', 0, 0, 1, '#000000')
    picture.rectangle(5, 6, 10, 10, '#ff0000')
    const dark = Array.from({ length: 42 }, (_, at) => (picture.rgba[at * 4] === 0 ? '#' : '.'))
    expect(dark.join('').match(/.{6}/g)).toEqual(['.###..', '..#...', '..#...', '..#...', '..#...', '..#...', '.###..'])
    expect([...picture.rgba.slice(-4)]).toEqual([255, 0, 0, 255])
  })
})
