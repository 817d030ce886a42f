// How fast is a replay, and in how much memory? Beside plain C where there is a compiler; on a published trace where it is here.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { capacityPoints, type Prices, pricesOf, replay, reuseOf, ttlCurve } from '../../src/placement/replay'
import { stackDepths } from '../../src/placement/replay/stackDistance'
import { mooncakeLines, syntheticRequests, type Trace } from '../../src/placement/trace'
import { readTraceFile } from '../../src/placement/trace/file/read'
import { median, type Row } from './report'

const published = '../shared/traces/mooncake_conversation_trace.jsonl'
const copies = 20
const year = 31_557_600
const setting = {
  // Nothing is known of the model's layers, so nothing of their attention.
  attention: 'leave-out' as const,
  model: { bytesPerToken: 327_680, activeParams: 70_553_706_496, totalParams: 70_553_706_496, bytesPerParam: 2 },
  accelerator: { flops: 989e12, memoryCapacity: 80e9, devicePrice: 2.5 / 3600 },
  devices: 8,
  tiers: [
    { id: 'ddr', tierCapacity: 2e12, tierBandwidth: 300e9, purchasePrice: 10_000, lifetime: 4 * year },
    { id: 'nvme', tierCapacity: 30e12, tierBandwidth: 50e9, purchasePrice: 3000, lifetime: 5 * year },
    { id: 'hdd', tierCapacity: 24e12, tierBandwidth: 250e6, purchasePrice: 360, lifetime: 5 * year },
  ],
}

