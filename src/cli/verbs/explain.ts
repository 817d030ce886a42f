// servemath explain: where does the value of an equation come from, step by step?
import { type Explanation, explain as explained } from '../../algebra'
import { equations } from '../../derivations'
import { evaluation } from '../evaluation'
import { spreadFlags } from '../spread'
import type { Verb } from '../verb'

export const explain: Verb = {
  usage: 'explain EQUATION',
  says: 'Every step to the value of an equation: the formula, the numbers in it, the value with its unit, the source.',
  flags: spreadFlags,
  examples: [
    'explain rematCost --model llama-3.1-70b --accelerator h100-sxm --set mfu=0.4',
    'explain loadTime --set context=32768 bytesPerToken=320KiB/token tierBandwidth=14GB/s pathBandwidth=64GB/s --json',
  ],
  run: async (words, io) => {
    const { equation, value, used } = await evaluation(words, io)
    if (Object.hasOwn(used, equation.name)) return asGiven(equation.name, value, equation.unit)
    const { steps } = explained(equation, used)
    return {
      json: { equation: equation.name, value, unit: equation.unit, inputs: used, steps },
      text: () => steps.map(stepText).join('\n\n'),
    }
  },
}

function asGiven(name: string, value: number, unit: string): ReturnType<Verb['run']> {
  return {
    json: { equation: name, value, unit, inputs: { [name]: value }, steps: [] },
    text: () => `${name} = ${value} ${unit}, as given`,
  }
}

function stepText({ name, says, source, inputs, text, value, unit }: Explanation['steps'][number]): string {
  const indent = ' '.repeat(name.length)
  const expression = equations[name]?.expression ?? name
  const numbers = new Map(inputs.map((input) => [input.name, input.text]))
  const substituted = expression.replace(/[A-Za-z]\w*/g, (word) => numbers.get(word) ?? word)
  return [
    `${says}${source === '' ? '' : `  [${source}]`}`,
    `  ${name} = ${expression}`,
    `  ${indent} = ${substituted}`,
    `  ${indent} = ${text}   (${value} ${unit})`,
  ].join('\n')
}
