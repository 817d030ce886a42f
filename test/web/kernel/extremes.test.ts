// Does every chapter hold wherever a reader may move its sliders, and under every scenario it offers?
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Assumption } from '../../../src/notebook/assume'
import { parseNotebook } from '../../../src/notebook/file/format'
import { compile } from '../../../src/web/kernel/compile'
import { createKernel } from '../../../src/web/kernel/kernel'
import type { CellResult } from '../../../src/web/kernel/result'
import { scenariosFor } from '../../../src/web/site/scenarios'
import { modules } from './run'

const files = readdirSync('notebooks').filter((name) => name.endsWith('.ipynb'))

describe.each(files)('%s', (file) => {
  it('neither fails nor prints what is no number, at the ends of its sliders and under its scenarios', async () => {
    const chapter = await opened(file)
    expect(chapter.faults()).toEqual([])
    const faults: string[] = []
    for (const [name, values] of placesToStand(chapter.assumptions)) {
      await chapter.stand(values)
      faults.push(...chapter.faults().map((fault) => `${name}: ${fault}`))
    }
    expect(faults).toEqual([])
  }, 30_000)
})

type Values = Readonly<Record<string, number>>
type Ranged = Assumption & { readonly min: number; readonly max: number }

/** One end of one slider, one end of all, opposite ends of neighbours, and the scenarios. */
function placesToStand(assumptions: readonly Ranged[]): readonly (readonly [string, Values])[] {
  const all = (name: string, end: (one: Ranged, at: number) => number) =>
    [name, Object.fromEntries(assumptions.map((one, at) => [one.name, end(one, at)]))] as const
  return [
    ...assumptions.flatMap(({ name, min, max }) => [
      [`${name} at its least`, { [name]: min }] as const,
      [`${name} at its most`, { [name]: max }] as const,
    ]),
    all('all at their least', ({ min }) => min),
    all('all at their most', ({ max }) => max),
    all('least and most by turns', ({ min, max }, at) => (at % 2 === 0 ? min : max)),
    all('most and least by turns', ({ min, max }, at) => (at % 2 === 0 ? max : min)),
    ...scenariosFor(assumptions).map(({ name, values }) => [name, values] as const),
  ]
}

async function opened(file: string) {
  const cells = parseNotebook(readFileSync(`notebooks/${file}`, 'utf8'), file).cells.flatMap(
    ({ type, source, id = '' }) => (type === 'code' && source.trim() !== '' ? [{ id, code: compile(source) }] : []),
  )
  const results = new Map<string, CellResult>()
  const end = (result: CellResult) => void results.set(result.id, result)
  const kernel = createKernel(modules, { stale: () => {}, begin: () => {}, end, late: end })
  kernel.load(cells, {}, [])
  await kernel.run(cells.map(({ id }) => id))
  const assumptions = [...results.values()].flatMap((result) => result.assumptions).filter(isRanged)
  return {
    assumptions,
    stand: (values: Values) =>
      kernel.choose(
        Object.fromEntries(
          assumptions.map(({ name, value: instead }) => {
            const value = values[name]
            return [name, value === undefined ? undefined : { value, instead }]
          }),
        ),
      ),
    faults: () => [...results.values()].flatMap(faultsOf),
  }
}

function isRanged(one: Assumption): one is Ranged {
  return one.min !== undefined && one.max !== undefined
}

function faultsOf({ id, error, outputs }: CellResult): readonly string[] {
  const odd = new Set(outputs.flatMap((output) => oddIn(output)))
  return [...(error ? [`${id} fails: ${error.message}`] : []), ...[...odd].map((text) => `${id} says ${text}`)]
}

/** What is no number, in a number or a text, however deep. */
function oddIn(value: unknown): readonly string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [String(value)]
  if (typeof value === 'string') return value.match(/.{0,40}(?:\bNaN\b|Infinity|∞|\bundefined\b).{0,20}/g) ?? []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(oddIn) : []
}
