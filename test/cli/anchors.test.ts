import { describe, expect, it } from 'vitest'
import { anchorIds } from '../../src/lecture/anchors'
import { answer, servemath, text } from './program'

interface Told {
  readonly id: string
  readonly expected: unknown
  readonly computed: unknown
  readonly verdict: string
  readonly reason: string
}

describe('servemath anchors', () => {
  it('prints all of them as plain records, none without verdict and reason', async () => {
    const all = await answer<Told[]>('anchors')
    expect(all.map(({ id }) => id)).toEqual(anchorIds())
    for (const each of all) {
      for (const key of ['id', 'expected', 'computed', 'verdict', 'reason', 'unit', 'url'])
        expect(each).toHaveProperty(key)
      expect(each.reason).not.toBe('')
      expect(each).not.toHaveProperty('kind')
    }
  })
  it('prints a table that fits into 80 columns, and counts the verdicts', async () => {
    const table = await text('anchors')
    for (const line of table.split('\n')) expect([...line].length, line).toBeLessThanOrEqual(80)
    expect(table).toMatch(/101 published numbers: 80 agrees, 17 differs, 3 the bound holds, 1 not computed\./)
  })
  it('prints one with formula, equations, reason and source', async () => {
    const one = await text('anchors erratum-book-int8-sequences')
    expect(one).toContain('erratum-book-int8-sequences: differs')
    expect(one).toMatch(/published +52\nours +43\.7/)
    expect(one).toContain('8 times 16 GB less 70 GB leave 58 GB, not 68')
    expect(one).toContain('https://jax-ml.github.io/scaling-book/applied-inference/')
    expect(await text('anchors v3-decode-roofline')).toMatch(/6\.6 ms +4\.6 ms +3\.3 ms +7\.5 ms/)
  })
  it('refuses an unknown id with the nearest', async () => {
    const { code, out, err } = await servemath(['anchors', 'erratum-book'])
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/Unknown anchor "erratum-book": did you mean/)
  })
})
