// How does Jupyter find the kernel of this checkout, without installing anything for the whole machine?
import { mkdir, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { Refusal } from '../units/refusal'
import { kernelspec } from './file/kernelName'
import { kernelCommand, kernelEnvironment } from './run/command'

/** The folder of `root` that is put into JUPYTER_PATH, so that only who wants this kernel sees it. */
export function ownFolder(root: string): string {
  return join(resolve(root), '.jupyter')
}

/** Where Jupyter and VS Code look for what a user has installed, with no JUPYTER_PATH. */
export function userFolder(env = process.env, platform = process.platform, home = homedir()): string {
  if (env.JUPYTER_DATA_DIR) return env.JUPYTER_DATA_DIR
  if (platform === 'darwin') return join(home, 'Library', 'Jupyter')
  if (platform === 'win32') return join(env.APPDATA ?? join(home, 'AppData', 'Roaming'), 'jupyter')
  return join(env.XDG_DATA_HOME || join(home, '.local', 'share'), 'jupyter')
}

/**
 * Writes the kernel the notebooks ask for into a folder of Jupyter's data, and returns that folder. It names Node and the
 * tslab of `root` by their full paths, so it is written again where either has moved.
 */
export async function writeKernelSpec(root: string, jupyterFolder = ownFolder(root)): Promise<string> {
  const folder = join(jupyterFolder, 'kernels', kernelspec.name)
  const { display_name, language } = kernelspec
  const spec = {
    argv: kernelCommand(resolve(root), '{connection_file}'),
    display_name,
    env: kernelEnvironment,
    // The only way to stop a cell: tslab does not know the interrupt message.
    interrupt_mode: 'signal',
    language,
  }
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'kernel.json'), `${JSON.stringify(spec, null, 2)}\n`)
  } catch (error) {
    throw new Refusal(`The kernel cannot be written to ${folder}: ${(error as Error).message}.`)
  }
  return jupyterFolder
}
