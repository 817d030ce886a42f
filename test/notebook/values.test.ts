import { describe, expect, it } from 'vitest'
import { valuesDiffer } from '../../src/notebook/run/values'

describe('stored and fresh values', () => {
  it('are the same up to 1e-12 of a number, in data and in text', () => {
    expect(valuesDiffer(1, 1 + 9e-13, 'x')).toBeUndefined()
    expect(valuesDiffer({ y: [0.1, 2] }, { y: [0.1 + 1e-14, 2] }, 'x')).toBeUndefined()
    expect(valuesDiffer('total 0.30000000000000004 s', 'total 0.3 s', 'x')).toBeUndefined()
  })

  it('differ where a number differs by more, and it says where', () => {
    expect(valuesDiffer({ data: [{ y: [1, 2] }] }, { data: [{ y: [1, 2.1] }] }, '')).toBe(
      'at data[0].y[1]: stored 2, fresh 2.1',
    )
    expect(valuesDiffer('a\nb 1.5\nc', 'a\nb 1.6\nc', 'stdout')).toBe('at stdout: stored "b 1.5", fresh "b 1.6"')
  })

  it('differ where words, signs, keys or lengths do', () => {
    expect(valuesDiffer('5 GB', '5 GiB', 't')).toBe('at t: stored "5 GB", fresh "5 GiB"')
    expect(valuesDiffer('-5', '5', 't')).toBeDefined()
    expect(valuesDiffer({ a: 1 }, { a: 1, b: 2 }, '')).toBe('at b: not stored, fresh 2')
    expect(valuesDiffer([1, 2], [1], 'y')).toBe('at y[1]: stored 2, gone when run')
    expect(valuesDiffer([], {}, 'y')).toBe('at y: stored [], fresh {}')
    expect(valuesDiffer(null, 0, 'y')).toBe('at y: stored null, fresh 0')
  })
})
