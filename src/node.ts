// The CommonJS build, which tslab loads: the library, plus a way to the kernel's display.
import { offerHost } from './notebook/host'
import { sayErrors } from './notebook/saidErrors'
import { tslabHost } from './notebook/tslab'

export * from './index'

const kernel = tslabHost(require.cache)
if (kernel !== undefined) {
  offerHost(kernel)
  sayErrors()
}
