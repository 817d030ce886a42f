// How does a reader start Jupyter on the chapters, with the kernel of this checkout already known to it?
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { Refusal } from '../units/refusal'
import { notebookPaths } from './file/disk'
import { writeKernelSpec } from './kernelSpec'

/** Runs JupyterLab, else Jupyter Notebook, until it is stopped; `rest` goes to it. Returns its exit code. */
export async function startJupyter(root: string, rest: readonly string[], env = process.env): Promise<number> {
  const opened = await toOpen(resolve(root), rest)
  // Written anew each time: since the last start, the checkout or Node may have moved.
  const own = await writeKernelSpec(root)
  const JUPYTER_PATH = [own, ...(env.JUPYTER_PATH ? [env.JUPYTER_PATH] : [])].join(delimiter)
  for (const { name, opens } of opened) {
    const code = await runProgram(name, [...opens, ...rest], resolve(root), { ...env, JUPYTER_PATH })
    if (code !== 'not installed') return code
  }
  throw new Refusal(
    'Jupyter is not installed, or not on the PATH: get it with "pip install jupyterlab", or read in the browser with "npm start".',
  )
}

// Lab lists a chapter's folder beside it; in Notebook the folder's page is what shows the reading order.
async function toOpen(root: string, rest: readonly string[]) {
  const named = rest.some((word) => !word.startsWith('-') && existsSync(resolve(root, word)))
  const folder = join(root, 'notebooks')
  const first = named ? [] : (await notebookPaths([folder])).slice(0, 1)
  return [
    { name: 'jupyter-lab', opens: first },
    { name: 'jupyter-notebook', opens: named ? [] : [folder] },
  ]
}

function runProgram(name: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv) {
  return new Promise<number | 'not installed'>((done, refuse) => {
    const child = spawn(name, args, { cwd, env, stdio: 'inherit' })
    // Ctrl-C reaches Jupyter too, which asks before it stops, so we go when it goes.
    const wait = () => undefined
    const pass = () => child.kill('SIGTERM')
    process.on('SIGINT', wait).on('SIGTERM', pass)
    const leave = () => process.off('SIGINT', wait).off('SIGTERM', pass)
    child.once('error', (error: NodeJS.ErrnoException) => {
      leave()
      if (error.code === 'ENOENT') done('not installed')
      else refuse(new Refusal(`${name} could not be started: ${error.message}.`))
    })
    child.once('close', (code) => {
      leave()
      done(code ?? 1)
    })
  })
}
