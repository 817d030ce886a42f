// How does a cell reach tslab's display, which has no public way to send several MIME types at once?
import { bytesOf } from './bytesOf'
import type { Host } from './host'
import type { Dresser } from './jupyter/dress'
import { packed } from './jupyter/travel'
import type { MimeBundle } from './mime/bundle'
import { toMime } from './mime/toMime'

type Write = (message: { data: MimeBundle; metadata: object; transient: object }, update: boolean) => void
type Modules = Readonly<Record<string, { readonly exports: unknown } | undefined>>

export interface Dressing {
  /** undefined where outputs are to be stored as they are, without anything for a page to run */
  readonly dresser: Dresser | undefined
  /** the names a function of a live figure may use */
  readonly library: ReadonlySet<string>
}

/** A host over the kernel found among the loaded modules; undefined outside tslab. */
export function tslabHost(loaded: Modules, { dresser, library }: Dressing): Host | undefined {
  const kernels = Object.keys(loaded).filter((path) => /[\\/]tslab[\\/]dist[\\/]jupyter\.js$/.test(path))
  if (kernels.length === 0) return undefined
  // tslab replaces its writer for each cell, so it is read anew each time. Of two copies only the running one has it.
  const writer = (): Write | undefined => kernels.map((path) => writerOf(loaded[path]?.exports)).find(Boolean)
  const send = (bundle: MimeBundle): void => {
    const write = writer()
    if (write === undefined) console.log(bundle['text/plain'])
    else write({ data: bundle, metadata: {}, transient: {} }, false)
  }
  return {
    display: (bundle) => send(dresser?.dress(bundle) ?? bundle),
    live(live) {
      // Looked at in every mode, so that a function that cannot travel fails wherever its cell runs.
      const travelling = packed(live, library)
      const bundle = toMime(live.figure)
      send(dresser?.dress(bundle, travelling) ?? bundle)
    },
    readFile: bytesOf,
  }
}

function writerOf(jupyter: unknown): Write | undefined {
  const write = (jupyter as { lastWriteDisplayData?: Write | null } | undefined)?.lastWriteDisplayData
  return write ?? undefined
}
