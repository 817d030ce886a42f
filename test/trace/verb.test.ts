import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { progressBar } from '../../src/cli/replay/progress'
import { pricesOf, type Replay, reuseOf, ttlCost } from '../../src/placement/replay'
import { readTrace } from '../../src/placement/trace'
import { servemath } from '../cli/program'
import { jsonl, lecture } from './traces'

const folder = mkdtempSync(join(tmpdir(), 'servemath-replay-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

const text = jsonl(
  [
    [0, 1, 2],
    [30, 1, 2, 3],
    [400, 1, 2, 3, 4],
    [410, 1, 9],
  ].map(([second = 0, ...hash_ids]) => ({
    timestamp: second * 1000,
    input_length: 512 * hash_ids.length,
    output_length: 1,
    hash_ids,
  })),
)
const trace = file('trace.jsonl', text)
const tier = (usd_per_GB: number, life_y: number, bytes: number, bw: number) => ({ usd_per_GB, life_y, bytes, bw })
const params = {
  layers: 80,
  kv_heads: 8,
  head_dim: 128,
  kv_bytes: 2,
  n_active: 70_553_706_496,
  gpus: 8,
  gpu_usd_per_h: 2.5,
  peak_flops: 989e12,
  mfu: 0.5,
  hbm_bytes_per_gpu: 80e9,
  weight_bytes: 141_107_412_992,
  year_s: 31_557_600,
  ddr: tier(5, 4, 2e12, 300e9),
  nvme: tier(0.1, 5, 30e12, 50e9),
  hdd: tier(0.015, 5, 24e12, 250e6),
}
const paramsFile = file('params.json', JSON.stringify(params))

async function answer(...args: string[]): Promise<Replay> {
  const { code, out, err } = await servemath(['replay', ...args, '--json'])
  if (code !== 0) throw new Error(err)
  return JSON.parse(out)
}
async function refusal(...args: string[]): Promise<string> {
  const { code, out, err } = await servemath(['replay', ...args, '--json'])
  expect([code, out]).toEqual([2, ''])
  return err.trim()
}
const close = (a: number, b: number): void => expect(Math.abs(a / b - 1)).toBeLessThan(1e-12)

describe('servemath replay --size', () => {
  const asked = ['--params', paramsFile]
  it('takes parts by their count and size, or a size alone, of a tier by the beginning of its name', async () => {
    const { sizing } = await answer(trace, ...asked, '--size', 'dd=400MB', '--size', 'nvme=2x300MB')
    expect(sizing?.tiers.map(({ tier, parts, bytes }) => [tier, parts, bytes])).toEqual([
      ['ddr', 1, 4e8],
      ['nvme', 2, 6e8],
    ])
    // Blocks are of 168 MB: two find 2 + 2 + 1 of 11, three find 2 + 3 + 1.
    expect(sizing?.tiers.map(({ hitRatio }) => hitRatio)).toEqual([5 / 11, 6 / 11])
  })
  it('the text says what is saved, held and waited for', async () => {
    const { out } = await servemath(['replay', trace, ...asked, '--size', 'ddr=2TB', '--policies'])
    expect(out).toContain('Tiers of a given size')
    expect(out).toMatch(/saved a day: \$.* of prefill, .* GPU-hours; the parts cost/)
    expect(out).toMatch(/size +LRU +block LRU +radix leaves +Belady +where/)
  })
  it.each([
    ['no room', ['--size', 'ddr=0B'], '--size ddr=0B is no room: expected a size above 0 B.'],
    ['no drives', ['--size', 'nvme=0x30TB'], 'is no room'],
    ['an unknown tier', ['--size', 'tape=1TB'], 'Unknown tier "tape"'],
    ['a size without a tier', ['--size', '2TB'], '--size needs name=value'],
    ['a time for a size', ['--size', 'ddr=5min'], '--size'],
    ['one tier twice', ['--size', 'ddr=1TB', '--size', 'ddr=2TB'], 'ddr has two sizes: give it one.'],
    ['a sample', ['--size', 'ddr=1TB', '--sample', '0.9'], 'leave out --sample'],
    ['policies of a sample', ['--policies', '--sample', '0.9'], 'Policies are compared on whole prefixes'],
    ['arrivals of one clock', ['--arrival', 'poisson:1/s'], 'All requests of this trace are on one clock'],
    ['arrivals in words', ['--arrival', 'often'], '--arrival is often: expected poisson:RATE'],
  ])('%s is refused', async (_, more, message) => {
    expect(await refusal(trace, ...asked, ...more)).toContain(message)
  })
})

describe('servemath replay TRACE --params FILE', () => {
  it('answers with the stated shape', async () => {
    const { trace: read, costs, capacity, conventions } = await answer(trace, '--params', paramsFile)
    expect(read).toMatchObject({
      requests: 4,
      accesses: 11,
      uniqueBlocks: 5,
      durationS: 410,
      reuseS: { p10: 20, p50: 200, p90: 370, p99: 370 },
    })
    expect(read.hitRatio.block).toBeCloseTo(6 / 11, 15)
    expect(costs.ttl.map(({ tier, ttlS }) => `${tier} ${ttlS}`)).toEqual(
      ['hbm', 'ddr', 'nvme', 'hdd'].flatMap((name) => [60, 300, 900, 3600].map((ttl) => `${name} ${ttl}`)),
    )
    expect(costs.best.map(({ tier }) => tier)).toEqual(['hbm', 'ddr', 'nvme', 'hdd'])
    expect(costs.clairvoyant).toBeLessThanOrEqual(Math.min(...costs.best.map(({ total }) => total)))
    expect(capacity.map(({ bytes }) => bytes)).toContain(8 * 80e9 - 141_107_412_992)
    expect(conventions.length).toBeGreaterThan(8)
  })
  it('agrees with the library, part by part', async () => {
    const { costs } = await answer(trace, '--params', paramsFile, '--tier', 'ddr', '--ttl', '5m', '--ttl', '20ms')
    const prices = pricesOf({ ...lecture, attention: 'leave-out' })
    const reuse = reuseOf(readTrace(text))
    expect(costs.ttl.map(({ tier, ttlS }) => [tier, ttlS])).toEqual([
      ['ddr', 300],
      ['ddr', 0.02],
    ])
    for (const row of costs.ttl) {
      const expected = ttlCost(reuse, prices, row.tier, row.ttlS)
      close(row.hold, expected.hold)
      close(row.remat, expected.remat)
      close(row.total, expected.total)
    }
    close(
      costs.ttl[0]?.total ?? 0,
      (costs.ttl[0]?.hold ?? 0) + (costs.ttl[0]?.retrieve ?? 0) + (costs.ttl[0]?.remat ?? 0) + costs.compulsory,
    )
  })
  it('a stall of 1 adds the idle node to every load, but HBM has none', async () => {
    const [hidden, waiting] = await Promise.all(
      ['0', '1'].map((stall) => answer(trace, '--params', paramsFile, '--stall', stall, '--ttl', '1h')),
    )
    const row = (of: Replay | undefined, name: string) => of?.costs.ttl.find(({ tier }) => tier === name)
    const node = ((327_680 / 300e9) * 8 * 2.5) / 3600
    close((row(waiting, 'ddr')?.retrieve ?? 0) - (row(hidden, 'ddr')?.retrieve ?? 0), 6 * 512 * node)
    expect(row(waiting, 'hbm')?.retrieve).toBe(0)
    expect(waiting?.conventions.join(' ')).toContain("Loads stall 1 of the devices' time")
  })
  it('each default has a flag that changes it, and the conventions say so', async () => {
    const heads = file('heads.json', JSON.stringify({ ...params, query_heads: 64 }))
    const plain = await answer(trace, '--params', heads)
    const changed = async (...flags: string[]): Promise<string[]> => {
      const { conventions } = await answer(trace, '--params', heads, ...flags)
      return conventions.filter((sentence) => !plain.conventions.includes(sentence))
    }
    expect(await changed('--charge', 'to-end')).toEqual([
      'A hold that is never used is charged to the last request of the trace at most.',
    ])
    expect(await changed('--tokens', 'exact')).toEqual(['Costs count the tokens a block of 512 tokens really has.'])
    expect(await changed('--no-attention')).toEqual(['Rematerialization leaves attention out.'])
    expect(await changed('--no-writes')).toEqual(['Writes are free.'])
    expect(await changed()).toEqual([])
  })
  it('sizes are asked for with --capacity', async () => {
    const { capacity } = await answer(trace, '--params', paramsFile, '--capacity', '2TB', '--capacity', '335544320 B')
    expect(capacity.map(({ bytes }) => bytes)).toEqual([2e12, 335_544_320])
  })
  it('a whole file of results will do, with its parameters under params', async () => {
    const wrapped = file('wrapped.json', JSON.stringify({ note: '', params }))
    expect(await answer(trace, '--params', wrapped)).toEqual(await answer(trace, '--params', paramsFile))
  })
  it('a trace may come on standard input', async () => {
    const { code, out } = await servemath(['replay', '-', '--params', paramsFile, '--json'], text)
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual(await answer(trace, '--params', paramsFile))
  })
  it('a sample says what it is and how far off it may be', async () => {
    const { trace: read, costs } = await answer(trace, '--params', paramsFile, '--sample', '0.7', '--seed', '3')
    expect(read.sample?.accesses).toBeLessThan(11)
    expect(costs.ttl.every(({ error95 }) => error95 !== undefined)).toBe(true)
  })
  it('the text names the cheapest TTL, the bounds and the conventions', async () => {
    const { out } = await servemath(['replay', trace, '--params', paramsFile])
    expect(out.split('\n')[0]).toMatch(
      /nvme for 6\.17 min is the cheapest TTL, \$.* against \$.* for keeping nothing\. It takes 1 part for its bandwidth; 2\.05 MB\/s written\.$/,
    )
    for (const word of ['clairvoyant', 'proved at most 2.00x', 'Belady', 'Conventions', 'first accesses'])
      expect(out).toContain(word)
  })
})

describe('servemath replay TRACE --model M --accelerator A', () => {
  const named = ['--model', 'llama-3.1-70b', '--accelerator', 'h100-sxm']
  it('prices HBM and every tier that attaches, and says how', async () => {
    const { costs, conventions } = await answer(trace, ...named)
    const tiers = costs.best.map(({ tier }) => tier)
    expect(tiers[0]).toBe('hbm')
    expect(tiers).toContain('ddr5-rdimm-server')
    expect(tiers).toContain('nvme-tlc-gen5')
    expect(conventions).toContain('Writing to flash costs the endurance it uses up, where a rating is known.')
  })
  it('--tier keeps only those named, in their order', async () => {
    const { costs } = await answer(trace, ...named, '--tier', 'nvme-tlc-gen5', '--tier', 'hbm')
    expect(costs.best.map(({ tier }) => tier)).toEqual(['nvme-tlc-gen5', 'hbm'])
  })
  it('devices, HBM prices and numbers can be set', async () => {
    const [plain, halved] = [await answer(trace, ...named), await answer(trace, ...named, '--set', 'mfu=0.25')]
    close(halved.costs.never, 2 * plain.costs.never)
    const hbm = (of: Replay): number => of.costs.ttl.find(({ tier }) => tier === 'hbm')?.hold ?? 0
    expect(hbm(await answer(trace, ...named, '--memory', 'after-weights'))).toBeGreaterThan(hbm(plain))
    expect(hbm(await answer(trace, ...named, '--memory', 'component'))).toBeLessThan(hbm(plain))
    const four = await answer(trace, ...named, '--devices', '4')
    expect(four.capacity.length).toBeGreaterThan(0)
  })
})

describe('what cannot be replayed is refused in a sentence', () => {
  it.each<[string, string[], string]>([
    ['no trace', ['--params', paramsFile], 'Nothing was named: expected a trace.'],
    ['a missing trace', ['none.jsonl', '--params', paramsFile], 'There is no file none.jsonl: expected a trace.'],
    [
      'no prices',
      [trace],
      'A replay needs --model and --accelerator, such as llama-3.1-70b and h100-sxm, or --deployment FILE, or --params FILE.',
    ],
    [
      'two sources of prices',
      [trace, '--params', paramsFile, '--model', 'llama-3.1-70b'],
      '--params replaces --model: give one of the two.',
    ],
    ['an unknown tier', [trace, '--params', paramsFile, '--tier', 'ddr5'], 'Unknown tier "ddr5": did you mean ddr?'],
    [
      'a tier that does not attach',
      [trace, '--model', 'llama-3.1-70b', '--accelerator', 'h100-sxm', '--tier', 'grace-lpddr5x'],
      'grace-lpddr5x is the memory of another host than that of h100-sxm.',
    ],
    ['a TTL in bytes', [trace, '--params', paramsFile, '--ttl', '5GB'], '--ttl'],
    ['a negative TTL', [trace, '--params', paramsFile, '--ttl', '-5m'], '--ttl'],
    [
      'a stall above one',
      [trace, '--params', paramsFile, '--stall', '1.5'],
      'stall is 1.5: expected a share between 0 and 1.',
    ],
    [
      'a sample of nothing',
      [trace, '--params', paramsFile, '--sample', '0'],
      'The sample is 0: expected a share above 0',
    ],
    ['another way to charge', [trace, '--params', paramsFile, '--charge', 'half'], 'Unknown value of --charge "half"'],
    [
      'parameters that are none',
      [trace, '--params', file('none.json', '[1]')],
      'none.json is not a JSON object: expected the parameters of a model, a machine and its tiers.',
    ],
    [
      'a missing parameter',
      [trace, '--params', file('no-mfu.json', JSON.stringify({ ...params, mfu: undefined }))],
      'no-mfu.json: mfu is missing: expected a number that is not negative.',
    ],
    [
      'a tier without a price',
      [
        trace,
        '--params',
        file('no-price.json', JSON.stringify({ ...params, ddr: { ...params.ddr, usd_per_GB: '5' } })),
      ],
      'no-price.json, ddr: usd_per_GB is "5": expected a number',
    ],
  ])('%s', async (_, args, message) => {
    expect((await refusal(...args)).replace(`${folder}/`, '')).toContain(message)
  })
})

describe('the progress bar', () => {
  it('is drawn at most ten times a second, and taken away', () => {
    const drawn: string[] = []
    let now = 0
    const bar = progressBar(
      (piece) => drawn.push(piece),
      () => now,
    )
    for (const share of [0, 25, 50, 100]) {
      bar.draw(share, 100)
      now += 60
    }
    bar.clear()
    expect(drawn).toEqual([`\r${'░'.repeat(30)} 0 %`, `\r${'█'.repeat(15)}${'░'.repeat(15)} 50 %`, '\r\x1b[K'])
  })
  it('leaves no trace where nothing was drawn', () => {
    const drawn: string[] = []
    progressBar(
      (piece) => drawn.push(piece),
      () => 0,
    ).clear()
    expect(drawn).toEqual([])
  })
})

describe('replay --sql', () => {
  it('prints the SQL for the TTLs asked about, without reading the trace', async () => {
    const args = [
      'replay',
      'huge.jsonl',
      '--model',
      'llama-3.1-70b',
      '--accelerator',
      'h100-sxm',
      '--ttl',
      '5m',
      '--sql',
    ]
    const { code, out } = await servemath(args)
    expect(code).toBe(0)
    expect(out).toContain("read_json('huge.jsonl'")
    expect(out).toContain('(values (300))')
  })
  it('of a Mooncake file that is here', async () => {
    expect((await servemath(['replay', trace, '--params', paramsFile, '--sql'])).code).toBe(0)
    const zipped = join(folder, 'trace.jsonl.gz')
    writeFileSync(zipped, gzipSync(text))
    expect((await servemath(['replay', zipped, '--params', paramsFile, '--sql'])).code).toBe(0)
  })
  const bailian = { chat_id: 7, timestamp: 1.5, input_length: 16, output_length: 1, hash_ids: [1] }
  const session = { id: 's', block_size: 64, requests: [{ t: 0, in: 64, out: 1, hash_ids: [1] }] }
  it.each<[string, string, string]>([
    ['seconds', file('bailian.jsonl', JSON.stringify(bailian)), 'bailian.jsonl is a trace of bailian: the SQL reads'],
    ['a session', file('one.json', JSON.stringify(session)), 'one.json is a trace of kv-cache-tester: the SQL reads'],
    [
      'a session over several lines',
      file('lines.json', JSON.stringify(session, null, 2)),
      'lines.json is a trace of one JSON document',
    ],
    [
      'a compact session',
      file('compact.jsonl', '\n{"id":1,"block":64,"r":[[0,64,1,0,[[0,1]]]]}\n'),
      'compact.jsonl is a trace of compact',
    ],
    ['no trace', file('no.csv', 'TIMESTAMP,a\n1,2\n'), 'no.csv is a table of times and lengths'],
    ['nothing', file('empty.jsonl', '\n'), 'empty.jsonl is empty: expected JSON lines, one request each.'],
    ['a folder', folder, ' is a folder: expected one Mooncake file for the SQL.'],
    ['standard input', '-', 'The SQL names its file: expected the path of a trace, not standard input.'],
  ])('refuses %s, which it would not count right', async (_, path, message) => {
    expect(await refusal(path, '--params', paramsFile, '--sql')).toContain(message)
  })
})

describe('replay --lru', () => {
  it('by prefix unless told otherwise, and the answer says which', async () => {
    const asked = async (...flags: string[]): Promise<Replay> =>
      answer(trace, '--params', paramsFile, '--capacity', '500MB', ...flags)
    const [plain, prefix, block] = [await asked(), await asked('--lru', 'prefix'), await asked('--lru', 'block')]
    expect(plain).toEqual(prefix)
    expect(plain.capacity[0]?.lru).toBeCloseTo(5 / 11, 12)
    expect(block.capacity[0]?.lru).toBeCloseTo(2 / 11, 12)
    expect(plain.conventions.join(' ')).toContain('A prompt finds its blocks up to the first that is missing')
    expect(block.conventions.join(' ')).toContain('each for itself')
    expect(await refusal(trace, '--params', paramsFile, '--lru', 'prefx')).toContain('did you mean prefix?')
  })
})
