// Is the record of one config what `servemath kv --json` promises?
import { describe, expect, it } from 'vitest'
import { kvReport, readConfig } from '../../src/model'
import { deepseekV3, deepseekV4Flash, gemma4, llama70b, mambaCodestral } from './fixtures/configs'

describe('kvReport', () => {
  it('has the promised fields, and each context as a key', () => {
    const report = kvReport(readConfig({ ...llama70b, _name_or_path: 'llama' }), [1024, 131_072])
    expect(report).toEqual({
      model: 'llama',
      family: 'llama',
      kv: {
        perToken: 327_680,
        perSequence: 0,
        bytesAt: { '1024': 335_544_320, '131072': 42_949_672_960 },
        readBytesAt: { '1024': 335_544_320, '131072': 42_949_672_960 },
        allocatedAt: { '1024': 335_544_320, '131072': 42_949_672_960 },
      },
      parameters: {
        total: 70_553_706_496,
        active: 70_553_706_496,
        activeWithoutInputEmbedding: 69_503_033_344,
        activeWithoutEmbeddings: 68_452_360_192,
      },
      flopsPerToken: { '0': 139_006_066_688, '1024': 141_690_421_248, '131072': 482_603_450_368 },
      flopsPerTokenAbsorbed: { '0': 139_006_066_688, '1024': 141_690_421_248, '131072': 482_603_450_368 },
      notes: [
        'head_dim is not in the file: 128 (hidden size / heads)',
        'attention_bias is not in the file: false (LlamaConfig default)',
        'mlp_bias is not in the file: false (LlamaConfig default)',
        'tie_word_embeddings is not in the file: false (class default)',
      ],
    })
  })
  it('survives JSON: no value is undefined, NaN or infinite', () => {
    const report = kvReport(readConfig(mambaCodestral), [0, 1024])
    expect(JSON.parse(JSON.stringify(report))).toEqual(report)
  })
  it('applies the KV dtype to bytes', () => {
    const { kv } = kvReport(readConfig(deepseekV3), [1000], { kvDtype: 'fp8' })
    expect(kv).toMatchObject({ perToken: 35_136, bytesAt: { '1000': 35_136_000 } })
  })
  it('adds the longest sequence to what is allocated, and leaves out contexts beyond it', () => {
    const { kv } = kvReport(readConfig(gemma4), [1024, 1_048_576], { maxLength: 262_144, inFlight: 4096 })
    expect(Object.keys(kv.allocatedAt)).toEqual(['1024', '262144'])
    expect(kv.allocatedAt['262144']).toBe(25_682_247_680)
  })
  it('says why nothing is allocated where no rule is known', () => {
    const { kv, notes } = kvReport(readConfig(deepseekV4Flash), [1024])
    expect(kv.allocatedAt).toEqual({})
    expect(notes.join()).toContain("no allocated bytes: vLLM's pages for compressed attention are not modelled")
  })
})
