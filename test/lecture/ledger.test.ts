import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { equationNamed, prove } from '../../src/derivations'
import { claim, claimIds, claims, lectureTheorems, provedTheorem } from '../../src/lecture'
import { toleranceText, within } from '../../src/lecture/tolerance'
import { parseUnit } from '../../src/units'

describe('the ledger', () => {
  it('has a verdict, a note, a chapter and a place in the video for every claim', () => {
    for (const each of claims()) {
      expect(['agrees', 'disagrees', 'depends']).toContain(each.verdict)
      expect(each.note.length, each.id).toBeGreaterThan(20)
      expect(each.says.length, each.id).toBeGreaterThan(20)
      expect(each.notebook).toMatch(/^\d\d-[a-z-]+$/)
      expect(each.url).toMatch(/^https:\/\/youtu\.be\/[\w-]{11}\?t=\d+$/)
    }
  })
  it('speaks in units that parse, and in finite numbers only', () => {
    for (const each of claims()) {
      expect(() => parseUnit(each.unit)).not.toThrow()
      for (const number of [each.said, each.computed].flat(2)) {
        if (number !== null) expect(Number.isFinite(number), each.id).toBe(true)
      }
      for (const { says, value, unit } of each.readings) {
        expect(Number.isFinite(value), `${each.id}: ${says}`).toBe(true)
        expect(() => parseUnit(unit)).not.toThrow()
      }
    }
  })
  it('names declared equations only', () => {
    for (const each of claims()) for (const name of each.equations) expect(equationNamed(name).name).toBe(name)
  })
  it('links a claim to the second its chapter begins at', () => {
    expect(claim('kv-1667-bytes').url).toBe('https://youtu.be/xmkSf5IS-zw?t=5582')
    expect(claim('kv-1667-bytes').chapter).toBe('01:33:02 API prices')
  })
  it('shows each reading where a convention decides: bytes per token at half a byte, one and two per weight', () => {
    const { computed, verdict, readings } = claim('kv-1667-bytes')
    expect(verdict).toBe('depends')
    expect(computed).toBeCloseTo(1666.667, 3)
    expect(readings.slice(0, 3).map(({ value }) => Math.round(value))).toEqual([833, 1667, 3333])
  })
  it('gives the contexts at which attention passes the experts of DeepSeek-V3 and doubles its forward pass', () => {
    const values = claim('quadratic-term-flat').readings.map(({ value }) => value)
    // By hand: 81,920 FLOP a cached token and layer, 61 layers; 48.36 GFLOP of experts and 73.25 GFLOP in all.
    expect(values[0]).toBeCloseTo(9676.8, 6)
    expect(values[1]).toBeCloseTo(19353.6, 6)
    expect(values[2]).toBeCloseTo(14658.7, 1)
  })
  it('takes the balanced batch of 2,400 from 300 and a sparsity of 8, and shows what 8 of 256 experts would make', () => {
    const { computed, readings } = claim('balanced-batch')
    expect(computed).toBe(2400)
    expect(readings[1]?.value).toBe(9600)
  })
  it('refuses an unknown claim with the nearest ids', () => {
    expect(() => claim('kv-1667')).toThrow('Unknown claim "kv-1667": did you mean kv-1667-bytes?')
  })
})

describe('theorems of the lecture', () => {
  it.each(lectureTheorems.map(({ id, says }) => [id, says] as const))('%s: %s', (id) => {
    const { proof, left, right } = provedTheorem(id)
    const piecewise = /max|min|stepTime|tokenCost|costFloor|Utilization|pipelinedStepTime/.test(left + right)
    expect(proof.verdict).toBe('proved')
    expect('cases' in proof).toBe(piecewise)
    if (proof.verdict === 'proved') expect(proof.bound).toBeLessThan(1e-100)
  })
  it('have different ids', () => {
    expect(new Set(lectureTheorems.map(({ id }) => id)).size).toBe(lectureTheorems.length)
  })
  it('a claim carries the weakest verdict of its theorems', () => {
    const { proof, theorems } = claim('drain-equals-duration')
    expect(theorems.map((theorem) => theorem.proof.verdict)).toEqual(['proved', 'proved', 'proved'])
    expect(proof?.verdict).toBe('proved')
  })
  it('a wrong one is refuted with a witness: caches on a device do not grow with the stages', () => {
    const wrong = {
      id: '',
      says: '',
      left: 'kvPerDevice',
      right: 'stages * microBatch * context * bytesPerToken / expertParallel',
    }
    expect(prove(wrong).verdict).toBe('different')
  })
  it('an unknown one is refused with the nearest ids', () => {
    expect(() => provedTheorem('pipeline-kv')).toThrow('did you mean pipeline-kv-cancels')
  })
})

describe('tolerances', () => {
  it('exact allows for the last bits only', () => {
    expect(within(0.5, 0.4999999999999999, 'exact')).toBe(true)
    expect(within(0.5, 0.49999, 'exact')).toBe(false)
  })
  it('a factor reaches both ways', () => {
    expect(within(300, 153, { factor: 2 })).toBe(true)
    expect(within(300, 149, { factor: 2 })).toBe(false)
    expect(within(300, 601, { factor: 2 })).toBe(false)
  })
  it('are told in words', () => {
    expect(toleranceText({ relative: 0.02 })).toBe('within 2 %')
    expect(toleranceText({ factor: 10 })).toBe('within a factor of 10')
  })
})

interface Shared {
  readonly id: string
  readonly chapter: string
  readonly kind: string
  readonly value?: unknown
  readonly unit?: string
}
const file = '../shared/claims.json'
describe.skipIf(!existsSync(file))('the claims as listed (skipped where ../shared is absent)', () => {
  const listed: readonly Shared[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).claims : []

  it('are all in the ledger, in order', () => {
    expect(claimIds()).toEqual(listed.map(({ id }) => id))
  })
  it.each(listed.map((each) => [each.id, each] as const))(
    '%s: chapter, sort, value and unit are as listed',
    (id, each) => {
      const found = claim(id)
      expect(found.chapter).toBe(each.chapter)
      expect(found.sort).toBe(each.kind)
      if (each.value !== undefined) expect(found.said).toEqual(each.value)
      if (each.unit !== undefined) expect(found.unit).toBe(each.unit)
    },
  )
  it.each(listed.filter(({ kind }) => kind === 'theorem').map(({ id }) => [id]))('%s is proved over symbols', (id) => {
    expect(claim(id).proof?.verdict).toBe('proved')
  })
  it.each(listed.filter(({ kind }) => kind === 'number').map(({ id }) => [id]))(
    '%s comes out, or says why not',
    (id) => {
      const { verdict, note } = claim(id)
      if (verdict !== 'agrees') expect(note.length).toBeGreaterThan(50)
    },
  )
  it('no claim is quoted: each is in our words', () => {
    const says = new Set(listed.map((each) => (each as unknown as { says: string }).says))
    expect(claims().filter((each) => says.has(each.says))).toEqual([])
  })
})

const chapter = (notebook: string): string => `notebooks/${notebook}.ipynb`
const written = [...new Set(claims().map(({ notebook }) => notebook))].filter((name) => existsSync(chapter(name)))
describe.skipIf(written.length === 0)('chapters of the workbook (each from when it is written)', () => {
  it.each(written)('%s names every claim the ledger sends a reader there for', (notebook) => {
    const text = readFileSync(chapter(notebook), 'utf8')
    const missing = claims().filter((each) => each.notebook === notebook && !text.includes(each.id))
    expect(missing.map(({ id }) => id)).toEqual([])
  })
})
