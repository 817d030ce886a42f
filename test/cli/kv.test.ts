import { existsSync, rmSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import type { KvReport } from '../../src/model'
import { dense, folderWith, mixed, windowed } from './configs'
import { answer, servemath, text } from './program'

const folder = folderWith({
  'dense.json': dense,
  'mixed.json': mixed,
  'windowed/config.json': windowed,
  'strange.json': { ...dense, model_type: 'lama' },
  'broken.json': '{"model_type": "llama", ',
  'tokenizer.json': { version: '1.0' },
  'list.json': [{ model_type: 'llama' }],
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('servemath kv', () => {
  it('prints the report under the promised keys', async () => {
    const report = await answer<KvReport>(`kv ${folder}/dense.json --context 1024,8192`)
    expect(Object.keys(report)).toEqual([
      'model',
      'family',
      'kv',
      'parameters',
      'flopsPerToken',
      'flopsPerTokenAbsorbed',
      'notes',
    ])
    expect(report).toMatchObject({ model: 'dense', family: 'llama' })
    expect(report.kv).toEqual({
      perToken: 2048,
      perSequence: 0,
      bytesAt: { 1024: 2048 * 1024, 8192: 2048 * 8192 },
      readBytesAt: { 1024: 2048 * 1024, 8192: 2048 * 8192 },
      allocatedAt: { 1024: 2048 * 1024, 8192: 2048 * 8192 },
    })
    expect(Object.keys(report.parameters)).toEqual([
      'total',
      'active',
      'activeWithoutInputEmbedding',
      'activeWithoutEmbeddings',
    ])
    expect(Object.keys(report.flopsPerToken)).toEqual(['0', '1024', '8192'])
  })
  it('halves in fp8, and reads - from standard input', async () => {
    const { code, out } = await servemath(['kv', '-', '--kv-dtype', 'fp8', '--json'], JSON.stringify(dense))
    expect(code).toBe(0)
    expect(JSON.parse(out).kv.perToken).toBe(1024)
  })
  it('knows a model of the catalogue by its id', async () => {
    expect(await answer(`kv llama-3.1-405b`)).toMatchObject({ model: 'llama-3.1-405b', kv: { perToken: 516096 } })
  })
  it('prints a line for each kind of layer, and what one sequence sums to', async () => {
    const lines = (await text(`kv ${folder}/mixed.json --context 1024`)).split('\n')
    expect(lines[0]).toBe('mixed (gpt-oss), KV cache in bf16')
    expect(lines.filter((line) => /^ +[26] {2}/.test(line)).map((line) => line.trim().split(/ {2,}/))).toEqual([
      ['6', 'sliding attention (128)', '0 B', '393 kB', '393 kB'],
      ['2', 'full attention', '1.02 kB', '0 B', '1.05 MB'],
    ])
    expect(lines.some((line) => /one sequence +1\.02 kB +393 kB +1\.44 MB/.test(line))).toBe(true)
  })
  it('shows what an engine allocates when asked, at its longest sequence too', async () => {
    const said = await text(`kv ${folder}/dense.json --context 1000 --allocated --max-len 2000`)
    expect(said).toMatch(/allocated by vLLM +2\.06 MB/)
    expect(said).toMatch(/allocated +4\.1 MB \(4096000 B\) for 2000 tokens/)
  })
  it('picks up the hf_quant_config.json beside a config', async () => {
    const quantized = folderWith({
      'config.json': dense,
      'hf_quant_config.json': {
        producer: { name: 'modelopt' },
        quantization: { quant_algo: 'FP8', kv_cache_quant_algo: 'FP8' },
      },
    })
    const { notes } = await answer<KvReport>(`kv ${quantized}/config.json`)
    expect(notes.join()).toContain('KV cache in fp8')
    rmSync(quantized, { recursive: true })
  })
  it('a folder gives one row for each config in it, one level down too, and says why one is refused', async () => {
    const rows = await answer<({ file: string } & Partial<KvReport> & { refused?: string })[]>(`kv ${folder}`)
    expect(rows.map(({ file, kv, refused }) => [file, kv?.perToken ?? refused?.includes(file)])).toEqual([
      ['broken.json', true],
      ['dense.json', 2048],
      ['mixed.json', 1024],
      ['strange.json', true],
      ['windowed/config.json', 0],
    ])
    const said = await text(`kv ${folder} --context 1024`)
    expect(said).toMatch(/^3 of 5 configs in /)
    expect(said).toMatch(/windowed\/config\.json +mistral +0 B +410 kB +410 kB/)
    expect(said).toContain('--family like:llama')
  })
})

const shared = '../shared/hf-configs'
describe.skipIf(!existsSync(shared))('the collection of real configs (skipped where ../shared is absent)', () => {
  it('is read but for copies of another code base, which are named', async () => {
    const rows = await answer<{ file: string; refused?: string }[]>(`kv ${shared}`)
    expect(rows.length).toBeGreaterThan(90)
    for (const { file, refused } of rows) if (refused !== undefined) expect(file).toMatch(/^sgl-project__/)
  })
})
