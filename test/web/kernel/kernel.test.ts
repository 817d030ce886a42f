import { describe, expect, it } from 'vitest'
import { benchOf } from './run'

const assume =
  "import { assume } from 'servemath'\nconst holdTime = assume('holdTime', { value: 300, min: 1, max: 1e6 })"

describe('an edit', () => {
  it('runs the cell and what follows from it, in document order, and nothing else', async () => {
    const bench = await benchOf('const a = 1', 'const b = 10', 'const c = a + 1', 'c + b', 'b')
    expect(await bench.edit('a', 'const a = 5')).toEqual(['a', 'c', 'd'])
    expect(bench.said('d')).toBe('16\n')
  })

  it('stops where a value came out the same', async () => {
    const bench = await benchOf('const a = 4', 'const even = a % 2 === 0', 'even')
    expect(await bench.edit('a', 'const a = 6')).toEqual(['a', 'b'])
  })

  it('means by a name its last definition above, as restart and run all does', async () => {
    const bench = await benchOf('const a = 1', 'a', 'const a = 2', 'a')
    expect([bench.said('b'), bench.said('d')]).toEqual(['1\n', '2\n'])
    await bench.edit('c', 'const other = 2')
    expect(bench.said('d')).toBe('1\n')
    await bench.edit('c', 'const a = 3')
    expect([bench.said('b'), bench.said('d')]).toEqual(['1\n', '3\n'])
  })

  it('lets a later cell change what an earlier one declared with let, from there on', async () => {
    const bench = await benchOf('let n = 1', 'n += 1', 'n')
    expect(bench.said('c')).toBe('2\n')
    await bench.edit('b', 'n += 1')
    expect(bench.said('c')).toBe('2\n')
  })

  it('refuses to assign a constant of another cell', async () => {
    expect((await benchOf('const n = 1', 'n = 2')).said('b')).toBe(
      'n is a constant of a cell above: it cannot be assigned.',
    )
  })

  it('leaves the cells below a failed one waiting, and runs them once it is mended', async () => {
    const bench = await benchOf('const a = 1', 'const b = a.x.y', 'b + 1', 'a')
    expect(bench.results.get('c')).toMatchObject({ status: 'blocked' })
    expect(bench.said('c')).toBe('This cell waits for b, which a cell above could not give.')
    expect(bench.said('d')).toBe('1\n')
    await bench.edit('b', 'const b = a')
    expect(bench.said('c')).toBe('2\n')
  })

  it('to nonsense is reported at its cell, and blocks what took from it', async () => {
    const bench = await benchOf('const a = 1', 'a')
    await bench.edit('a', 'const a = = 1')
    expect(bench.results.get('a')?.error).toMatchObject({ name: 'SyntaxError', line: 1 })
    // Without a definition above, the name is the platform's, and it has none.
    expect(bench.said('b')).toBe('a is not defined')
  })
})

describe('what a cell prints', () => {
  it('stands where the call is, and not where the printing function was defined', async () => {
    const bench = await benchOf('const tell = (x: number) => console.log(x)', 'tell(5)')
    expect([bench.said('a'), bench.said('b')]).toEqual(['', '5\n'])
  })

  it('from a timer, when it is long done, still reaches its place', async () => {
    const bench = await benchOf("setTimeout(() => console.log('late'), 5)\nconst a = 1", 'a')
    await new Promise((resolve) => setTimeout(resolve, 120))
    expect([bench.said('a'), bench.said('b')]).toEqual(['late\n', '1\n'])
  })

  it('from a timer of a run that is over does not stand beside a newer run', async () => {
    const bench = await benchOf("setTimeout(() => console.log('old'), 5)")
    await bench.edit('a', "console.log('new')")
    await new Promise((resolve) => setTimeout(resolve, 120))
    expect(bench.said('a')).toBe('new\n')
  })

  it('is cut where it is too much for a page, and the cell says so', async () => {
    const bench = await benchOf("for (let i = 0; i < 10; i++) console.log('x'.repeat(1e6))", '1')
    expect(bench.results.get('a')).toMatchObject({ status: 'failed', outputs: [] })
    expect(bench.said('a')).toBe('A cell shows at most 1,000,000 characters: show a summary.')
    await bench.edit('b', "import { show } from 'servemath'\nshow('y'.repeat(1e7))")
    expect(bench.said('b')).toBe('A cell shows at most 1,000,000 characters: show a summary.')
  })
})

