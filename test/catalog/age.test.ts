// How old is a fact, by hand, and does every number of the catalogue come with what makes its age known?
import { describe, expect, it } from 'vitest'
import { acceleratorIds, modelIds, part, tierIds } from '../../src/catalog'
import { ageInDays, isStale } from '../../src/catalog/age'
import { everyDatum } from '../../src/catalog/everyDatum'
import { readPeriod } from '../../src/catalog/period'

describe('the age of a fact', () => {
  it.each([
    ['2026-11-29', 1],
    ['2026-10', 30],
    ['2026-Q1', 244],
    ['2025', 334],
    ['2026-06/2026-07', 122],
    ['2024-02-28', 1006],
  ])('of %s is %d days on 2026-11-30', (period, days) => {
    expect(ageInDays(period, '2026-11-30')).toBe(days)
  })
  it.each(['2026', '2026-Q4', '2026-11', '2026-11-30', '2027-01'])(
    'of %s is none while it lasts or lies ahead',
    (period) => {
      expect(ageInDays(period, '2026-11-30')).toBe(0)
    },
  )
  it('counts across a leap day', () => {
    expect(ageInDays('2024-02-28', '2024-03-01')).toBe(2)
    expect(ageInDays('2023-02-28', '2023-03-01')).toBe(1)
  })
  it.each(['2026-11', 'yesterday', ''])('to %s is refused: a day is wanted', (on) => {
    expect(() => ageInDays('2026-10', on)).toThrow(`"${on}" is no day: expected one like 2026-11-30.`)
  })
  it('makes a price stale after half a year, an assumption after a year, a specification never', () => {
    expect([isStale('quoted', 180), isStale('quoted', 181)]).toEqual([false, true])
    expect([isStale('assumed', 365), isStale('assumed', 366)]).toEqual([false, true])
    expect([isStale('measured', 730), isStale('measured', 731)]).toEqual([false, true])
    expect(isStale('spec', 1e6)).toBe(false)
  })
})

describe('every number of data/', () => {
  const every = everyDatum()

  it('is listed, of every model, accelerator and tier', () => {
    const records = (list: string) => [
      ...new Set(every.filter((datum) => datum.list === list).map(({ record }) => record)),
    ]
    expect(records('models')).toEqual(modelIds())
    expect(records('accelerators')).toEqual(acceleratorIds())
    expect(tierIds().filter((id) => !records('tiers').includes(id))).toEqual(['nvidia-cmx'])
  })
  it('has a date that can be read, a source, and a page unless it is assumed', () => {
    for (const { list, record, field, period, source, url, kind } of every) {
      const at = `${list}/${record} ${field}`
      expect(readPeriod(period), at).toBeDefined()
      expect(source, at).not.toBe('')
      if (kind !== 'assumed') expect(url, at).toMatch(/^https?:\/\//)
    }
  })
  it('is used, or another quote of the same series stands for it', () => {
    const unused = every.filter(({ used }) => !used)
    expect([...new Set(unused.map(({ field }) => field.split('.')[0]))].sort()).toEqual([
      'marketedCapacity',
      'prices',
      'purchase',
      'rental',
    ])
    const ddr5 = every.filter(
      ({ record, field, used }) => record === 'ddr5-rdimm-server' && field.startsWith('prices') && used,
    )
    expect(ddr5.map(({ value }) => value)).toEqual([part('ddr5-rdimm-server').facts.price?.value])
  })
})
