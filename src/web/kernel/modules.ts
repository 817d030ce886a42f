// Which modules may a cell import? Those of a fixed table, each loaded once, when first asked for.
import { unknownName } from '../../units/refusal'
import { once } from '../once'

/** `wanted` are the names a cell takes from the module, where it says which. */
export type Import = (name: string, wanted?: readonly string[]) => Promise<object>

export type Modules = Readonly<Record<string, () => Promise<object>>>

export function loaderOf(modules: Modules): (name: string) => Promise<object> {
  return once(async (name: string) => {
    const find = Object.hasOwn(modules, name) ? modules[name] : undefined
    if (find === undefined) throw unknownName('module', name, Object.keys(modules))
    return find()
  })
}
