// What does `servemath kernel` do? It makes the project's own tslab known to Jupyter and says how to start it.
import { writeKernelSpec } from './kernelSpec'

export async function kernelVerb(root: string, out: (line: string) => void): Promise<number> {
  const jupyterPath = await writeKernelSpec(root)
  out('The TypeScript kernel of this project is ready. Start Jupyter with it:')
  out(`  JUPYTER_PATH=${jupyterPath} jupyter lab notebooks`)
  return 0
}
