import { describe, expect, it } from 'vitest'
import { columns, table } from '../../src/cli/columns'
import { manyPairs, readWords } from '../../src/cli/words'

const flags = {
  set: { takes: manyPairs, says: '' },
  hold: { takes: 'TIME', says: '' },
  ttl: { takes: 'TIME', repeats: true as const, says: '' },
  json: { says: '' },
}

describe('words of a command line', () => {
  it('--set takes every name=value that follows, and the next word is free again', () => {
    const words = readWords(['a', '--set', 'x=1', 'y=2 m', 'config.json', '--set', 'z=3', '--json'], flags)
    expect(words.free).toEqual(['a', 'config.json'])
    expect(words.pairs('set')).toEqual([
      ['x', '1'],
      ['y', '2 m'],
      ['z', '3'],
    ])
    expect(words.has('json')).toBe(true)
    expect(words.value('hold')).toBeUndefined()
  })
  it('a value may stand after a blank or an equals sign, and only its first equals sign splits a pair', () => {
    expect(readWords(['--hold', '5m'], flags).value('hold')).toBe('5m')
    expect(readWords(['--hold=5m'], flags).value('hold')).toBe('5m')
    expect(readWords(['--set=x=1', 'y=2'], flags).pairs('set')).toEqual([
      ['x', '1'],
      ['y', '2'],
    ])
    expect(readWords(['--set', 'x = a=b'], flags).pairs('set')).toEqual([['x', 'a=b']])
  })
  it('a flag that repeats gathers its values, any other is given once', () => {
    expect(readWords(['--ttl', '5m', '--ttl=1h'], flags).values('ttl')).toEqual(['5m', '1h'])
    expect(readWords([], flags).values('ttl')).toEqual([])
    expect(() => readWords(['--hold', '5m', '--hold', '1h'], flags)).toThrow('--hold was given twice: give it once.')
  })
  it('after a double dash nothing is a flag', () => {
    const words = readWords(['--json', '--', '--hold', '--', '-x'], flags)
    expect(words.free).toEqual(['--hold', '--', '-x'])
    expect(words.has('json')).toBe(true)
  })
  it('a lone dash is a word: standard input', () => {
    expect(readWords(['-'], flags).free).toEqual(['-'])
  })
})

describe('columns of text', () => {
  it('line up, numbers to the right, and letters count once each', () => {
    expect(
      columns(
        [
          ['µ', '1'],
          ['ab', '10'],
        ],
        [1],
      ),
    ).toEqual(['µ    1', 'ab  10'])
  })
  it('have a head and a rule as wide as the widest line', () => {
    expect(table(['a', 'b'], [['long', 'x']])).toEqual(['a     b', '───────', 'long  x'])
  })
})
