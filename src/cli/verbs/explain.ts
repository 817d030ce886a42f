// servemath explain: where does the value of an equation come from, step by step?
import { explain as explained } from '../../algebra'
import { derivationAnswer } from '../derivationAnswer'
import { evaluation } from '../evaluation'
import { spreadFlags } from '../spread'
import { stepText } from '../steps'
import type { Verb } from '../verb'

export const explain: Verb = {
  usage: 'explain EQUATION',
  says: 'Every step to the value of an equation: the formula, the numbers in it, the value with its unit, the source.',
  flags: {
    ...spreadFlags,
    derivation: { says: 'put the derivation of the equation first, line by line' },
  },
  examples: [
    'explain rematCost --model llama-3.1-70b --accelerator h100-sxm --set mfu=0.4',
    'explain drainTime --tier hdd-hamr --derivation',
    'explain loadTime --set context=32768 bytesPerToken=320KiB/token tierBandwidth=14GB/s pathBandwidth=64GB/s --json',
  ],
  run: async (words, io) => {
    const { equation, value, used } = await evaluation(words, io)
    const { name, unit } = equation
    const derivation = words.has('derivation') ? derivationAnswer(name) : undefined
    const isGiven = Object.hasOwn(used, name)
    const steps = isGiven ? [] : explained(equation, used).steps
    const values = isGiven ? [`${name} = ${value} ${unit}, as given`] : steps.map(stepText)
    return {
      json: { equation: name, value, unit, inputs: used, steps, ...(derivation && { derivation: derivation.json }) },
      text: (width) => [...(derivation ? [derivation.text(width)] : []), ...values].join('\n\n'),
    }
  },
}
