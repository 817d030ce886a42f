// Does one question have one answer, to the last bit, whoever is asked: library, command line, model page, a notebook's cell?
import { describe, expect, it } from 'vitest'
import { modelIds } from '../../src/catalog'
import { type Placement, place } from '../../src/placement'
import { type PriceOptions, pricesOf } from '../../src/placement/replay'
import { Refusal } from '../../src/units'
import { card } from '../../src/web/cards/card'
import { servemath } from '../cli/program'
import { benchOf } from '../web/kernel/run'

const contexts = [2048, 32_768, 131_072]
const stalls = [0, 1] as const
const machines = ['h100-sxm', 'h200-sxm', 'b200-hgx', 'mi300x']
const holdTime = 300

/** What every face says of a placement, or why it refuses. */
type Said = Pick<Placement, 'best' | 'cheapest' | 'perToken' | 'envelope' | 'cheapestEnvelope' | 'crossovers'> | string
const fields = ['best', 'cheapest', 'perToken', 'envelope', 'cheapestEnvelope', 'crossovers', 'notes'] as const

const questions = (accelerator: string) =>
  modelIds().flatMap((model) =>
    contexts.flatMap((context) => stalls.map((stall) => ({ model, accelerator, context, stall, holdTime }))),
  )
type Asked = ReturnType<typeof questions>[number]

const picked = (placement: object): Said =>
  Object.fromEntries(fields.map((name) => [name, (placement as Placement)[name]])) as unknown as Said

function said(answer: () => object): Said {
  try {
    return picked(answer())
  } catch (error) {
    if (error instanceof Refusal) return error.message
    throw error
  }
}

async function byCommand({ model, accelerator, context, stall }: Asked): Promise<Said> {
  const line = `place ${model} --accelerator ${accelerator} --context ${context} --set stall=${stall} --hold 5m --json`
  const { code, out, err } = await servemath(line.split(' '))
  return code === 0 ? picked(JSON.parse(out)) : err.trim()
}

function byPage({ model, accelerator, context, stall }: Asked): Said {
  return said(() => card(model, { accelerator, context })[stall === 0 ? 'hidden' : 'stalling'])
}

/** A cell shows so much and no more: so many questions to a cell. */
async function byCell(asked: readonly Asked[]): Promise<Said[]> {
  const parts = Array.from({ length: Math.ceil(asked.length / 60) }, (_, i) => asked.slice(60 * i, 60 * (i + 1)))
  const bench = await benchOf(
    ...parts.map(
      (part) => `import { place } from 'servemath'
        console.log(JSON.stringify(${JSON.stringify(part)}.map((question) => {
          try {
            const answer = place(question)
            return Object.fromEntries(${JSON.stringify(fields)}.map((name) => [name, answer[name]]))
          } catch (error) {
            return error.message
          }
        })))`,
    ),
  )
  return parts.flatMap((_, i) => JSON.parse(bench.said(String.fromCharCode(97 + i))))
}

describe.each(machines)(
  'every model of the catalogue on %s, loads hidden and stalling, at three contexts',
  (machine) => {
    const asked = questions(machine)
    const library = asked.map((question) => said(() => place(question)))
    const different = (others: readonly Said[]): readonly unknown[] =>
      asked.flatMap((question, i) =>
        JSON.stringify(library[i]) === JSON.stringify(others[i])
          ? []
          : [{ question, library: library[i], other: others[i] }],
      )

    it('is answered or refused: most are answered', () => {
      expect(library.length).toBe(modelIds().length * 6)
      expect(library.filter((one) => typeof one !== 'string').length).toBeGreaterThan(0.7 * library.length)
    })
    it('by the command line as by the library', async () => {
      const others: Said[] = []
      for (const question of asked) others.push(await byCommand(question))
      expect(different(others)).toEqual([])
    }, 120_000)
    it('by the model page as by the library', () => {
      expect(different(asked.map(byPage))).toEqual([])
    }, 120_000)
    it("by a notebook's cell as by the library", async () => {
      expect(different(await byCell(asked))).toEqual([])
    }, 120_000)
    it('and a replay charges what the placement charges for holding, reading and writing', () => {
      for (const question of asked.filter((_, i) => typeof library[i] !== 'string')) {
        const { holdTime: _, ...deployed } = question
        const placed = place(question)
        for (const { tier, hold, retrieve, write } of pricesOf(deployed as PriceOptions).tiers) {
          const option = placed.perToken.find((one) => one.option === tier)
          expect([hold * holdTime, retrieve, write].map((cost) => cost.toPrecision(12))).toEqual(
            [option?.hold, (option?.retrieve ?? 0) + (option?.residency ?? 0), option?.write].map((cost) =>
              cost?.toPrecision(12),
            ),
          )
        }
      }
    }, 120_000)
  },
)
