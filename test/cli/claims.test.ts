import { describe, expect, it } from 'vitest'
import { claimIds } from '../../src/lecture'
import { answer, servemath, text } from './program'

describe('servemath claims', () => {
  it('prints every claim with its verdict, and nothing but plain records as JSON', async () => {
    const all = await answer<Record<string, unknown>[]>('claims')
    expect(all.map(({ id }) => id)).toEqual(claimIds())
    const keys = ['id', 'chapter', 'said', 'value', 'computed', 'unit', 'verdict', 'tolerance', 'notebook', 'note']
    for (const each of all) for (const key of keys) expect(each).toHaveProperty(key)
    expect(await text('claims')).toMatch(/53 claims: \d+ agrees, \d+ depends, \d+ disagrees/)
  })
  it('prints one with its proof, readings and place in the video', async () => {
    const one = await answer<{ proof: { verdict: string } }>('claims pipeline-kv-cancels')
    expect(one.proof.verdict).toBe('proved')
    const said = await text('claims kv-1667-bytes')
    expect(said).toContain('kv-1667-bytes: depends')
    expect(said).toContain('https://youtu.be/xmkSf5IS-zw?t=5582')
    expect(said).toContain('833 B/token')
    expect(said).toContain('"1667. Almost two kilobytes" (Dwarkesh Patel, 01:38)')
  })
  it('refuses an unknown id with the nearest', async () => {
    const { code, out, err } = await servemath(['claims', 'drain'])
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/Unknown claim "drain": did you mean .*drain-ladder/)
  })
})

describe('servemath cache-price', () => {
  it('1.25 and 0.1: 0.28 hits pay the write back', async () => {
    const found = await answer<{ hitsToPayBack: number; wholeHits: number }>('cache-price --write 1.25 --read 0.1')
    expect(found.hitsToPayBack).toBeCloseTo(0.25 / 0.9, 12)
    expect(found.wholeHits).toBe(1)
  })
  it('with hits, a longer cache and a pause: mean price, pings and strategies', async () => {
    const found = await answer<{ meanPrice: number; pingsWorth: number; pauseStrategies: { strategy: string }[] }>(
      'cache-price --write 1.25 --read 0.1 --hits 3 --long-write 2 --pause 1h',
    )
    expect(found.meanPrice).toBeCloseTo(0.3875, 12)
    expect(found.pingsWorth).toBeCloseTo(7.5, 12)
    expect(found.pauseStrategies).toHaveLength(4)
  })
  it('puts what the operator pays beside it, when it knows price, model and machine', async () => {
    const command = 'cache-price --write 1.25 --read 0.1 --input 5USD/Mtok --model llama-3.1-70b --accelerator h100-sxm'
    const { operator } = await answer<{ operator: { input: { price: number; cost: number } } }>(command)
    expect(operator.input.price).toBeCloseTo(5e-6, 12)
    expect(operator.input.cost).toBeLessThan(operator.input.price)
    expect(await text(command)).toContain('operator pays')
  })
  it.each([
    ['cache-price --write 1.25', '--read is missing'],
    ['cache-price --read 0.1', '--write is missing'],
    ['cache-price --write 1.25 --read 0.1 --pause 5GB', 'pause'],
    ['cache-price --write 1.25 --read 0.1 --model llama-3.1-70b', 'needs --input, --model and --accelerator together'],
    ['cache-price --write 1.25 --read 0.1 more', '"more" is one word too many'],
  ])('%s is refused: %s', async (command, says) => {
    const { code, out, err } = await servemath(command.split(' '))
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(says)
  })
})
