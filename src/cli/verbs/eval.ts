// servemath eval: what is an equation worth at given numbers?
import { unitOf } from '../../derivations'
import { formatQuantity } from '../../units'
import { columns } from '../columns'
import { evaluation } from '../evaluation'
import { spreadFlags } from '../spread'
import type { Verb } from '../verb'

export const evalVerb: Verb = {
  usage: 'eval EQUATION',
  says: 'The value of an equation. A value set for an equation under it is taken as given.',
  flags: spreadFlags,
  examples: [
    'eval groupedQueryBytes --set layers=126 kvHeads=8 headDim=128 bytesPerElement=2',
    'eval rematCost --model llama-3.1-70b --accelerator h100-sxm --set mfu=0.4',
    'eval drainTime --tier nvme-tlc-gen5 --json',
  ],
  run: async (words, io) => {
    const { equation, value, used } = await evaluation(words, io)
    const { name, unit, says } = equation
    const text = (): string => {
      const rows = Object.entries(used).map(([input, number]) => [`  ${input}`, formatQuantity(number, unitOf(input))])
      return [`${name} = ${formatQuantity(value, unit)}   (${value} ${unit})`, says, ...columns(rows, [1])].join('\n')
    }
    const brief = (): string => formatQuantity(value, unit)
    return { json: { equation: name, value, unit, inputs: used }, text, brief }
  },
}