export async function replayRows(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'servemath-bench-'))
  try {
    const one = existsSync(published) ? published : join(folder, 'one.jsonl')
    if (one !== published) writeFileSync(one, mooncakeLines(syntheticRequests({ chats: 6000 })).join('\n'))
    const many = join(folder, 'many.jsonl')
    writeFileSync(many, repeated(readFileSync(one, 'utf8')))
    const prices = pricesOf(setting)
    const answer = await answerRow(one, prices)
    const trace = await readTraceFile(one)
    return [
      answer,
      curveRow(trace, prices),
      ...stackRows(await readTraceFile(many), folder),
      ...(await sampleRows(one, trace, prices)),
      ...memoryRows(one, many, trace.totals.accesses),
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The trace again and again, each time with other blocks and later. */
function repeated(text: string): string {
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const blocks = lines.reduce(
    (most, { hash_ids }) => hash_ids.reduce((a: number, b: number) => Math.max(a, b + 1), most),
    0,
  )
  const time = (lines.at(-1)?.timestamp ?? 0) + 1000
  return Array.from({ length: copies }, (_, copy) =>
    lines
      .map((line) => ({
        ...line,
        timestamp: line.timestamp + copy * time,
        hash_ids: line.hash_ids.map((id: number) => id + copy * blocks),
      }))
      .map((line) => JSON.stringify(line))
      .join('\n'),
  ).join('\n')
}

// CPU time, since the machine may be busy with other things.
function cpuSeconds(run: () => unknown): number {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

async function answerRow(path: string, prices: Prices): Promise<Row> {
  const [started, before] = [performance.now(), process.cpuUsage()]
  replay(await readTraceFile(path), prices)
  const { user, system } = process.cpuUsage(before)
  return {
    what: 'a trace of an hour, from file to every answer, cold',
    figure: `${((user + system) / 1e6).toFixed(2)} s of CPU, ${((performance.now() - started) / 1000).toFixed(2)} s`,
    against: '',
    goal: 'under 0.5 s',
  }
}

function curveRow(trace: Trace, prices: Prices): Row {
  const reuse = reuseOf(trace)
  const ttls = Float64Array.from({ length: 1000 }, (_, i) => 1.01 ** i - 1)
  const ms =
    1000 * median(9, () => cpuSeconds(() => prices.tiers.map(({ tier }) => ttlCurve(reuse, prices, tier, ttls))))
  return { what: '1000 TTLs in 4 tiers', figure: `${ms.toFixed(2)} ms`, against: '', goal: 'under 5 ms' }
}

function stackRows(trace: Trace, folder: string): Row[] {
  const accesses = trace.block.length
  const seconds = Math.min(...Array.from({ length: 5 }, () => cpuSeconds(() => stackDepths(trace))))
  const rate = (time: number): string => `${(accesses / time / 1e6).toFixed(1)} M accesses/s`
  const rival = inC(trace, folder)
  const against = (time: number | undefined): string =>
    time === undefined ? 'no C compiler here' : `${(seconds / time).toFixed(2)}x C at ${rate(time)}`
  const what = `prefix LRU at every size, ${(accesses / 1e6).toFixed(1)} M accesses`
  const byBlock = Math.min(...Array.from({ length: 5 }, () => cpuSeconds(() => stackDepths(trace, 'block'))))
  return [
    {
      what: `block LRU at every size, ${(accesses / 1e6).toFixed(1)} M accesses`,
      figure: rate(byBlock),
      against: `${(byBlock / seconds).toFixed(2)}x prefix LRU`,
      goal: 'at least 10 M/s',
    },
    {
      what: `${what}, against a Fenwick tree in C -O2`,
      figure: rate(seconds),
      against: against(rival?.byAccesses),
      goal: 'at least 10 M/s',
    },
    {
      what: `${what}, against the same pass in C -O2`,
      figure: rate(seconds),
      against: against(rival?.byWords),
      goal: 'at most 2x',
    },
  ]
}

function inC(trace: Trace, folder: string): { byWords: number; byAccesses: number } | undefined {
  const program = join(folder, 'stack')
  if (spawnSync('cc', ['-O2', '-o', program, 'test/bench/stack.c'], { stdio: 'ignore' }).status !== 0) return undefined
  const [blocks, requests] = [join(folder, 'blocks'), join(folder, 'requests')]
  writeFileSync(blocks, trace.block)
  writeFileSync(requests, trace.request)
  const sizes = [trace.block.length, trace.uniqueBlocks].map(String)
  const said = execFileSync(program, [blocks, requests, ...sizes]).toString()
  const [byWords = 0, byAccesses = 0] = said.split(' ').map((ns) => Number(ns) / 1e9)
  return { byWords, byAccesses }
}

const sizes = [0.5e12, 1e12, 2e12, 4e12, 16e12]

async function sampleRows(path: string, trace: Trace, prices: Prices): Promise<Row[]> {
  const exact = capacityPoints(trace, prices.bytesPerToken, sizes)
  const errors: number[] = []
  for (let seed = 1; seed <= 10; seed++) {
    const sample = await readTraceFile(path, { sample: 0.01, seed })
    capacityPoints(sample, prices.bytesPerToken, sizes).forEach(({ lru }, i) => {
      errors.push(Math.abs(lru - (exact[i]?.lru ?? 0)))
    })
  }
  const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length
  return [
    {
      what: 'LRU hit ratio from 1 block in 100, mean error over 10 seeds and 5 sizes',
      figure: mean.toFixed(4),
      against: `largest ${Math.max(...errors).toFixed(4)}`,
      goal: 'within 0.02',
    },
  ]
}

function memoryRows(one: string, many: string, accesses: number): Row[] {
  const [small, large] = [peakBytes(one), peakBytes(many)]
  const [smallSample, largeSample] = [peakBytes(one, '--sample', '0.01'), peakBytes(many, '--sample', '0.01')]
  const perAccess = (large - small) / ((copies - 1) * accesses)
  const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`
  return [
    {
      what: 'memory of an exact replay, per access',
      figure: `${perAccess.toFixed(1)} B`,
      against: `${megabytes(small)} to ${megabytes(large)}`,
      goal: 'at most 64 B',
    },
    {
      what: `memory of a sampled replay, ${copies} times the trace`,
      figure: megabytes(largeSample),
      against: `${megabytes(smallSample)} for one`,
      goal: 'constant; reached: at most a million accesses are kept',
    },
  ]
}

/** Peak resident memory of a fresh process. */
function peakBytes(path: string, ...flags: string[]): number {
  const report = 'data:text/javascript,process.on("exit",()=>console.error(process.resourceUsage().maxRSS))'
  const args = [
    '--import',
    report,
    'dist/cli.js',
    'replay',
    path,
    '--model',
    'llama-3.1-70b',
    '--accelerator',
    'h100-sxm',
    '--json',
    ...flags,
  ]
  const { status, stderr } = spawnSync('node', args, { maxBuffer: 1e9 })
  if (status !== 0) throw new Error(stderr.toString())
  return Number(stderr.toString().trim().split('\n').at(-1)) * 1024
}
