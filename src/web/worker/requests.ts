// How does the worker serve the page? One request after the other, each ended by `idle`.
import { explain } from '../../algebra'
import { toMime } from '../../notebook/mime/toMime'
import { reply } from '../../notebook/reply'
import type { Part } from '../apart'
import { type CellError, type Compiled, cellError } from '../kernel/compiled'
import { failure } from '../kernel/failure'
import { createKernel } from '../kernel/kernel'
import { type Import, loaderOf } from '../kernel/modules'
import { charts, robust, uncertain } from './partNames'
import type { CellText, Fetched, Report, Request } from './protocol'

export interface Surroundings {
  say(report: Report): void
  /** the exports of a module whose text the page delivers */
  fetchModule(name: Fetched): Promise<object>
  readonly library: object
}

interface Compiler {
  compile(source: string): Compiled | CellError
}

const byName: readonly (readonly [part: Part, names: readonly string[]])[] = [
  ['charts', charts],
  ['robust', robust],
  ['uncertain', uncertain],
]

/** Every part that a name may be in; all of them for a cell that asks for everything. */
function partsWith(names: readonly string[] | undefined): readonly Part[] {
  if (names === undefined) return ['charts', 'derivations', 'robust', 'uncertain']
  return [...new Set(names.map((name): Part => byName.find(([, own]) => own.includes(name))?.[0] ?? 'derivations'))]
}

/** With these a cell may read a config of any family, as measured rows have them; the worker begins with those of the catalogue. */
const readers: readonly string[] = ['readConfig', 'defineFamily', 'measurements']

export function serveRequests({ say, fetchModule, library }: Surroundings): (request: Request) => Promise<void> {
  const modules = loaderOf({ servemath: async () => library, mathjs: () => fetchModule('mathjs') })
  // A cell that asks the library for what it has not, or for all it has, gets the parts fetched last.
  const whole: Import = async (name, wanted) => {
    const begun = await modules(name)
    if (name !== 'servemath') return begun
    const reads = wanted === undefined || wanted.some((one) => readers.includes(one))
    const module = reads ? Object.assign({}, begun, await fetchModule('families')) : begun
    const lacks = wanted?.filter((one) => !(one in module))
    if (lacks?.length === 0) return module
    return Object.assign({}, module, ...(await Promise.all(partsWith(lacks).map(fetchModule))))
  }
  const kernel = createKernel(whole, {
    stale: (ids) => say({ kind: 'stale', ids }),
    begin: (id) => say({ kind: 'begin', id }),
    end: (result) => say({ kind: 'end', result }),
    late: (result) => say({ kind: 'late', result }),
  })

  async function codeOf({ source, code }: Omit<CellText, 'id'>): Promise<Compiled | CellError> {
    if (code) return code
    try {
      const { compile } = (await fetchModule('compiler')) as Compiler
      return compile(source)
    } catch (error) {
      return cellError('Error', `The compiler could not be loaded: ${error instanceof Error ? error.message : error}`)
    }
  }

  async function serve(request: Request): Promise<readonly string[]> {
    switch (request.kind) {
      case 'load': {
        const cells = await Promise.all(request.cells.map(async (cell) => ({ id: cell.id, code: await codeOf(cell) })))
        kernel.load(cells, request.chosen, request.skipped)
        return kernel.run(request.run)
      }
      case 'edit':
        return kernel.edit(request.id, await codeOf(request))
      case 'choose':
        return kernel.choose(request.values)
      case 'answer': {
        const exercise = kernel.exercise(request.exercise)
        const given = exercise?.check(request.text) ?? reply('not posed', 'Run the cell of this exercise first.')
        say({ kind: 'reply', seq: request.seq, reply: given })
        return []
      }
      case 'explain': {
        const call = kernel.call(request.cell, request.at)
        const bundle = toMime(call ? explain(call.equation, call.args) : 'Run this cell first.')
        say({ kind: 'explained', seq: request.seq, explained: { bundle, leaves: call?.equation.leaves ?? [] } })
        return []
      }
    }
  }

  let last: Promise<unknown> = Promise.resolve()
  return (request) => {
    const served = last.then(async () => {
      try {
        say({ kind: 'idle', seq: request.seq, ran: await serve(request) })
      } catch (error) {
        // Whatever went wrong, the next request is served.
        say({ kind: 'stray', error: failure(error, '') })
        say({ kind: 'idle', seq: request.seq, ran: [] })
      }
    })
    last = served
    return served
  }
}
