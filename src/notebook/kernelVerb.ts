// What does `servemath kernel` do? It makes the kernel of this checkout known to Jupyter and says how to start it.
import { resolve } from 'node:path'
import { kernelspec } from './file/kernelName'
import { ownFolder, writeKernelSpec } from './kernelSpec'

/** Registers the kernel in `into`, a folder Jupyter looks into; without one, in a folder that JUPYTER_PATH must name. */
export async function kernelVerb(root: string, out: (line: string) => void, into?: string): Promise<void> {
  const folder = await writeKernelSpec(root, into === undefined ? ownFolder(root) : resolve(into))
  out(`The kernel "${kernelspec.display_name}" is registered in ${folder}.`)
  if (into === undefined) for (const line of startLines(folder)) out(line)
  else out('Every Jupyter that looks there now offers it.')
}

/** How Jupyter is started by hand, in each of the common shells. */
export function startLines(folder: string): string[] {
  return [
    '"npm run jupyter" starts Jupyter with it; by hand:',
    `  Linux, macOS   JUPYTER_PATH=${posixWord(folder)} jupyter lab notebooks`,
    `  PowerShell     $env:JUPYTER_PATH = '${folder.replaceAll("'", "''")}'; jupyter lab notebooks`,
    `  cmd            set "JUPYTER_PATH=${folder}" && jupyter lab notebooks`,
  ]
}

// What a shell would split or expand stands in quotes.
function posixWord(text: string): string {
  return /^[\w./:@%+=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
}
