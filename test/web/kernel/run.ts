// How does a test run cells? In the kernel of the page, here in Node, and what each reports comes back.
import { compile } from '../../../src/web/kernel/compile'
import type { Kernel } from '../../../src/web/kernel/kernel'
import { createKernel } from '../../../src/web/kernel/kernel'
import { loaderOf } from '../../../src/web/kernel/modules'
import type { CellResult } from '../../../src/web/kernel/result'

export const modules = loaderOf({ servemath: () => import('../../../src/index'), mathjs: () => import('mathjs') })

export interface Bench {
  readonly kernel: Kernel
  /** the latest report of each cell */
  readonly results: ReadonlyMap<string, CellResult>
  readonly begun: string[]
  /** what a cell printed or failed with */
  said(id: string): string
  edit(id: string, source: string): Promise<readonly string[]>
}

/** Cells are named a, b, c, … */
export async function benchOf(...sources: readonly string[]): Promise<Bench> {
  const results = new Map<string, CellResult>()
  const begun: string[] = []
  const kernel = createKernel(modules, {
    stale: () => {},
    begin: (id) => void begun.push(id),
    end: (result) => void results.set(result.id, result),
    late: (result) => void results.set(result.id, result),
  })
  const cells = sources.map((source, at) => ({ id: String.fromCharCode(97 + at), code: compile(source) }))
  kernel.load(cells, {}, [])
  await kernel.run(cells.map(({ id }) => id))
  const said = (id: string) => {
    const { outputs = [], error } = results.get(id) ?? {}
    return (
      outputs.map((output) => (output.output_type === 'stream' ? output.text : '')).join('') + (error?.message ?? '')
    )
  }
  return { kernel, results, begun, said, edit: (id, source) => kernel.edit(id, compile(source)) }
}
