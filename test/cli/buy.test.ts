import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { jsonl } from '../trace/traces'
import { answer, servemath, text } from './program'

const folder = mkdtempSync(join(tmpdir(), 'servemath-buy-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

// A hundred conversations, each back after a minute or five.
const trace = file(
  'trace.jsonl',
  jsonl(
    Array.from({ length: 100 }, (_, i) => i)
      .flatMap((i) => [
        { second: 2 * i, i },
        { second: 2 * i + (i % 2 === 0 ? 60 : 300), i },
      ])
      .sort((a, b) => a.second - b.second)
      .map(({ second, i }) => ({
        timestamp: 1000 * second,
        input_length: 64 * 512,
        output_length: 1,
        hash_ids: Array.from({ length: 64 }, (_, block) => 64 * i + block),
      })),
  ),
)
const served = '--model llama-3.1-70b --accelerator h100-sxm --devices 8'

interface Bought {
  readonly tiers: readonly { readonly tier: string; readonly count?: number; readonly share: number }[]
  readonly cost: { readonly parts: number; readonly charges: number; readonly remat: number; readonly total: number }
  readonly bound: number
  readonly shares: Record<string, number[]>
  readonly ages: readonly number[]
  readonly fullest: readonly { readonly tier: string; readonly space: number; readonly reads: number }[]
}

describe('servemath buy', () => {
  it('says what to buy for a trace, and --json the same with the shares of every age', async () => {
    const found = await answer<Bought>(`buy ${trace} ${served}`)
    const said = await text(`buy ${trace} ${served}`)
    for (const { tier, count = 0 } of found.tiers) if (count > 0) expect(said).toContain(`${count} x ${tier}`)
    expect(found.cost.parts + found.cost.charges + found.cost.remat).toBeCloseTo(found.cost.total, 15)
    expect(found.bound).toBeLessThanOrEqual(found.cost.total)
    expect(Object.values(found.shares).every((own) => own.length === found.ages.length)).toBe(true)
    expect(found.fullest.every(({ space, reads }) => space <= 1 && reads <= 1)).toBe(true)
  })

  it('what it draws up keeps to 80 columns, but for the first line and the conventions', async () => {
    const lines = (await text(`buy ${trace} ${served}`)).split('\n')
    const tables = lines.slice(1, lines.indexOf('Conventions'))
    expect(tables.filter((line) => [...line].length > 80)).toEqual([])
  })

  it('--svg draws room and reads against what was bought', async () => {
    const svg = join(folder, 'full.svg')
    await text(`buy ${trace} ${served} --svg ${svg}`)
    expect(readFileSync(svg, 'utf8')).toMatch(/^<svg [^>]*role="img"[\s\S]*: room, at most [\d.]+ % full/)
  })

  it('steady traffic needs no trace, and is a number of pauses a second', async () => {
    const said = await text(`buy --arrivals 2/s --returns exp:3m ${served}`)
    expect(said).toContain('8 x h100-sxm, 2 pauses a second: buy')
    expect(said).toContain('Everyone returns: no cache is ever written for the first time.')
  })

  it('refuses what cannot be asked, each with what is wrong', async () => {
    const refusals: readonly (readonly [string, string])[] = [
      [`buy ${served}`, 'a trace, or --arrivals with --returns'],
      [`buy --arrivals 2/s ${served}`, 'Traffic without a trace needs --arrivals and --returns'],
      [`buy ${trace} --arrivals 2/s --returns exp:1m ${served}`, 'A trace says who arrives and returns: leave out'],
      [`buy --arrivals 0/s --returns exp:1m ${served}`, 'The arrivals are 0: nothing arrives'],
      [`buy ${trace} ${served} --keep 0s`, '--keep is 0s: expected a time longer than that.'],
      [`buy ${trace} ${served} --gap 100%`, '--gap is 100%: expected a share from 0 to below 1, such as 1%.'],
      [`buy ${trace} ${served} --at-most ddr5=1`, 'Unknown tier "ddr5"'],
      [`buy ${trace} ${served} --tokens half`, 'Unknown value of --tokens "half"'],
      [`buy ${trace} --model llama-3.1-70b`, 'No accelerator was named'],
      [`buy --arrivals 1/s --returns exp:1m --svg x.svg ${served}`, '--svg draws a trace second by second'],
      [`buy ${trace} ${served} --capital 1000%`, 'capitalCost is 10: expected a share between 0 and 1.'],
    ]
    for (const [command, message] of refusals) {
      const { code, err } = await servemath(command.split(' '))
      expect({ command, code, err }).toEqual({ command, code: 2, err: expect.stringContaining(message) })
    }
  })
})
