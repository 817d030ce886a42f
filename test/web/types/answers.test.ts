import { beforeAll, describe, expect, it } from 'vitest'
import { definitions } from '../../../src/web/definitions'
import { collector } from '../../../src/web/kernel/collect'
import { type Answering, answersFrom } from '../../../src/web/types/answers'
import { cellsOf, chapters } from './notebooks'

let answers: Answering
beforeAll(() => {
  answers = answersFrom(definitions())
})

/** The text with the caret at `|` taken out, and where it stood. */
function caret(text: string): { readonly source: string; readonly at: number } {
  return { source: text.replace('|', ''), at: text.indexOf('|') }
}

const names = (text: string, above: readonly string[] = []) =>
  answers.complete({ above, ...caret(text) })?.choices.map(({ name }) => name) ?? []
const hover = (text: string, above: readonly string[] = []) => answers.hover({ above, ...caret(text) })
const problems = (source: string, above: readonly string[] = []) =>
  answers.diagnose({ above, source })?.map(({ message, start, end }) => `${source.slice(start, end)}: ${message}`) ?? []

const imports = "import { figure, model, rematCost } from 'servemath'"

describe('completion', () => {
  it('offers the names that an equation still needs, and not those given', () => {
    const offered = names('rematCost({ mfu: 0.4, | })', [imports])
    expect(offered).toEqual(expect.arrayContaining(['activeParams', 'devicePrice', 'flops']))
    expect(offered).not.toContain('mfu')
  })

  it('offers names of cells above, and nothing of cells that are not', () => {
    expect(names('ha|', ['const half = 0.5'])).toContain('half')
    expect(names('ha|', [])).not.toContain('half')
  })

  it('offers what the library has and no cell imported, with the module it comes from', () => {
    const { start, choices = [] } = answers.complete({ above: [imports], source: 'tierC', at: 5 }) ?? {}
    expect(start).toBe(0)
    expect(choices).toContainEqual({ name: 'tierCrossover', rank: 14, from: 'servemath' })
    expect(choices.filter(({ name }) => name === 'model')).toEqual([{ name: 'model', rank: 11 }])
    expect(choices.map(({ name }) => name)).not.toContain('Equation')
  })

  it('offers the words that a text may be, to replace the whole of it', () => {
    const source = "assume('holdTime', { value: 1, scale: 'l' })"
    const found = answers.complete({
      above: ["import { assume } from 'servemath'"],
      source,
      at: source.indexOf("l' })") + 1,
    })
    expect(found).toMatchObject({ isText: true, start: source.indexOf("l' })") })
    expect(found?.choices.map(({ name }) => name)).toEqual(['linear', 'log'])
  })

  it('offers members of what mathjs gives', () => {
    expect(names("import { parse } from 'mathjs'\nparse('x').|")).toContain('toTex')
  })

  it('describes a choice, imported or not, by its type and its meaning', () => {
    const describe = (name: string, from?: string) =>
      answers.describe({ above: [imports], source: 'x', at: 1, choice: { name, rank: 11, ...(from && { from }) } })
    expect(describe('rematCost')?.says).toContain('cost to rematerialize one token')
    expect(describe('holdCost', 'servemath')).toMatchObject({
      signature: expect.stringContaining('const holdCost: Equation<'),
      says: expect.stringContaining('USD/token'),
    })
  })
})

describe('hover', () => {
  it('shows the type of an equation, what it means, its unit and its formula', () => {
    expect(hover('remat|Cost({})', [imports])).toEqual({
      start: 0,
      end: 9,
      signature: 'rematCost(args: Args<"flops" | "devicePrice" | "mfu" | "activeParams">): number',
      says: 'cost to rematerialize one token, without the attention term (USD/token)\n= rematTime * devicePrice',
    })
  })

  it('shows the comment that the library has on a function', () => {
    const { signature, says } = hover("import { assume } from 'servemath'\nass|ume") ?? {}
    expect(signature).toBe('function assume(name: string, spec: AssumeSpec): number')
    expect(says).toContain('The value in base units')
  })

  it('knows the type of a name from a cell far above', () => {
    const above = [imports, "const llama = model('llama-3.1-70b')", 'const { layers: depth, ...rest } = llama', '1']
    expect(hover('dep|th', above)?.signature).toBe('const depth: number')
  })

  it('gives the meaning of an input at its place in the arguments', () => {
    expect(hover('rematCost({ m|fu: 1 })', [imports])?.says).toContain('model FLOPs utilization')
  })

  it('says nothing where there is nothing', () => {
    expect(hover('1 + | 2')).toBeUndefined()
  })
})

