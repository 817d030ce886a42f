import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { accelerator } from '../../src/catalog'
import { unplacedFor } from '../../src/deployment'
import { bytesAt, readConfig, workAt } from '../../src/model'
import { type Placement, place } from '../../src/placement'
import { dense, folderWith, mixed, windowed } from './configs'
import { answer, servemath, text } from './program'

interface Answer extends Omit<Placement, 'inputs' | 'kind' | 'lines'> {
  readonly model: string
  readonly accelerator: string
  readonly inputs: Readonly<Record<string, { value: number; unit: string; source?: string; asOf?: string }>>
  readonly unplaced: readonly { option: string; because: string }[]
}

const folder = folderWith({ 'dense.json': dense, 'mixed.json': mixed, 'windowed.json': windowed })
afterAll(() => rmSync(folder, { recursive: true }))

const asked = 'place llama-3.1-70b --accelerator h100-sxm --hold 5m'
const library = (more: object = {}): Placement =>
  place({ model: 'llama-3.1-70b', accelerator: 'h100-sxm', holdTime: 300, ...more })

describe('servemath place --json', () => {
  it('is the placement of the library, at stall 0, on the fewest devices with room for four conversations', async () => {
    const { perToken, best, envelope, crossovers, holdTime, inputs } = await answer<Answer>(asked)
    const { perToken: costs, best: winner, envelope: race, crossovers: meetings } = library()
    expect({ perToken, best, envelope, crossovers }).toEqual({
      perToken: costs,
      best: winner,
      envelope: race,
      crossovers: meetings,
    })
    expect(holdTime).toBe(300)
    expect(inputs.devices).toMatchObject({ value: 4, unit: '1' })
    expect(inputs.stall?.value).toBe(0)
  })
  it('names model and accelerator, and gives every number a unit and a source, catalogue facts a date', async () => {
    const { model: name, accelerator: machine, inputs } = await answer<Answer>(`${asked} --set mfu=0.4`)
    expect([name, machine]).toEqual(['llama-3.1-70b', 'h100-sxm'])
    const { facts } = accelerator('h100-sxm')
    expect(inputs.devicePrice).toMatchObject({
      value: facts.devicePrice?.value,
      unit: 'USD/s',
      source: facts.devicePrice?.source.title,
      asOf: facts.devicePrice?.period,
    })
    expect(inputs.activeParams?.source).toContain('config.json')
    expect(inputs.mfu).toEqual({ value: 0.4, unit: '1', source: 'given' })
    expect(inputs.holdTime).toEqual({ value: 300, unit: 's', source: 'given' })
    expect(inputs.reuses?.source).toBe('default')
    for (const { unit, source } of Object.values(inputs)) expect([unit, source]).not.toContain(undefined)
  })
  it('lists the tiers it did not place, each with the reason', async () => {
    expect((await answer<Answer>(asked)).unplaced).toEqual(unplacedFor('h100-sxm', { devices: 4 }))
  })
  it('takes prices by date and basis', async () => {
    const ddr = async (more: string) =>
      (await answer<Answer>(`${asked} ${more}`)).perToken.find(({ option }) => option === 'ddr5-rdimm-server')?.hold ??
      0
    expect(await ddr('--as-of 2025-Q4')).toBeLessThan(await ddr(''))
    expect(await ddr('--basis owned')).toBeGreaterThan(await ddr('--basis component'))
  })
  it('one value set for a number each tier has of its own stands for all of them', async () => {
    const hold = async (more: string) =>
      (await answer<Answer>(`${asked} ${more}`)).perToken.find(({ option }) => option === 'hdd-hamr')?.hold
    expect((await hold('--set lifetime=1y')) ?? 0).toBeCloseTo(5 * ((await hold('')) ?? 0), 15)
  })
  it('prices HBM after the weights, or as a part, when asked', async () => {
    const hbm = async (more: string) => (await answer<Answer>(`${asked} ${more}`)).perToken[0]
    const [all, after, part] = [await hbm(''), await hbm('--memory after-weights'), await hbm('--memory component')]
    expect(after?.hold).toBeGreaterThan(all?.hold ?? 0)
    expect(part?.hold).toBeLessThan(all?.hold ?? 0)
    expect(part?.basis).toBe('component')
  })
  it('writing is free with --no-writes', async () => {
    const { perToken } = await answer<Answer>(`${asked} --no-writes`)
    expect(perToken.every(({ write }) => write === 0)).toBe(true)
  })
})