describe('an assumption', () => {
  it('has its default until a reader chooses', async () => {
    const bench = await benchOf(assume, 'holdTime * 2', '1')
    expect(bench.said('b')).toBe('600\n')
    expect(await bench.kernel.choose({ holdTime: { value: 60, instead: 300 } })).toEqual(['a', 'b'])
    expect(bench.said('b')).toBe('120\n')
    expect(JSON.stringify(bench.results.get('a')?.outputs)).toContain('**holdTime** = 60 s (1 s … 11.6 d)')
  })

  it('reports the default of its code, whatever was chosen', async () => {
    const bench = await benchOf(assume)
    await bench.kernel.choose({ holdTime: { value: 60, instead: 300 } })
    expect(bench.results.get('a')?.assumptions).toMatchObject([{ name: 'holdTime', value: 300, min: 1 }])
  })

  it('whose default is edited wins over an older slider', async () => {
    const bench = await benchOf(assume, 'holdTime')
    await bench.kernel.choose({ holdTime: { value: 60, instead: 300 } })
    await bench.edit('a', assume.replace('300', '1000'))
    expect(bench.said('b')).toBe('1000\n')
  })

  it('given back to the code has its default again', async () => {
    const bench = await benchOf(assume, 'holdTime')
    await bench.kernel.choose({ holdTime: { value: 60, instead: 300 } })
    await bench.kernel.choose({ holdTime: undefined })
    expect(bench.said('b')).toBe('300\n')
  })
})

describe('a computed number', () => {
  it('is noted with its equation at the cell that computed it, wherever the equation was imported', async () => {
    const bench = await benchOf(
      "import { groupedQueryBytes } from 'servemath'",
      'const bytes = groupedQueryBytes({ layers: 80, kvHeads: 8, headDim: 128, bytesPerElement: 2 })',
    )
    expect(bench.results.get('a')?.calls).toEqual([])
    expect(bench.results.get('b')?.calls).toEqual([{ name: 'groupedQueryBytes', text: '328 kB/token' }])
    expect(bench.kernel.call('b', 0)?.args).toMatchObject({ layers: 80 })
  })
})

describe('an exercise', () => {
  it('is found by its name, to be answered', async () => {
    const bench = await benchOf(
      "import { exercise } from 'servemath'\nexercise('two', { ask: 'One and one?', answer: 2 })",
    )
    expect(bench.kernel.exercise('two')?.check(2).verdict).toBe('right')
  })
})

describe('a cell to be skipped', () => {
  it('is stopped, those below it wait, and the rest runs', async () => {
    const { kernel, results } = await benchOf('const a = 1', 'a', '5')
    const cells = ['a', 'b', 'c'].map((id) => ({ id, code: kernelCode(id) }))
    kernel.load(cells, {}, ['a'])
    await kernel.run(['a', 'b', 'c'])
    expect([...results.values()].map(({ status }) => status)).toEqual(['stopped', 'blocked', 'done'])
  })
})

function kernelCode(id: string) {
  const [gives, takes] = id === 'a' ? [['a'], []] : [[], id === 'b' ? ['a'] : []]
  return {
    kind: 'compiled',
    gives,
    takes,
    constants: [],
    assigns: [],
    code: `return{gives:{${id === 'a' ? 'a:1' : ''}}}`,
  } as const
}

describe('a live figure', () => {
  const drawn = `import { live, show } from 'servemath'
show(live(['holdTime'], ({ holdTime }) => ({ kind: 'figure', title: String(holdTime), caption: 'c', alt: 'a', data: [], layout: {} })))`
  const title = (bench: Awaited<ReturnType<typeof benchOf>>) =>
    JSON.stringify(bench.results.get('b')?.outputs).match(/"title":{"text":"(\d+)"/)?.[1]

  it('is drawn again when its assumption moves, though it takes no name of its cell', async () => {
    const bench = await benchOf(assume, drawn, '1 + 1')
    expect(title(bench)).toBe('300')
    expect(await bench.kernel.choose({ holdTime: { value: 60, instead: 300 } })).toEqual(['a', 'b'])
    expect(title(bench)).toBe('60')
  })

  it('is drawn again when the default of its assumption is edited', async () => {
    const bench = await benchOf(assume, drawn)
    expect(await bench.edit('a', assume.replace('300', '900'))).toEqual(['a', 'b'])
    expect(title(bench)).toBe('900')
  })
})
