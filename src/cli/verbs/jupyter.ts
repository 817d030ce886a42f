// servemath jupyter: how does a reader start Jupyter on the chapters, without knowing where kernels are kept?
import { startJupyter } from '../../notebook/startJupyter'
import type { Verb } from '../verb'

export const jupyter: Verb = {
  usage: 'jupyter [-- ARGUMENT…]',
  says: 'Registers the kernel and opens the chapters in JupyterLab, else in Jupyter Notebook; what follows -- goes to Jupyter.',
  flags: {},
  examples: [
    'jupyter',
    'jupyter -- --no-browser --port 8889',
    'jupyter -- notebooks/04-hold-retrieve-rematerialize.ipynb',
  ],
  run: async (words) => {
    const code = await startJupyter(process.cwd(), words.free)
    return { json: { code }, text: () => '', code }
  },
}