describe('options beside whole caches', () => {
  const day = 'place llama-3.1-70b --accelerator h100-sxm --hold 1d'
  const placed = (more: object): Placement => library({ holdTime: 86_400, ...more })
  it('are those of the library: --parallel, --compress once or more, --hit-share', async () => {
    const compress = { fp8: { ratio: 2 }, cachegen: { ratio: 3.5, decodeTime: 2e-6 } }
    const both = await answer<Answer>(`${day} --parallel --compress fp8=2 --compress cachegen=3.5:2us`)
    const { perToken, best, notes } = placed({ parallel: true, compress })
    expect([both.perToken, both.best]).toEqual([perToken, best])
    expect(both.notes).toEqual(
      expect.arrayContaining([...notes.filter((note) => /\+remat|In (fp8|cachegen)/.test(note))]),
    )
    expect(both).toMatchObject({ parallel: true, compress })
    const partial = await answer<Answer>(`${day} --hit-share 0.7`)
    expect(partial.perToken).toEqual(placed({ hitShare: 0.7 }).perToken)
    expect(partial.inputs.hitShare).toEqual({ value: 0.7, unit: '1', source: 'given' })
  })
  it('--set hitShare says the same as its flag', async () => {
    const [flag, set] = await Promise.all(
      ['--hit-share 0.7', '--set hitShare=0.7'].map((more) => answer<Answer>(`${day} ${more}`)),
    )
    expect(set?.perToken).toEqual(flag?.perToken)
  })
  it('are named in words, with what is kept and what is computed', async () => {
    const said = await text(`${day} --parallel --compress fp8=2 --tiers hdd-hamr`)
    expect(said).toMatch(/hdd-hamr\/fp8 .*\n +hdd-hamr\+remat /)
    expect(said).toContain(
      'With +remat devices compute the front of a context, and are paid for it, while the back loads.',
    )
    expect(said).toContain('In fp8 a cache has 2 times fewer bytes and is unpacked for nothing')
    const slow = await text(`${day} --parallel --tiers hdd-hamr --no-writes --ratings off --deadline 2s`)
    expect(slow.split('\n')[0]).toMatch(/: keep its back in disk, compute its front\b/)
    expect(await text(`${day} --hit-share 70%`)).toContain('Of a kept prefix 70 % still matches')
  })
})

describe('a context', () => {
  it('brings attention, load times and the deadline', async () => {
    const placed = await answer<Answer>(`${asked} --context 32768 --deadline 2s`)
    expect(placed.perToken).toEqual(library({ context: 32_768, deadline: 2 }).perToken)
    expect(placed.limit).toEqual({ seconds: 2, rule: 'deadline' })
    expect(placed.perToken.filter(({ inTime }) => !inTime).map(({ option }) => option)).toEqual(['hdd-hamr', 'remat'])
  })
  it('is 32,768 tokens where none is given, or all the model was made for', async () => {
    const { inputs, notes } = await answer<Answer>(asked)
    expect(inputs.context).toMatchObject({ value: 32_768, source: 'default' })
    expect(notes).toContain('The conversation has 32,768 tokens, since no context was given.')
    const short = await answer<Answer>('place llama-2-7b --accelerator h100-sxm --hold 1h')
    expect(short.inputs.context).toMatchObject({ value: 4096, source: "the model's longest context" })
  })
  it('makes a remat of a prompt dearer than its mean token: the head works for the last token alone', async () => {
    const { inputs } = await answer<Answer>(
      `place ${folder}/dense.json --accelerator h100-sxm --hold 1h --context 1000`,
    )
    const work = workAt(readConfig(dense), { context: 0, newTokens: 1000 })
    expect(inputs.prefillFlops?.value).toBe(work.tokenFlops)
    expect(inputs.bytesPerToken?.value).toBe(2048)
  })
  it('shares windows among the tokens, and takes the exact mean of the arithmetic', async () => {
    const { inputs, notes } = await answer<Answer>(
      `place ${folder}/mixed.json --accelerator h100-sxm --hold 1h --context 1000`,
    )
    expect(inputs.bytesPerToken?.value).toBe(bytesAt(readConfig(mixed), 1000) / 1000)
    expect(inputs.prefillFlops?.source).toMatch(/^derived from .*: mean over a prompt of 1000 tokens$/)
    expect(notes.filter((note) => /^bytesPerToken is /.test(note)).length).toBe(1)
  })
  it('what was set of the model wins over what is exact', async () => {
    const { inputs } = await answer<Answer>(
      `place ${folder}/mixed.json --accelerator h100-sxm --hold 1h --context 1000 --set bytesPerToken=5 prefillFlops=7`,
    )
    expect([inputs.bytesPerToken, inputs.prefillFlops].map((known) => [known?.value, known?.source])).toEqual([
      [5, 'given'],
      [7, 'given'],
    ])
  })
  it('an arithmetic of the reader is kept, and the note says what it leaves out', async () => {
    const { inputs, notes } = await answer<Answer>(
      `place ${folder}/mixed.json --accelerator h100-sxm --hold 1h --context 1000 --set layers=3`,
    )
    expect(inputs.prefillFlops).toBeUndefined()
    expect(notes).toContain('The arithmetic follows from what was set, as if every layer attended to all tokens.')
  })
  it('lets a model that keeps only windows be placed', async () => {
    const { inputs } = await answer<Answer>(
      `place ${folder}/windowed.json --accelerator h100-sxm --hold 1h --context 1000`,
    )
    expect(inputs.bytesPerToken?.value).toBe(409.6)
  })
})

