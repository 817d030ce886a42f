import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lastDay, readPeriod } from '../../src/catalog/period'

describe('a dated statement', () => {
  it.each([
    ['2025', '2025-01-01', '2025-12-31'],
    ['2025-Q3', '2025-07-01', '2025-09-30'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2026-05-20', '2026-05-20', '2026-05-20'],
    ['2025/2026', '2025-01-01', '2026-12-31'],
    ['2026-06/2026-07', '2026-06-01', '2026-07-31'],
  ])('%s runs from %s to %s', (text, first, last) => {
    expect(readPeriod(text)).toEqual({ first, last })
  })

  it.each(['', '2025-13', '2025-02-30', '2025-Q5', '26', 'mid-2026', '2026/2025', '2025/2026/2027'])(
    '"%s" is not one',
    (text) => expect(readPeriod(text)).toBeUndefined(),
  )

  it('starts no later than it ends, for any month', () => {
    const month = fc.tuple(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 12 }))
    fc.assert(
      fc.property(month, ([year, number]) => {
        const period = readPeriod(`${year}-${String(number).padStart(2, '0')}`)
        return period !== undefined && period.first < period.last && readPeriod(period.last)?.last === period.last
      }),
      { seed: 20261123 },
    )
  })

  it('a question as of a year sees to its end, and without a date everything counts', () => {
    expect(lastDay('2025')).toBe('2025-12-31')
    expect(lastDay(undefined) > '2999').toBe(true)
  })

  it('an unreadable date is refused with examples', () => {
    expect(() => lastDay('last week')).toThrow(
      'Cannot read the date "last week": expected one like 2025, 2025-Q3, 2026-05 or 2026-05-20.',
    )
  })
})
