// servemath kernel: how does Jupyter find the TypeScript kernel of this project?
import { userFolder } from '../../notebook/kernelSpec'
import { kernelVerb } from '../../notebook/kernelVerb'
import { Refusal } from '../../units'
import type { Verb } from '../verb'
import { noWords } from '../words'

export const kernel: Verb = {
  usage: 'kernel',
  says: 'Registers the kernel of the current folder for Jupyter, there in .jupyter, and prints how to start Jupyter with it.',
  flags: {
    user: { says: 'register it for all of your Jupyters, and for VS Code, instead' },
    into: {
      takes: 'FOLDER',
      says: 'register it in this folder of Jupyter data, such as /usr/local/share/jupyter, instead',
    },
  },
  examples: ['kernel', 'kernel --user', 'kernel --into /usr/local/share/jupyter'],
  run: async (words) => {
    noWords(words)
    const into = words.value('into')
    if (into !== undefined && words.has('user')) throw new Refusal('--user and --into exclude each other: choose one.')
    const lines: string[] = []
    await kernelVerb(process.cwd(), (line) => lines.push(line), words.has('user') ? userFolder() : into)
    return { json: { says: lines }, text: () => lines.join('\n') }
  },
}