describe('servemath place in words', () => {
  it('gives the answer first, at both ends of the stall, and the cheapest at any wait beside it', async () => {
    const question = { model: 'mistral-7b-v0.1', holdTime: 0.1 }
    const [hidden, stalled] = [library(question), library({ ...question, stall: 1 })]
    expect([hidden.best, stalled.best]).toEqual(['ddr5-rdimm-server', 'hbm'])
    const [first, second] = (await text('place mistral-7b-v0.1 --accelerator h100-sxm --hold 100ms')).split('\n')
    expect(first).toBe(
      'mistral-7b-v0.1 on 1 x h100-sxm, quiet for 100 ms: wait in DDR5 if loads are hidden, wait in HBM if devices wait for them.',
    )
    expect(second).toMatch(
      /^No slower than rematerializing, .+ s with the time of a request\. The cheapest at any wait: DDR5, after .+; if devices wait, HBM, after 0 s\.$/,
    )
  })
  it('shows costs, winners, numbers with sources, the rental quote and its rule, tiers, what is not placed, notes', async () => {
    const said = await text(`${asked} --sources`)
    for (const words of [
      'USD per million tokens',
      'loads hidden (stall 0)',
      'devices wait (stall 1)',
      'Numbers used (~ of low confidence)',
      'Rental price',
      'Rule: The newest quote',
      'Tiers',
      'Not placed',
      'cxl-cz120 has no price',
      'HBM is priced by the rent of whole devices',
    ]) {
      expect(said).toContain(words)
    }
    expect(said).not.toContain('Loads are hidden: no device waits')
    expect(said).toMatch(/nvme-qlc +component +~\$/)
  })
  it('shows one end only where a stall was set', async () => {
    const said = await text(`${asked} --set stall=0.5`)
    expect(said).not.toContain('devices wait')
    expect(said).toContain("Loads stall 0.5 of the devices' time while they last.")
  })
  it('says why the stalled end is missing where a service has no bandwidth', async () => {
    expect(await text(`${asked} --basis rented`)).toContain(
      'Waiting devices (stall 1) are not shown: aws-s3-standard has no',
    )
  })
})

describe('servemath place --svg', () => {
  const strip = async (): Promise<string> => {
    const file = join(folder, 'strip.svg')
    const { code } = await servemath([...asked.split(' '), '--svg', file])
    expect(code).toBe(0)
    return readFileSync(file, 'utf8')
  }
  it('draws two strips with a title, a description and every interval of both races', async () => {
    const svg = await strip()
    expect(svg).toMatch(
      /^<svg [^>]*role="img"[^>]*><title id="title">Cheapest place to wait in time: llama-3.1-70b on 4 x h100-sxm<\/title>\n<desc /,
    )
    const bands = svg.match(/<title>[^<]*<\/title><\/rect>/g) ?? []
    expect(bands.length).toBe(library().envelope.length + library({ stall: 1 }).envelope.length)
    expect(svg).toContain('loads hidden')
    expect(svg).toContain('devices wait')
  })
  it('every band lies on the axis, side by side, whole', async () => {
    const boxes = [...(await strip()).matchAll(/<rect x="([\d.]+)" y="(\d+)" width="([\d.]+)"/g)].map((m) =>
      m.slice(1).map(Number),
    )
    for (const y of new Set(boxes.map((box) => box[1]))) {
      const row = boxes.filter((box) => box[1] === y)
      row.reduce((end, [x = 0, , width = 0]) => {
        expect(x).toBeCloseTo(end, 0)
        return x + width
      }, row[0]?.[0] ?? 0)
      expect((row.at(-1)?.[0] ?? 0) + (row.at(-1)?.[2] ?? 0)).toBeCloseTo(736, 0)
    }
  })
  it('escapes what a file calls itself', async () => {
    const odd = folderWith({ 'c.json': { ...dense, _name_or_path: '<script>"&' } })
    const file = join(odd, 'strip.svg')
    await servemath(['place', join(odd, 'c.json'), '--accelerator', 'h100-sxm', '--hold', '5m', '--svg', file])
    expect(readFileSync(file, 'utf8')).toContain('&lt;script&gt;&quot;&amp;')
    rmSync(odd, { recursive: true })
  })
  it('writes nothing when the question is refused', async () => {
    const file = join(folder, 'none.svg')
    const { code, out } = await servemath([...asked.split(' '), '--svg', file, '--set', 'mfu=2'])
    expect([code, out, existsSync(file)]).toEqual([2, '', false])
  })
})