describe('diagnostics', () => {
  it('name a wrong type at its place', () => {
    expect(problems("const hours: number = '5 h'")).toEqual([
      "hours: Type 'string' is not assignable to type 'number'.",
    ])
    const given = "rematCost({ flops: 1, devicePrice: 1, activeParams: 1, mfu: '0.4' })"
    expect(problems(given, [imports])).toEqual(["mfu: Type 'string' is not assignable to type 'number'."])
  })

  it('name what an equation lacks and what nothing is called', () => {
    expect(problems('rematCost({ flops: 1, activeParams: 1, mfu: 1 })', [imports]).join()).toContain('devicePrice')
    expect(problems('remateCost({})', [imports])).toEqual([
      "remateCost: Cannot find name 'remateCost'. Did you mean 'rematCost'?",
    ])
  })

  it('are none where all is well: awaits at the top, generics, enums, printing', () => {
    expect(
      problems(
        `import { derivative } from 'mathjs'
const slope: string = derivative('x^2', 'x').toString()
const one = await Promise.resolve(1)
for await (const each of [one]) console.log(each, structuredClone({ each: each }))
enum Side { Left, Right }
const pick = <T,>(all: readonly T[], side: Side) => all[side]
await new Promise((done) => setTimeout(done, 1))
pick([one, 2], Side.Right) * one`,
      ),
    ).toEqual([])
  })

  it('know of the console what the kernel lends, and no more', () => {
    const lent = Object.keys(collector().console)
    expect(problems(lent.map((name) => `console.${name}('x')`).join('\n'))).toEqual([])
    expect(problems("console.table('x')")[0]).toContain("Property 'table' does not exist")
  })

  it('say that a page is out of reach', () => {
    expect(problems('document.title')[0]).toContain("Cannot find name 'document'")
    expect(problems('fetch("x")')[0]).toContain("Cannot find name 'fetch'")
  })

  it('take a name as the last cell above has it, and let the cell define it anew', () => {
    const above = ['const x = 1', "const x = 'one'"]
    expect(problems('x.length', above)).toEqual([])
    expect(problems('const x = [1]\nx.map(String)', above)).toEqual([])
    expect(problems("import { model } from 'servemath'\nmodel", [imports])).toEqual([])
    expect(problems('let x = 1\nlet x = 2')).toHaveLength(2)
  })

  it('let a cell give a new value of the same type to a name of another', () => {
    expect(problems('total += 1', ['let total = 1'])).toEqual([])
  })

  it('see types and classes of cells above', () => {
    const above = ['interface Tier { price: number }', 'class Box { constructor(readonly tier: Tier) {} }']
    expect(problems('const tier: Tier = new Box({ price: 1 }).tier', above)).toEqual([])
    expect(problems('new Box({})', above)).toHaveLength(1)
  })

  it('of a cell are its own: a cell above that cannot be read spoils no other', () => {
    const above = ['const good = 1', 'const bad = `${', 'function worse( {', 'const better = good + 1']
    expect(problems('better.toFixed(good)', above)).toEqual([])
    expect(problems('const x = (1')).toEqual(["1: ')' expected."])
  })

  it.each(chapters)('are none in any cell of %s, which tslab has run', (file) => {
    const found = cellsOf(file).flatMap(({ id, source, above }) =>
      problems(source, above).map((one) => `${id}: ${one}`),
    )
    expect(found).toEqual([])
  })
})
