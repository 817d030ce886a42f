import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerOf } from '../../src/web/desk/answer'
import { dropped } from '../../src/web/desk/dropped'
import { answerHtml, headlineHtml } from '../../src/web/desk/html'
import { deskHtml } from '../../src/web/desk/printed'
import { commandOf } from '../../src/web/desk/spelled'
import { type DeskState, fromLink, linkOf, stateIn, usual } from '../../src/web/desk/state'
import { answer } from '../cli/program'

const seed = 20261130
const asked = (more: object = {}, deployment: object = {}): DeskState => ({
  version: 1,
  deployment: { ...usual.deployment, ...deployment },
  asked: { ...usual.asked, ...more },
})

interface Placed {
  readonly best: string
  readonly cheapest: string
}

describe('the desk and the command line', () => {
  const states: readonly DeskState[] = [
    usual,
    asked({ context: '131072', hold: '1 h', deadline: '2 s' }),
    asked({ hold: '20 ms' }, { model: 'mistral-7b-v0.1', accelerator: 'a100-80gb-sxm' }),
    asked({}, { devices: 8, precision: { kv: 'fp8' }, layout: { tensorParallel: 8 } }),
  ]

  it.each(states)('give one answer to one question: %j', async (state) => {
    const { placement } = answerOf(state)
    const command = commandOf(state)
      .replace(/^npx servemath /, '')
      .replace(/'(\d+) (\w+)'/g, '$1$2')
    const { best, cheapest } = await answer<Placed>(command)
    expect([placement.best, placement.cheapest]).toEqual([best, cheapest])
  })

  it('a deployment that flags cannot say goes into a file', () => {
    const own = asked({}, { accelerator: { like: 'h100-sxm', devicePrice: '$1.89/h' } })
    expect(commandOf(own)).toBe("npx servemath place --deployment desk.json --context 32768 --hold '5 min'")
  })
})

describe('the answer', () => {
  it('is of the whole conversation, and its parts add up', () => {
    const { rows, context, placement } = answerOf(usual)
    rows.forEach(({ hold, retrieve, write, total }, i) => {
      expect((hold + retrieve + write) / total).toBeCloseTo(1, 12)
      expect(total).toBe(context * (placement.perToken[i]?.total ?? 0))
    })
  })

  it('says what to do, how many such conversations fit, and on what it rests', () => {
    const found = answerOf(usual)
    expect(headlineHtml(found)).toContain('<strong>Keep it in DDR5</strong>, back after 41.9 ms.')
    const html = answerHtml(found, usual)
    expect(html).toContain('room for <strong>18</strong> such conversations of 32,768 tokens')
    expect(html).not.toMatch(/NaN|undefined|Infinity/)
  })

  it('takes 32k and 32Ki for what the command line takes them for, and refuses what is no number of tokens', () => {
    expect(['32k', '32Ki'].map((context) => answerOf(asked({ context })).context)).toEqual([32_000, 32_768])
    expect(() => answerOf(asked({ context: '1.5' }))).toThrow(
      'The conversation has 1.5 tokens: expected a whole number',
    )
    expect(() => answerOf(asked({ hold: 'soon' }))).toThrow('The pause cannot be "soon"')
    expect(() => answerOf(asked({ hold: '-1 s' }))).toThrow('The pause is -1 s: expected a time from 0 on.')
  })

  it('is printed with the site on one line, whose script comes later', () => {
    expect(deskHtml('/live/desk.js')).toMatch(/^<section class="desk" data-desk="\/live\/desk\.js"[^\n]*<\/section>$/)
  })
})

describe('a desk that travels', () => {
  it(`comes back from its link as it was (seed ${seed})`, () => {
    const states = fc.record({
      context: fc.string({ maxLength: 40 }),
      hold: fc.string({ maxLength: 40 }),
      note: fc.string(),
    })
    fc.assert(
      fc.property(states, ({ context, hold, note }) => {
        const state = asked({ context, hold }, { asOf: note })
        expect(fromLink(linkOf(state) as string)).toEqual(state)
      }),
      { seed },
    )
  })

  it('is no link of the desk, a cut one, one too long, or one of another version', () => {
    expect(fromLink('#with:holdTime=3')).toBeUndefined()
    expect(() => fromLink('#desk=abc%%')).toThrow('This link is damaged: it was cut, or is of another kind.')
    expect(() => fromLink(`#desk=${'A'.repeat(60_000)}`)).toThrow('This link is too long')
    expect(linkOf(asked({}, { asOf: 'x'.repeat(60_000) }))).toBeUndefined()
    expect(() => stateIn('{"version": 0, "deployment": {"model": "x"}}')).toThrow(
      'This desk is of version 0: expected 1.',
    )
  })

  it('takes a config, a deployment or a desk that is dropped, and says what all else looks like', () => {
    const config = { model_type: 'llama', hidden_size: 64 }
    expect(dropped(JSON.stringify(config), usual).deployment.model).toEqual(config)
    expect(dropped('{"model": "qwen3-8b", "accelerator": "mi300x"}', usual).deployment.model).toBe('qwen3-8b')
    expect(dropped(JSON.stringify(asked({ hold: '1 h' })), usual).asked.hold).toBe('1 h')
    const refusals: readonly (readonly [string, string])[] = [
      ['GGUF\u0003', 'That is a GGUF, weights and all'],
      ['{"timestamp": 0, "hash_ids": [1]}\n{"timestamp": 1, "hash_ids": [1]}', 'That is a trace of requests'],
      ['<!doctype html>', 'That is a web page, not a config.json'],
      ['{"model_type": "lla', 'That is not JSON: paste the whole config.json.'],
      ['[1]', 'That is no config.json: expected one JSON object.'],
    ]
    for (const [text, sentence] of refusals) expect(() => dropped(text, usual)).toThrow(sentence)
  })
})
