// How does the weight of one conversation's cache grow with its length, model by model?
import { type Architecture, bytesAt } from '../model'
import { formatNumber, formatQuantity, Refusal } from '../units'
import { accent, grey } from './accent'
import { type Figure, figure, type Trace } from './figure'
import { logGrid } from './grid'
import { spread } from './spread'

/** What a model of the catalogue says of itself. */
export interface WeighableModel {
  readonly id: string
  readonly name: string
  readonly architecture: Architecture
  readonly activeParams: number
  readonly doubtful: readonly string[]
}

export interface WeightOptions {
  /** tokens at which the title compares */
  readonly context: number
  /** ids of the models drawn in colour and labelled; the rest are grey, and named under the pointer */
  readonly named: readonly string[]
  /** bytes of a sequence (default), or those divided by the parameters one token uses */
  readonly per?: keyof typeof measures
}

interface Measure {
  readonly opens: string
  readonly quantity: string
  readonly hover: string
  readonly over: (model: WeighableModel) => number
  readonly said: (value: number) => string
}

const measures = {
  sequence: {
    opens: 'A',
    quantity: 'KV cache of one sequence',
    hover: '%{y:.3s}B',
    over: () => 1,
    said: (value) => formatQuantity(value, 'B'),
  },
  activeParam: {
    opens: 'Per active parameter a',
    quantity: 'KV cache per active parameter',
    hover: '%{y:.3g} B',
    over: ({ activeParams }) => activeParams,
    said: (value) => `${formatNumber(value)} B`,
  },
} as const satisfies Readonly<Record<string, Measure>>

const [shortest, longest] = [128, 2 ** 20]
const octaves = Math.log2(longest / shortest)
const lengths = [1e3, 1e4, 1e5, 1e6].map((at) => [at, formatNumber(at)] as const)

/** One line a model on two logarithmic axes, dotted where the model's fields are only recalled. */
export function cacheWeights(models: readonly WeighableModel[], options: WeightOptions): Figure {
  const { context, named, per = 'sequence' } = options
  if (!(context >= shortest && context <= longest)) {
    throw new Refusal(`A context of ${context} tokens is outside the figure: expected ${shortest} to ${longest}.`)
  }
  const measure: Measure = measures[per]
  const { opens, quantity, said } = measure
  const chosen = named.map((id) => chosenFrom(models, id))
  const others = models.filter((found) => !chosen.includes(found))
  const there = chosen.map((found) => ({ name: found.name, bytes: weight(found, context, measure) }))
  const bySize = there.sort((a, b) => b.bytes - a.bytes).map(({ name, bytes }) => ({ name, says: said(bytes) }))
  const [heaviest, lightest] = [bySize[0], bySize.at(-1)]
  if (heaviest === undefined || lightest === undefined) throw new Refusal('Name at least one model to compare.')
  const tokens = `${formatNumber(context)} tokens`
  const range = rangeOf(models.flatMap((found) => [shortest, longest].map((at) => weight(found, at, measure))))
  return figure({
    title: `${opens} conversation of ${tokens} weighs ${heaviest.says} in ${heaviest.name} and ${lightest.says} in ${lightest.name}`,
    caption: `One line for each of ${models.length} models; a grey one is named under the pointer. On a steep line every token adds the same, on a level one nothing grows. Dotted: fields as recalled. Contexts beyond a model's own limit are arithmetic only.`,
    alt: `Log-log plot of ${quantity} against context for ${models.length} models. At ${tokens}: ${bySize.map(({ name, says }) => `${name} ${says}`).join(', ')}.`,
    x: { quantity: 'context', unit: 'token', log: true, range: [shortest, longest], marks: lengths },
    y: { quantity, unit: 'B', log: true, range, ...(per === 'sequence' && { marks: decades(range) }) },
    data: [
      ...others.map((found) => line(found, octaves + 1, measure, { color: grey, width: 0.7 }, 0.6)),
      ...chosen.map((found) => line(found, 2 * octaves + 1, measure, { color: accent, width: 2.5 }, 1)),
    ],
    labels: spread(
      chosen.map((found) => {
        return { x: longest, y: weight(found, longest, measure), text: ` ${found.name}`, colour: accent }
      }),
      range,
    ),
    milestones: [{ x: context, text: tokens }],
    right: 148,
  })
}

function chosenFrom(models: readonly WeighableModel[], id: string): WeighableModel {
  const found = models.find((model) => model.id === id)
  if (found === undefined) throw new Refusal(`${id} is to be named in the figure, but is not among its models.`)
  return found
}

const weight = (model: WeighableModel, tokens: number, { over }: Measure): number =>
  bytesAt(model.architecture, Math.round(tokens)) / over(model)

function line(model: WeighableModel, points: number, measure: Measure, style: object, opacity: number): Trace {
  const { name, doubtful } = model
  const x = logGrid(shortest, longest, points).map(Math.round)
  return {
    type: 'scatter',
    mode: 'lines',
    name,
    opacity,
    x,
    // Four figures are more than a plot shows.
    y: x.map((tokens) => Number(weight(model, tokens, measure).toPrecision(4))),
    line: { ...style, ...(doubtful.length > 0 && { dash: 'dot' }) },
    hovertemplate: `${name}: ${measure.hover} at %{x:,} tokens<extra></extra>`,
  }
}

const rangeOf = (values: readonly number[]): [number, number] => [Math.min(...values) / 1.5, Math.max(...values) * 1.5]

const decades = ([low, high]: readonly [number, number]): [number, string][] =>
  Array.from({ length: 15 }, (_, i) => 10 ** i)
    .filter((at) => at > low && at < high)
    .map((at) => [at, formatQuantity(at, 'B')])
