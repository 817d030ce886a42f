import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apiPriceIds, type PauseBorders, type SessionAnswer, type Strategy } from '../../src/lecture'
import { answer, servemath, text } from './program'

interface Both {
  readonly price: number
  readonly cost: number
}
interface Found {
  readonly list?: { readonly id: string; readonly asOf: string; readonly sources: readonly { readonly url: string }[] }
  readonly tariff: Readonly<Record<string, unknown>>
  readonly continuing?: readonly Strategy[]
  readonly borders?: PauseBorders
  readonly session?: SessionAnswer
  readonly operator?: Readonly<Record<'input' | 'writePremium' | 'longWritePremium' | 'hit', Both>> & {
    readonly session?: readonly (Both & { readonly strategy: string })[]
  }
  readonly notes?: readonly string[]
}

describe('prices of cache-price', () => {
  const multiples = { write: expect.closeTo(1.25, 12), read: expect.closeTo(0.1, 12) }
  it.each([
    'cache-price --write 1.25 --read 0.1',
    'cache-price --input 3 --write 3.75 --read 0.30',
    'cache-price --input 3USD/Mtok --write 3.75USD/Mtok --read 0.30USD/Mtok',
    'cache-price --input 3USD/Mtok --write 1.25 --read 0.1',
    'cache-price --input $3/Mtok --write 3.75USD/Mtok --read 10%',
    'cache-price claude-opus-5',
    'cache-price Anthropic/claude-opus-5',
  ])('%s is 1.25 and 0.1 of input', async (command) => {
    expect((await answer<Found>(command)).tariff).toMatchObject(multiples)
  })
  it('of a longer write and of storage are over input as well', async () => {
    const { tariff } = await answer<Found>(
      'cache-price --input 2 --write 2 --read 0.2 --long-write 4 --storage 3.6USD/(Mtok*h)',
    )
    expect(tariff).toMatchObject({ longWrite: expect.closeTo(2, 12), storage: expect.closeTo(0.0005, 12) })
  })
  it('of a list come with its date and every source', async () => {
    const { list } = await answer<Found>('cache-price claude-opus-5.5')
    expect(list).toMatchObject({ id: 'Anthropic/claude-opus-5.5', asOf: '2026-09-22' })
    const said = await text('cache-price claude-opus-5.5')
    expect(said).toContain('Anthropic/claude-opus-5.5, prices of 2026-09-22:')
    for (const { url } of list?.sources ?? []) expect(said).toContain(url)
  })
})

describe('a return that is not the last', () => {
  it('is asked for by --continues where prices are multiples, whose answer is else as it was', async () => {
    const command = 'cache-price --write 1.25 --read 0.1 --long-write 2 --pause 40m'
    const before = await answer<Found>(command)
    expect(Object.keys(before)).toEqual([
      ...['tariff', 'hitsToPayBack', 'wholeHits', 'breakEvenHitRate', 'longHitsToPayBack', 'pingsWorth'],
      'pauseStrategies',
    ])
    const { continuing, borders, ...rest } = await answer<Found>(`${command} --continues`)
    expect(rest).toEqual(before)
    expect(borders?.longerFrom).toBe(2400)
    expect(continuing?.[0]).toMatchObject({ strategy: 'write and ping', pings: 7 })
    expect(await text(command)).toContain('--continues asks of a session that goes on')
  })
  it('is in the answer wherever prices are real: pings to 60 minutes, 62.5 if they were divisible', async () => {
    const said = await text('cache-price --input 3 --write 3.75 --read 0.30')
    expect(said).toContain('11 pings beat writing again up to 60 min (62.5 min if they were divisible).')
    expect(said).toContain('6 pings beat sending again up to 35 min (37.5 min if they were divisible).')
  })
  it('is served by the hour tier from 40 minutes', async () => {
    const said = await text('cache-price claude-opus-5')
    expect(said).toContain('Above 40 min the longer cache costs less than pings, while it lives.')
  })
})

describe('a session', () => {
  const command = 'cache-price claude-opus-5 --turns 3 --prompt 1000 --grow 100 --pause 1m'
  it('is priced in money: 1,710 tokens of plain input at 5 USD per million', async () => {
    const { session } = await answer<Found>(command)
    expect(session?.strategies[0]).toMatchObject({ strategy: 'write once', price: expect.closeTo(1710, 6) })
    expect(await text(command)).toContain('3 turns 60 s apart, 3,300 tokens of prompts in all:')
    expect(await text(command)).toContain('$0.00855')
  })
  it('counts the request into a life that starts with it', async () => {
    const slow = await answer<Found>(`${command.replace('1m', '290s')} --request-time 20s`)
    expect(slow.session?.strategies.map(({ strategy }) => strategy)).toContain('write and ping')
    const fromEnd = await answer<Found>(`${command.replace('1m', '290s')} --request-time 20s --counted-from end`)
    expect(fromEnd.session?.strategies.map(({ strategy }) => strategy)).not.toContain('write and ping')
  })
  it('below the least that is cached is plain input, and says so', async () => {
    const { notes, session } = await answer<Found>('cache-price claude-opus-5 --turns 2 --prompt 400 --pause 1m')
    expect(notes?.[0]).toBe('Of a prompt of 400 tokens nothing is cached, as it takes 512: all of it is plain input.')
    expect(session?.strategies.every(({ price }) => price === 800)).toBe(true)
  })
})

