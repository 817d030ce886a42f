// Does `servemath facts` put what should be looked at first, and say what rests on it?
import { describe, expect, it } from 'vitest'
import { everyDatum } from '../../src/catalog/everyDatum'
import type { AgedDatum } from '../../src/cli/facts/aged'
import { restingOn } from '../../src/deployment/restsOn'
import { answer, servemath, text } from './program'

const listed = async (words: string) => (await answer<{ facts: AgedDatum[] }>(`facts ${words} --on 2026-11-30`)).facts

describe('the list', () => {
  it('has every datum of the catalogue', async () => {
    expect(await listed('')).toHaveLength(everyDatum().length)
  })
  it('begins with the stale, then those of low confidence; what is history comes last', async () => {
    const rank = ({ used, stale, confidence }: AgedDatum) => (used ? (stale ? 0 : confidence === 'low' ? 1 : 2) : 3)
    const ranks = (await listed('')).map(rank)
    expect(ranks).toEqual([...ranks].sort())
    expect(new Set(ranks)).toEqual(new Set([0, 1, 2, 3]))
  })
  it('ages to the day that is given: on the day of its source nothing of it is old', async () => {
    const { facts } = await answer<{ facts: AgedDatum[] }>('facts ddr5-rdimm-server --on 2026-03-31')
    const { age, stale } = facts.find(({ field, used }) => field.startsWith('prices') && used) as AgedDatum
    expect({ age, stale }).toEqual({ age: 0, stale: false })
  })
  it('can be cut to what is stale or of low confidence, and says how much that is', async () => {
    expect(await text('facts nvme-qlc --doubtful --on 2026-11-30')).toMatch(
      /nvme-qlc prices\.0 .* 1,034 d ! .* low .*\n/,
    )
    for (const { used, stale, confidence } of await listed('--doubtful')) {
      expect(used && (stale || confidence === 'low')).toBe(true)
    }
  })
})

describe('what rests on a fact', () => {
  it('a rent is under the cost of rematerializing, a price of DDR5 is not', async () => {
    const under = (await listed('rematCost')).map(({ list, record }) => `${list}/${record}`)
    expect(under).toContain('accelerators/h100-sxm')
    expect(under).not.toContain('tiers/ddr5-rdimm-server')
  })
  it('a price of DDR5 is under what a part costs a second, and so under holding, keeping and a fleet', async () => {
    const found = (await listed('ddr5-rdimm-server')).find(({ field, used }) => field.startsWith('prices') && used)
    expect(found?.conclusions).toEqual(
      expect.arrayContaining(['amortizedPrice', 'holdPrice', 'holdCost', 'keepCost', 'fleetKeepCost']),
    )
  })
  it("a service's holding price stands first, before what rests on it", () => {
    const [first, ...rest] = restingOn(['holdPrice'])
    expect(first).toBe('holdPrice')
    expect(rest).toContain('holdCost')
  })
  it('nothing rests on a number no equation asks for', () => {
    expect(restingOn([])).toEqual([])
  })
})

describe('what cannot be answered is refused', () => {
  it.each([
    ['facts rematCostt', 'Unknown record, quantity or equation "rematCostt": did you mean rematCost or rematCostAt?'],
    ['facts --on tomorrow', '"tomorrow" is no day: expected one like 2026-11-30.'],
    ['facts --on 2026-11', '"2026-11" is no day: expected one like 2026-11-30.'],
  ])('%s', async (command, message) => {
    const { code, err } = await servemath(command.split(' '))
    expect([code, err.trim()]).toEqual([2, message])
  })
})
