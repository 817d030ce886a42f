// Are the records of data/models the models' own files, and are those that were only recalled marked?
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Model, model, modelIds } from '../../src/catalog'
import { bytesAt, flopsPerToken, parameters, readConfig } from '../../src/model'

const shared = '../shared/hf-configs'
const models = modelIds().map((id) => model(id))
const doubted = models.filter(({ doubtful }) => doubtful.length > 0)

/** Records whose file lies there as another edition of the same model. */
const editions: Readonly<Record<string, string>> = {
  'deepseek-v4-pro': 'sgl-project__DeepSeek-V4-Pro-FP8',
  'gemma-4-31b': 'nvidia__Gemma-4-31B-IT-NVFP4',
  'llama-3.1-70b': 'meta-llama__Meta-Llama-3.1-70B',
  'llama-3.1-405b': 'meta-llama__Meta-Llama-3.1-405B',
  'nemotron-3-super-120b-a12b': 'nvidia__NVIDIA-Nemotron-3-Super-120B-A12B-FP8',
  'qwen3.6-27b': 'nvidia__Qwen3.6-27B-NVFP4',
}

const ownName = ({ source }: Model): string => source.url.split('/').slice(-2).join('__')
const own = (found: Model): string => `${shared}/${editions[found.id] ?? ownName(found)}.json`
const reconstructed = (found: Model): string => `${shared}/${ownName(found)}-reconstructed.json`
const read = models.filter((found) => existsSync(own(found)))
const recalledTwice = models.filter((found) => existsSync(reconstructed(found)))

// One vendored copy calls its family `deepseek_ref`, which is refused; its fields are those of DeepSeek-V4.
const architectureIn = (path: string) => readConfig(readFileSync(path, 'utf8').replace('deepseek_ref', 'deepseek_v4'))

function expectEqual({ architecture, id }: Model, path: string): void {
  const other = architectureIn(path)
  for (const context of [0, 1, 128, 1024, 8192, 131_072, 1_048_576]) {
    expect(bytesAt(architecture, context), `bytes of ${id} at ${context}`).toBe(bytesAt(other, context))
    expect(flopsPerToken(architecture, context), `FLOPs of ${id} at ${context}`).toBe(flopsPerToken(other, context))
  }
  expect(parameters(architecture), `parameters of ${id}`).toEqual(parameters(other))
}

describe.skipIf(!existsSync(shared))('records against the files themselves (skipped where ../shared is absent)', () => {
  it.each(read.map((found) => [found.id, found] as const))('%s gives the numbers of its config.json', (_, found) => {
    expectEqual(found, own(found))
  })

  it.each(recalledTwice.map((found) => [found.id, found] as const))('%s agrees with its reconstruction', (_, found) => {
    expectEqual(found, reconstructed(found))
  })

  it('is high in confidence just where a file was compared, or the copy that was re-read is named', () => {
    for (const found of models) {
      const compared = read.includes(found) || (found.note ?? '').startsWith('re-read in a copy: ')
      expect([found.id, found.confidence]).toEqual([found.id, compared ? 'high' : 'low'])
    }
  })
})

describe('records of low confidence', () => {
  it('say so, and why', () => {
    expect(doubted.length).toBeGreaterThan(0)
    for (const { confidence, doubtful, note } of doubted) {
      expect({ confidence, doubtful }).toEqual({ confidence: 'low', doubtful: ['config'] })
      expect(note).toMatch(/ as recalled\b|; its own not re-read$/)
    }
  })

  it('are fewer than half', () => {
    expect(doubted.length).toBeLessThan(models.length / 2)
  })

  it('leave the others without a mark', () => {
    expect(model('llama-3.1-70b')).toMatchObject({ confidence: 'high', doubtful: [] })
  })
})
