// Does a reader's own file become rows, and is one refused that says too little or counts in milliseconds?
import { describe, expect, it } from 'vitest'
import { measurementSources, measurements } from '../../../src/catalog/measurements'
import { against, refuseMilliseconds, rowsInFile } from '../../../src/placement/against'
import { servemath } from '../../cli/program'

const told = { model: 'llama-3.1-8b', accel: 'h100-sxm' }
/** A result as vLLM's `bench serve --save-result` writes it, made up. */
const vllm = {
  ...{ date: '20260601-120000', backend: 'vllm', model_id: 'meta-llama/Llama-3.1-8B-Instruct', num_prompts: 100 },
  ...{ request_rate: 'inf', max_concurrency: 1, duration: 90, completed: 100, failed: 0 },
  ...{ total_input_tokens: 102400, total_output_tokens: 12800, request_throughput: 1.1 },
  ...{ mean_ttft_ms: 61, median_ttft_ms: 60, mean_tpot_ms: 8.1, median_tpot_ms: 8, median_itl_ms: 7.9 },
}
/** A line as SGLang's `bench_serving --output-file` appends it, made up. */
const sglang = {
  ...{ backend: 'sglang', dataset_name: 'random', request_rate: 4, max_concurrency: null, completed: 50 },
  ...{ total_input_tokens: 51200, total_output_tokens: 25600, concurrency: 15.6, request_throughput: 3.9 },
  ...{ median_e2e_latency_ms: 4000, median_ttft_ms: 90, median_tpot_ms: 9, median_itl_ms: 8.5 },
  server_info: { model_path: 'Qwen/Qwen3-8B', tp_size: 2 },
}
/** Tables as aiperf and genai-perf write them, made up. */
const aiperf = `Metric,avg,min,max,p50,p99,std
Time to First Token (ms),55.0,50,70,54.0,69,4
Inter Token Latency (ms),8.4,8,9,8.3,9,0.2
Request Latency (ms),"1,100.0",900,"1,300","1,108.1","1,290",50
Output Sequence Length (tokens),128.0,128,128,128.0,128,0
Input Sequence Length (tokens),"1,024.0",1024,1024,"1,024.0",1024,0

Metric,Value
Request Throughput (requests/sec),7.27
Request Count,200.00
`
const genai = aiperf
  .replace('avg,min,max,p50,p99,std', 'avg,max,min,p50,p90,p25')
  .replace('Time to First', 'Time To First')

describe('the result of a serving benchmark', () => {
  it('of vLLM is a time between tokens and one to the first, in seconds, of requests of mean length', () => {
    const [between, first] = rowsInFile(JSON.stringify(vllm, null, 2), 'bench.json', { accel: 'h100-sxm' })
    expect(between).toMatchObject({
      ...{ quantity: 'tpot_s', value: 0.008, batch: 1, input_tokens: 1024, output_tokens: 128, system: 'vllm' },
      ...{ model: 'meta-llama/Llama-3.1-8B-Instruct', accel: 'h100-sxm', devices: 1 },
    })
    expect(first).toMatchObject({ quantity: 'ttft_s', value: 0.06 })
    for (const row of [between, first]) expect(against(row, 'calibrated')).toHaveProperty('ratio')
  })
  it('of SGLang says its model and width itself; with others in flight the first token is no time of a pass', () => {
    const [between, first] = rowsInFile(`${JSON.stringify(sglang)}\n`, 'run.jsonl', { accel: 'h100-sxm' })
    expect(between).toMatchObject({
      quantity: 'tpot_s',
      value: 0.009,
      batch: 16,
      tp: 2,
      devices: 2,
      model: 'Qwen/Qwen3-8B',
    })
    expect(first).toMatchObject({ quantity: 'ttft_serving_s' })
    expect(against(first, 'calibrated')).toMatchObject({ skipped: 'quantity' })
  })
  it('of several runs, a line each or in a list, is rows of each', () => {
    const lines = [sglang, sglang].map((run) => JSON.stringify(run)).join('\n')
    const ids = rowsInFile(lines, 'run.jsonl', told).map(({ id }) => id)
    expect(ids).toEqual([
      'run.jsonl, run 1 tpot',
      'run.jsonl, run 1 ttft',
      'run.jsonl, run 2 tpot',
      'run.jsonl, run 2 ttft',
    ])
    expect(rowsInFile(JSON.stringify([vllm, vllm]), 'runs.json', told).length).toBe(4)
  })
  it("counts requests in flight by Little's law where nothing says them: 3.9/s times 4.69 s are 18", () => {
    const { concurrency: _, ...silent } = sglang
    expect(rowsInFile(JSON.stringify(silent), 'run.jsonl', told)[0]).toMatchObject({ batch: 18 })
  })
})

describe("a client's table", () => {
  it.each([
    ['aiperf', aiperf],
    ['genai-perf', genai],
    ['either from Windows', aiperf.replaceAll('\n', '\r\n')],
  ])('of %s: medians, quoted thousands, requests in flight as rate times latency', (_, text) => {
    const [between, first] = rowsInFile(text, 'perf.csv', told)
    expect(between).toMatchObject({
      quantity: 'tpot_s',
      value: 0.0083,
      batch: 8,
      input_tokens: 1024,
      output_tokens: 128,
    })
    expect(first).toMatchObject({ value: 0.054 })
  })
  it('without p50 has its means', () => {
    const means =
      'Metric,avg,min,max\nInter Token Latency (ms),9,8,10\nInput Sequence Length (tokens),10,,\nOutput Sequence Length (tokens),20,,\n'
    expect(rowsInFile(means, 'm.csv', { ...told, concurrency: 4 })).toMatchObject([{ value: 0.009, batch: 4 }])
  })
})

