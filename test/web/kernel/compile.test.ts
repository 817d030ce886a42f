import { describe, expect, it } from 'vitest'
import { compile } from '../../../src/web/kernel/compile'
import { benchOf } from './run'

const scope = (source: string) => {
  const found = compile(source)
  if (found.kind === 'error') throw new Error(found.message)
  const { gives, takes, assigns, constants } = found
  return { gives, takes, assigns, constants }
}

describe('the scope of a cell', () => {
  it.each<[string, string[], string[]]>([
    ['const a = b + 1', ['a'], ['b']],
    ['const { a, ...rest } = f(x => x + y)', ['a', 'rest'], ['f', 'y']],
    ['function f(n: number): number { return n < 2 ? n : f(n - 1) }', ['f'], []],
    ['class P { #x = q; get x() { return this.#x } }', ['P'], ['q']],
    ["import { a as b } from 'servemath'", ['b'], []],
    ["import * as ns from 'servemath'; ns.place", ['ns'], []],
    ['for (const i of list) { const inner = i }', [], ['list']],
    ['var deep; { var hoisted = 1 }', ['deep', 'hoisted'], []],
    ['enum Kind { A, B }', ['Kind'], []],
    ['type T = { x: number }; interface I { y: T }', [], []],
    ['const o = { key: value, short }', ['o'], ['value', 'short']],
  ])('of %s gives %j and takes %j', (source, gives, takes) => {
    expect(new Set(scope(source).gives)).toEqual(new Set(gives))
    expect(new Set(scope(source).takes)).toEqual(new Set(takes))
  })

  it('counts a name it assigns without owning it as taken and given', () => {
    expect(scope('total += 1; { let local = 0; local++ }')).toMatchObject({ gives: ['total'], assigns: ['total'] })
  })

  it('knows which names may not be assigned elsewhere', () => {
    expect(scope('const a = 1; let b = 2; class C {}; function f() {}').constants).toEqual(['a', 'C', 'f'])
  })
})

describe('a cell', () => {
  it.each([
    ['1 + 1', '2\n'],
    ['const a = 1; a * 3;', '3\n'],
    ['const a = 1', ''],
    ['null', ''],
    ['undefined', ''],
    ['({ F: 1, deep: { er: [1, 2] } })', '{ F: 1, deep: { er: [ 1, 2 ] } }\n'],
    ['new Map([[1n, new Float64Array(2)]])', 'Map(1) { 1n => Float64Array(2) [ 0, 0 ] }\n'],
    ["'text'", 'text\n'],
    ["console.log('%s is %d', 'x', 2, [3])\n4", 'x is 2 [ 3 ]\n4\n'],
    ['await Promise.resolve(5)', '5\n'],
    ['enum Kind { A = 3 }\nKind.A', '3\n'],
    ['let x = 1\n;(x + 1)', '2\n'],
    ['const early = hoisted()\nfunction hoisted() { return 7 }\nearly', '7\n'],
    ["(await import('servemath')).formatDuration(60)", '60 s\n'],
    ["import { formatDuration as f } from 'servemath'\nf(3600)", '1 h\n'],
    ["import {\n  type Unit,\n  parseUnit,\n} from 'servemath'\nparseUnit('GB').scale", '1000000000\n'],
    ["import * as all from 'servemath'\ntypeof all.place", 'function\n'],
  ])('that is %s shows %j', async (source, shown) => {
    expect((await benchOf(source)).said('a')).toBe(shown)
  })

  it('prints to two streams in the order of printing', async () => {
    const { results } = await benchOf("console.log(1); console.error('careful'); console.log(2)")
    expect(results.get('a')?.outputs.map((output) => output.output_type === 'stream' && output.name)).toEqual([
      'stdout',
      'stderr',
      'stdout',
    ])
  })

  it.each([
    ['\n\nnull.x', 'TypeError', 3],
    ["import {\n  place,\n} from 'servemath'\n\nthrow new RangeError('far')", 'RangeError', 5],
    ['const ok = 1\nconst = 2', 'SyntaxError', 2],
    ['const a = 1\nconst a = 2', 'SyntaxError', 2],
    ['const f = () => {\n  missing()\n}\nf()', 'ReferenceError', 2],
    ['throw "text"', 'Error', undefined],
  ])('that is %j fails with a %s in line %s', async (source, name, line) => {
    expect((await benchOf(source)).results.get('a')?.error).toMatchObject({ name, line })
  })

  it('may import what the table has and nothing else', async () => {
    expect((await benchOf("import fs from 'node:fs'")).said('a')).toBe(
      'Unknown module "node:fs": expected one of servemath, mathjs.',
    )
  })
})
