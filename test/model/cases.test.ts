// Do configs that people handed over in public give the bytes that were worked out for them, or a refusal with its next step?
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parameters, perSequence, perToken, readConfig } from '../../src/model'

const shared = '../shared/cases'
const there = existsSync(`${shared}/models.json`)
const read = (path: string) => readFileSync(`${shared}/${path}`, 'utf8')

type Case = {
  readonly id: string
  readonly input: { readonly config?: string }
  readonly expected: {
    readonly perToken?: number
    /** null where nobody verified it */
    readonly perSequence?: number | null
    readonly publishedParams?: number | null
  }
}

const cases: readonly Case[] = there ? JSON.parse(read('models.json')) : []
const configs = cases.flatMap(({ input, ...one }) =>
  input.config === undefined ? [] : [{ ...one, file: input.config }],
)

/** Totals that differ from the published ones by more than rounding, and why. */
const explained = new Map([
  ['config/rwkv5-3b', 'the file ties the embeddings of the 3.1 billion'],
  ['config/minicpm-2b', 'the file unties the embeddings of the 2.7 billion'],
])

describe.skipIf(!there)('public configs (skipped where ../shared is absent)', () => {
  it.each(configs.map((one) => [one.id, one] as const))('%s', (id, { file, expected }) => {
    const a = readConfig(read(file))
    if (expected.perToken !== undefined) expect(perToken(a)).toBe(expected.perToken)
    if (typeof expected.perSequence === 'number') expect(perSequence(a)).toBe(expected.perSequence)
    const { publishedParams: published } = expected
    if (typeof published !== 'number' || explained.has(id)) return
    expect(Math.abs(parameters(a).total / published - 1)).toBeLessThan(0.02)
  })
})
