// How does Jupyter find the tslab of this project, without installing anything for the whole machine?
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { kernelCommand } from './run/child'

/** Writes the kernel `tslab`, the name our notebooks ask for, under `root`; returns the folder for JUPYTER_PATH. */
export async function writeKernelSpec(root: string): Promise<string> {
  const jupyterPath = join(resolve(root), '.jupyter')
  const folder = join(jupyterPath, 'kernels', 'tslab')
  await mkdir(folder, { recursive: true })
  const spec = {
    argv: kernelCommand(resolve(root), '{connection_file}'),
    display_name: 'TypeScript',
    language: 'typescript',
    // The only way to stop a cell: tslab does not know the interrupt message.
    interrupt_mode: 'signal',
  }
  await writeFile(join(folder, 'kernel.json'), `${JSON.stringify(spec, null, 2)}\n`)
  return jupyterPath
}
