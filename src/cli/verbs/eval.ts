// servemath eval: what is an equation worth at given numbers, or where they are known only within ranges?
import { uncertain } from '../../algebra'
import { unitOf } from '../../derivations'
import { formatQuantity } from '../../units'
import { columns } from '../columns'
import { evaluation } from '../evaluation'
import { spreadFlags } from '../spread'
import { uncertainFlags, uncertainIn } from '../uncertain/asked'
import { boundsIn, rangeLines } from '../uncertain/cells'
import { sampledIn } from '../uncertain/equation'
import type { Verb } from '../verb'

export const evalVerb: Verb = {
  usage: 'eval EQUATION',
  says: 'The value of an equation. A value set for an equation under it is taken as given.',
  flags: { ...spreadFlags, ...uncertainFlags },
  examples: [
    'eval groupedQueryBytes --set layers=126 kvHeads=8 headDim=128 bytesPerElement=2',
    'eval rematCost --model llama-3.1-70b --accelerator h100-sxm --set mfu=0.4',
    'eval drainTime --tier nvme-tlc-gen5 --json',
    'eval rematCost --model llama-3.1-70b --accelerator h100-sxm --uncertain --range mfu=0.3..0.6',
  ],
  run: async (words, io) => {
    const asked = uncertainIn(words)
    const found = await evaluation(words, io, asked?.ranges)
    const { equation, value, used } = found
    const { name, unit, says } = equation
    const sampled = asked && sampledIn(found, asked)
    const drawn = sampled && uncertain(equation, sampled.at, sampled.ranges, sampled.options)
    const text = (): string => {
      const rows = Object.entries(used).map(([input, number]) => [`  ${input}`, formatQuantity(number, unitOf(input))])
      return [
        `${name} = ${formatQuantity(value, unit)}   (${value} ${unit})`,
        ...(drawn === undefined ? [] : [boundsIn(drawn, unit)]),
        says,
        ...columns(rows, [1]),
        ...(sampled === undefined ? [] : ['', 'Ranges: nine of ten times', ...rangeLines(sampled.ranges)]),
      ].join('\n')
    }
    return {
      json: {
        ...{ equation: name, value, unit, inputs: used },
        ...(drawn && { uncertain: { ...drawn, ranges: sampled?.ranges } }),
      },
      text,
      brief: () => formatQuantity(value, unit),
    }
  },
}
