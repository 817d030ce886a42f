import { describe, expect, it } from 'vitest'
import { chained } from '../../../src/web/types/chain'
import { namesIn } from '../../../src/web/types/names'

describe('the names that a cell gives', () => {
  it.each([
    [
      "import one, { two, three as four } from 'servemath'\nimport * as all from 'mathjs'",
      ['one', 'two', 'four', 'all'],
    ],
    ['const { a, b: { c = 1 }, ...d } = x, [e, , ...f] = y; let g', ['a', 'c', 'd', 'e', 'f', 'g']],
    ['function h() { const i = 1 }\nclass J {}\nenum K {}\ninterface L {}\ntype M = 1\nnamespace N {}', [...'hJKLMN']],
    ["import 'mathjs'\nx = 1\nif (x) { const y = 1 }\nexport default function () {}", []],
    ["import { two, } from 'servemath'\nconst two = ", ['two']],
  ])('%s', (source, names) => {
    expect(namesIn(source)).toEqual(names)
  })
})

describe('a chapter as modules', () => {
  it('imports each name from the last cell above that defines it, and only where it may be used', () => {
    const above = ['const a = 1, b = 2', 'const a = b', 'a * 2']
    expect(chained({ above, source: 'b' }).map(({ text }) => text)).toEqual([
      'export {};\nconst a = 1, b = 2\nexport { a, b }',
      "export {};import { b } from './cell-0';\nconst a = b\nexport { a }",
      "export {};import { a } from './cell-1';\na * 2",
      "export {};import { a } from './cell-1';import { b } from './cell-0';\nb",
    ])
  })

  it('says where the text of each cell begins', () => {
    for (const { text, offset } of chained({ above: ['const a = 1'], source: 'a' })) {
      expect(text.slice(offset)).toMatch(/^(const a = 1|a)/)
    }
  })
})
