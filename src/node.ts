// The CommonJS build, which tslab loads: the library, plus a way to the kernel's display.
import { join } from 'node:path'
import { offerHost } from './notebook/host'
import { everything } from './notebook/jupyter/all'
import { assetsIn } from './notebook/jupyter/assets'
import { dresser } from './notebook/jupyter/dress'
import { storesOutputs } from './notebook/jupyter/stored'
import { tslabHost } from './notebook/tslab'

export * from './index'

const dressed = storesOutputs(process.env) ? undefined : dresser(assetsIn(join(__dirname, 'page')))
const kernel = tslabHost(require.cache, { dresser: dressed, library: new Set(Object.keys(everything)) })
if (kernel !== undefined) {
  offerHost(kernel)
  const given = module.exports
  // Node asks for a loaded module's exports at each import: so we learn that the cell with the imports ran again.
  Object.defineProperty(module, 'exports', {
    get() {
      dressed?.imported()
      return given
    },
  })
}