describe('the sources at hand', () => {
  it.each(measurementSources().map((source) => [source]))('%s has rows with their origin and licence', (source) => {
    for (const row of measurements(source)) {
      expect(row).toMatchObject({ source_key: source, id: expect.any(String), value: expect.any(Number) })
      for (const name of ['source', 'licence']) expect(String(row[name]).length).toBeGreaterThan(2)
    }
  })
  it('are unknown by another name', () => {
    expect(() => measurements('argone')).toThrow(/argonne/)
  })
})

const row = {
  ...{ id: 'one', model: 'meta-llama/Meta-Llama-3-8B', accel: 'h100-sxm', batch: 1, input_tokens: 1000 },
  ...{ output_tokens: 100, quantity: 'tpot_s' },
}

describe('rows of ours', () => {
  it('are filled in where they say nothing, never over what they say', () => {
    const [mine] = rowsInFile(JSON.stringify({ ...row, value: 0.01 }), 'x', {
      accel: 'l40s',
      tp: 2,
      weights: 'fp8',
      concurrency: 9,
    })
    expect(mine).toMatchObject({ accel: 'h100-sxm', tp: 2, devices: 2, weights: 'fp8', batch: 1 })
  })
})

describe('a file is refused', () => {
  const { model_id: _, ...nameless } = vllm
  it.each([
    [
      'that names neither model nor machine',
      JSON.stringify({ quantity: 'tpot_s', value: 0.01, output_tokens: 10 }),
      'x names no model (its field model, or --model) and no machine (its field accel, or --accelerator): what it measured cannot be predicted.',
    ],
    [
      'of a benchmark without either',
      JSON.stringify(nameless),
      'x names no model (say --model) and no machine (say --accelerator): what it measured cannot be predicted.',
    ],
    [
      'of a benchmark on an unsaid machine',
      JSON.stringify(vllm),
      'x names no machine (say --accelerator): what it measured cannot be predicted.',
    ],
    [
      'without tokens',
      JSON.stringify({ ...vllm, total_output_tokens: 0 }),
      'x has no tokens of its requests: expected completed, total_input_tokens and total_output_tokens above 0.',
    ],
    [
      'that is no table of these tools',
      'Metric,avg\nSpeed,3\n',
      'x has no Input and Output Sequence Length: expected the CSV of genai-perf or aiperf.',
    ],
    ['that is empty', '\n', 'x has no rows: expected one JSON object a line.'],
    ['that is no JSON', '[1]\n', 'x, line 1: expected a JSON object with id, quantity, value, model and accel.'],
  ])('%s', (_, text, message) => {
    expect(() => rowsInFile(text, 'x')).toThrow(message)
  })
  it('whose requests in flight nobody knows', () => {
    const silent = aiperf.replace(/Request .*\n/g, '')
    expect(() => rowsInFile(silent, 'x', told)).toThrow(
      'x does not say how many requests were in flight: say --concurrency.',
    )
  })
  it('in milliseconds where seconds are documented, and the reader is asked', async () => {
    const { code, err } = await servemath(['against', '-'], JSON.stringify({ ...row, value: 7.5 }))
    expect([code, err]).toEqual([
      2,
      'standard input: one has 7.5 s where the least time is 0.00452 s. Are its values milliseconds? Rows are in seconds: say --unit ms, or divide them by 1,000.\n',
    ])
    const { out } = await servemath(['against', '-', '--unit', 'ms', '--json'], JSON.stringify({ ...row, value: 7.5 }))
    expect(JSON.parse(out)).toMatchObject([{ measured: 0.0075 }])
  })
  it('but not for a few slow rows among others, nor for one that says its unit', () => {
    const answers = [row, row, row].map((one, index) => against({ ...one, value: index === 0 ? 7.5 : 0.0075 }))
    expect(() => refuseMilliseconds(answers, 'x')).not.toThrow()
    expect(against({ ...row, value: 7.5, unit: 'ms' })).toMatchObject({ measured: 0.0075 })
    expect(against({ ...row, value: 7.5, unit: 'min' })).toMatchObject({ skipped: 'incomplete' })
  })
})

describe('servemath against', () => {
  it('answers for a source at hand, calibrated, and sums it up by source and maker', async () => {
    const { out, code } = await servemath(['against', 'trtllm-0.6', '--calibrated', '--summary', '--json'], '')
    expect(code).toBe(0)
    const [decode] = JSON.parse(out)
    expect(decode).toMatchObject({
      quantity: 'e2e_s',
      n: 30,
      source: expect.stringMatching(/^trtllm-0\.6, .* on NVIDIA$/),
    })
    expect(Object.keys(decode)).toEqual([
      'source',
      'quantity',
      'n',
      'median',
      'p10',
      'p90',
      'within13',
      'within2',
      'typical',
      'above',
    ])
    expect(decode.typical).toBeLessThan(1.25)
  })
  it('prints for a reader the factor that half of the rows are missed by less', async () => {
    const { out } = await servemath(['against', 'mooncake-pd-vllm', '--calibrated'], '')
    expect(out).toMatch(/kv_load_s +5 .*x1\.\d+ .*mooncake-pd-vllm/)
  })
})
