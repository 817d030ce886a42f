// Is each everyday question answered by one command, which README lists, with the number that pencil and paper give?
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { answer } from './program'

// Llama 3.1 70B: all parameters, its table of words, which is as large as its head, and what a token keeps in bf16.
const [params, table, perToken] = [70_553_706_496, 128_256 * 8192, 2 * 80 * 8 * 128 * 2]
// H100: 81,559 MiB as its driver says, at $2.60/h; H200: 143,771 MiB.
const [memory, peak, bandwidth, rent] = [81_559 * 2 ** 20, 989.4e12, 3.35e12, 2.6 / 3600]
const free = 8 * memory - 2 * params
const cache = 32_768 * perToken
/** B that a step of so many sequences reads: matrices once, a row of the table for each token, every cache */
const stepBytes = (batch: number): number => 2 * (params - table) + batch * (2 * 8192 + cache)
/** FLOP of so many new tokens after others: matrices but table and head, the head once, attention */
const promptFlops = (fresh: number, kept = 0): number =>
  2 * (params - 2 * table) * fresh + 2 * table + 4 * 80 * 64 * 128 * (kept * fresh + fresh ** 2 / 2)

type Json = ReturnType<typeof JSON.parse>
const option = (name: string) => (json: Json) => json.perToken.find((one: Json) => one.option === name)
const waitOf = (name: string) => (json: Json) => option(name)(json).loadTime

const questions: readonly (readonly [command: string, picked: (json: Json) => unknown, value: unknown])[] = [
  ['fit llama-3.1-70b --accelerator 8xH100 --context 32768', ({ sequences }) => sequences, Math.floor(free / cache)],
  [
    'fit llama-3.1-70b --accelerator 8xH100 --users 100',
    ({ longestContext }) => longestContext,
    Math.floor(free / 100 / perToken),
  ],
  [
    'fit llama-3.1-70b --accelerator 8xH100 --kv-dtype fp8',
    ({ sequences }) => sequences,
    Math.floor((2 * free) / cache),
  ],
  ['fit llama-3.1-70b --accelerator 8xH100 --precision fp8', ({ weightsPerDevice }) => weightsPerDevice, params / 8],
  [
    'fit llama-3.1-70b --accelerator 8xH100 --keep-back 10%',
    ({ sequences }) => sequences,
    Math.floor((8 * 0.9 * memory - 2 * params) / cache),
  ],
  [
    'fit llama-3.1-405b --accelerator 8xH200 --context 131,072',
    ({ sequences }) => sequences,
    Math.floor((8 * 143_771 * 2 ** 20 - 2 * 405_853_388_800) / (131_072 * 2 * 126 * 8 * 128 * 2)),
  ],
  [
    'fit llama-3.1-70b --accelerator H100 --accelerator MI300X --devices 8',
    ({ compared }) => compared.map(({ sequences }: Json) => sequences),
    [50, 129],
  ],
  [
    'serve llama-3.1-70b --accelerator 8xH100 --batch 32 --ideal',
    ({ usdPerMillion }) => usdPerMillion.output,
    (1e6 * rent * stepBytes(32)) / bandwidth / 32,
  ],
  [
    'serve llama-3.1-70b --accelerator 8xH100 --batch 1 --ideal',
    ({ tokensPerSecondPerUser }) => tokensPerSecondPerUser,
    (8 * bandwidth) / stepBytes(1),
  ],
  [
    'serve llama-3.1-70b --accelerator 8xH100 --latency 20ms',
    ({ batch }) => batch,
    Math.floor((0.02 * 8 * bandwidth - 2 * (params - table)) / (cache + 2 * 8192)),
  ],
  [
    'serve llama-3.1-70b --accelerator 8xH100',
    ({ timeToFirstToken }) => timeToFirstToken,
    0.045 + promptFlops(32_768) / (8 * peak * 0.5),
  ],
  [
    'serve llama-3.1-70b --accelerator 8xH100 --hit-ratio 90%',
    ({ timeToFirstToken }) => timeToFirstToken,
    0.045 + promptFlops(3277, 29_491) / (8 * peak * 0.5),
  ],
  ['serve llama-3.1-70b --accelerator 8xH100 --apart network-400g', ({ moveTime }) => moveTime, cache / (8 * 50e9)],
  [
    'serve llama-3.1-70b --accelerator 8xH100 --batch 32',
    ({ usdPerMillion }) => usdPerMillion.input,
    (1e6 * rent * promptFlops(32_768)) / (peak * 0.5) / 32_768,
  ],
  ['place llama-3.1-70b --accelerator H100 --hold 5m', ({ best }) => best, 'ddr5-rdimm-server'],
  [
    'place llama-3.1-70b --accelerator H100 --hold 5m --set devicePrice=$1.89/h',
    (json) => option('hbm')(json).total,
    (perToken * 300 * (1.89 / 3600)) / memory,
  ],
  [
    'place llama-3.1-70b --accelerator 4xH100 --hold 5m --context 64Ki',
    waitOf('nvme-tlc-gen5'),
    (65_536 * perToken) / (8 * 14e9),
  ],
  [
    'place llama-3.1-70b --accelerator 4xH100 --hold 5m --context 64Ki --tiers rdma-pool-ddr5-rdimm',
    waitOf('rdma-pool-ddr5-rdimm'),
    (65_536 * perToken) / 50e9,
  ],
  [
    'place llama-3.1-70b --accelerator 4xH100 --hold 1h --context 64Ki',
    waitOf('remat'),
    0.045 + promptFlops(65_536) / (4 * peak * 0.5),
  ],
  [
    'solve rematCost --for mfu --target 0.20USD/Mtok --model llama-3.1-70b --accelerator H100',
    ({ roots }) => roots[0],
    (2 * params * rent) / (peak * 2e-7),
  ],
  [
    'solve rematCost --for devicePrice --target 0.10USD/Mtok --model llama-3.1-70b --accelerator H100',
    ({ roots }) => roots[0],
    (1e-7 * peak * 0.5) / (2 * params),
  ],
  ['kv llama-3.1-70b', ({ kv }) => kv.perToken, perToken],
  ['kv deepseek-v3', ({ kv }) => kv.perToken, (512 + 64) * 2 * 61],
  ['eval drainTime --set tierCapacity=7.68TB tierBandwidth=6.5GB/s', ({ value }) => value, 7680 / 6.5],
  ['eval machineBalance --accelerator H100', ({ value }) => value, peak / bandwidth],
  ['cache-price --write 1.25 --read 0.1', ({ hitsToPayBack }) => hitsToPayBack, 0.25 / 0.9],
]

describe('an everyday question', () => {
  it('is one of at least 25, each with its command in README, and nothing else is there', () => {
    const readme = readFileSync('README.md', 'utf8')
    const section = /## Everyday questions\n([\s\S]*?)\n## /.exec(readme)?.[1] ?? ''
    const listed = [...section.matchAll(/^npx servemath (.*)$/gm)].map(([, command]) => command?.replaceAll("'", ''))
    expect(listed).toEqual(questions.map(([command]) => command))
    expect(questions.length).toBeGreaterThanOrEqual(25)
  })
  it.each(questions)('servemath %s', async (command, picked, value) => {
    const found = picked(await answer(command))
    if (typeof value === 'number') expect((found as number) / value).toBeCloseTo(1, 6)
    else expect(found).toEqual(value)
  })
})