describe('the operator beside it', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'cache-price-'))
    writeFileSync(join(folder, 'ours.json'), '{ "model": "llama-3.1-70b", "accelerator": "h100-sxm" }')
  })
  afterAll(() => rmSync(folder, { recursive: true }))
  it('is that of a deployment, from its file or from its flags', async () => {
    const asked = 'cache-price claude-opus-5 --turns 4 --prompt 4000 --pause 8m'
    const { operator } = await answer<Found>(`${asked} --deployment ${join(folder, 'ours.json')}`)
    expect(operator).toEqual((await answer<Found>(`${asked} --model llama-3.1-70b --accelerator h100-sxm`)).operator)
    expect(operator?.longWritePremium.price).toBeCloseTo(5e-6, 12)
    expect(operator?.longWritePremium.cost).toBeGreaterThan(operator?.writePremium.cost ?? 0)
    for (const { price, cost } of operator?.session ?? []) expect(cost).toBeLessThan(price)
  })
})

describe('the text', () => {
  it('of every price list fits 80 columns, addresses aside', async () => {
    for (const id of apiPriceIds()) {
      const { out } = await servemath(['cache-price', id])
      for (const line of out.split('\n').filter((each) => !each.includes('http'))) {
        expect(line.length, line).toBeLessThanOrEqual(80)
      }
    }
  })
  it.each([
    'cache-price claude-sonnet-5 --pause 40m',
    'cache-price gemini-3.8-flash --turns 3 --prompt 300000 --pause 1h --model llama-3.1-70b --accelerator h100-sxm --accept-context',
    'cache-price --input 3 --write 1.25 --read 0.1 --pause 40m',
  ])('of %s fits 80 columns, addresses aside', async (command) => {
    const lines = (await text(command)).split('\n').filter((line) => !line.includes('http'))
    for (const line of lines) expect(line.length, line).toBeLessThanOrEqual(80)
  })
  it('warns that a write cheaper than input was meant as a multiple', async () => {
    expect(await text('cache-price --input 3 --write 1.25 --read 0.1')).toContain(
      'A write at $1.25/Mtoken is cheaper than input at $3.00/Mtoken:',
    )
  })
})

describe('refusals', () => {
  it.each([
    ['claude-opuss-5', 'Unknown API price "claude-opuss-5": did you mean claude-opus-5'],
    ['claude-opus-5 --write 3', '"claude-opus-5" is one word too many beside --write'],
    ['claude-opus-5 gpt-6-sol', '"gpt-6-sol" is one word too many'],
    ['grok-4.7 --pause 5m', 'No lifetime of the cache of xAI/grok-4.7 is known: give the one to reckon with'],
    ['--write 1.25 --read 2', 'A hit at 2 of input is dearer than a write at 1.25: were the two swapped?'],
    ['--write -1 --read 0.1', 'write is -1: expected a number that is not negative.'],
    ['--input 0 --write 1 --read 0.1', '--input is 0: expected a price above 0.'],
    ['--input 3GB --write 1 --read 0.1', '--input cannot be "3GB"'],
    ['--write 3USD/Mtok --read 0.1', 'A price in money needs that of input beside it'],
    ['--input 1 --write 1 --read 0.1 --storage 3', '--storage is 3 without a unit'],
    ['--write 1 --read 0.1 --storage 3USD/(Mtok*h)', '--storage needs --input beside it'],
    ['claude-opus-5 --turns 3', '--turns needs --prompt'],
    ['claude-opus-5 --turns 3 --prompt 5000', '--turns needs --pause'],
    ['claude-opus-5 --turns 0 --prompt 5000 --pause 5m', 'turns is 0: expected a whole number, 1 or more.'],
    ['claude-opus-5 --grow 100', '--grow is of a session: give --turns'],
    ['claude-opus-5 --counted-from middle', 'Unknown value of --counted-from "middle"'],
  ])('cache-price %s: %s', async (words, says) => {
    const { code, out, err } = await servemath(['cache-price', ...words.split(' ')])
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(says)
  })
})
