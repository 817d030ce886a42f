// servemath kernel: how does Jupyter find the TypeScript kernel of this project?
import { kernelVerb } from '../../notebook/kernelVerb'
import type { Verb } from '../verb'
import { noWords } from '../words'

export const kernel: Verb = {
  usage: 'kernel',
  says: 'Writes a kernel description for Jupyter under the current folder, and prints how to start Jupyter with it.',
  flags: {},
  examples: ['kernel'],
  run: async (words) => {
    noWords(words)
    const lines: string[] = []
    const code = await kernelVerb(process.cwd(), (line) => lines.push(line))
    return { json: { says: lines }, text: () => lines.join('\n'), code }
  },
}
