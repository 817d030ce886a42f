import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { equationNamed, prove } from '../../src/derivations'
import { claim, claimIds, claims, lectureTheorems, provedTheorem } from '../../src/lecture'
import { allWithin, toleranceText, within } from '../../src/lecture/tolerance'
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
      for (const number of [each.value, each.computed].flat(2)) {
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
  it('says of every claim what was said: a short quotation with its speaker, its minute and the place in the video', () => {
    for (const { id, said } of claims()) {
      expect(said.length, id).toBeGreaterThan(0)
      for (const { who, at, words, url } of said) {
        expect(['Reiner Pope', 'Dwarkesh Patel'], id).toContain(who)
        expect(words.split(' ').length, `${id}: ${words}`).toBeLessThanOrEqual(20)
        const [hours, minutes] = at.split(':').map(Number) as [number, number]
        expect(url).toBe(`https://youtu.be/xmkSf5IS-zw?t=${3600 * hours + 60 * minutes}`)
      }
    }
  })
  it('quotes each chapter of the video within that chapter or where it is taken up again, and never after its end', () => {
    for (const { id, said } of claims()) for (const { at } of said) expect(at <= '02:13', id).toBe(true)
    expect(claim('balanced-batch-practice').said.map(({ who }) => who)).toEqual(['Reiner Pope', 'Dwarkesh Patel'])
  })
  it('judges by what it recomputes: true in every case agrees, in some depends, in none disagrees', () => {
    // 9 and 2.39 times, where a factor of 8 and 1.5 or 2 times were said.
    const scaleUp = claim('weights-scale-up-bandwidth')
    expect([scaleUp.verdict, scaleUp.value]).toEqual(['disagrees', [8, [1.5, 2]]])
    expect(scaleUp.computed).toEqual([9, expect.closeTo(8 / 3.35, 12)])
    // 64 experts, and 1.3e9 over 370e6 parameters said as four.
    const sparsity = claim('sparsity-64x-for-4x')
    expect([sparsity.verdict, sparsity.value]).toEqual(['agrees', [64, 4]])
    expect(sparsity.computed).toEqual([64, expect.closeTo(1300 / 370, 12)])
    // Said of a machine that reads all experts; alone it reads those of one token.
    expect(claim('unbatched-1000x').verdict).toBe('depends')
    expect(claim('unbatched-1000x').computed).toBeGreaterThan(2000)
    expect([claim('hbm-drain-20ms').value, claim('hbm-drain-20ms').computed]).toEqual([0.015, 0.0144])
    expect(claim('latency-floor').verdict).toBe('depends')
    expect(claim('balanced-batch-practice').computed).toEqual([[4800, 7200]])
  })
  it('has the claims that are easily passed over, each with its number', () => {
    // Query heads over key/value heads of Llama 3.1 70B; 4·128·(512 + 32) FLOP over 1,152 B of a latent.
    expect(claim('attention-compute-slope').computed).toEqual([8, expect.closeTo((4 * 128 * 544) / 1152, 10)])
    // Indexer keys of 132 B for every token, 2,048 latents of 1,152 B: log2 of 36.96 over 19.66 MB a layer.
    const [slope, pro] = claim('sparse-attention-root').readings.filter(({ says }) => says.includes('128k'))
    expect(slope?.value).toBeCloseTo(0.91, 2)
    expect(pro?.value).toBeCloseTo(0.85, 2)
    expect(claim('sparse-attention-root').verdict).toBe('disagrees')
    expect(claim('rack-memory').computed).toBeCloseTo(13.4e12, -11)
    expect(claim('rack-memory').verdict).toBe('disagrees')
    expect(claim('pipeline-hops').computed).toBeCloseTo(0.02 + 4 * 0.002, 12)
    expect(claim('equal-token-costs').computed).toBeCloseTo(2 / 6 / 0.3, 12)
    expect(claim('derate-failed-models').computed).toBeCloseTo(0.5, 12)
    expect(claim('contexts-stuck').verdict).toBe('depends')
    // A step of 5/14 weights and 9/14 caches, caches shrunk to (9/14)(5/14)/(100 - 9/14).
    const hundredfold = claim('fast-mode-100x').readings[1]?.value ?? 0
    expect(hundredfold).toBeCloseTo(1 / (5 / 14 + ((9 / 14) * (5 / 14)) / (100 - 9 / 14)), 12)
    expect(claim('equal-exponentials').readings[1]?.value).toBeGreaterThan(1)
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
  it('meets several numbers one by one, and a range anywhere within it', () => {
    expect(allWithin([64, 4], [64, 3.51], { absolute: 0.5 })).toBe(true)
    expect(allWithin([64, 4], [64, 3.49], { absolute: 0.5 })).toBe(false)
    expect(allWithin([[2000, 3000]], [2400])).toBe(true)
    expect(allWithin([[2000, 3000]], [[2400, 4800]])).toBe(false)
    expect(allWithin([1, 2], [1])).toBe(false)
    expect(allWithin([1], [1, 2])).toBe(false)
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

  const quotedOtherwise = [
    'hbm-drain-20ms',
    'sparsity-64x-for-4x',
    'weights-scale-up-bandwidth',
    'balanced-batch-practice',
  ]

  it('are all in the ledger, in order, among others', () => {
    const ids = new Set(listed.map(({ id }) => id))
    expect(claimIds().filter((id) => ids.has(id))).toEqual(listed.map(({ id }) => id))
  })
  it.each(listed.map((each) => [each.id, each] as const))(
    '%s: chapter, sort, value and unit are as listed',
    (id, each) => {
      const found = claim(id)
      expect(found.chapter).toBe(each.chapter)
      expect(found.sort).toBe(each.kind)
      // The list paraphrases: where the words say another number, the words are kept.
      if (each.value !== undefined && !quotedOtherwise.includes(id)) expect(found.value).toEqual(each.value)
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
  it('beside its quotation each is told in our words', () => {
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
