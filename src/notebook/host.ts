// Who displays what a cell shows? The host that runs it (tslab, a page), or else the console, in plain text.
import type { Assumption } from './assume'
import type { Exercise } from './exercise'
import type { Live } from './live'
import type { MimeBundle } from './mime/bundle'

export interface Host {
  display(bundle: MimeBundle): void
  /** Offers the assumption to the reader and answers with the value to use, in base units. */
  assume?(name: string, assumption: Assumption): number
  exercise?(exercise: Exercise): void
  /** A figure with sliders, where the host can redraw it; elsewhere the figure as drawn is displayed. */
  live?(live: Live): void
  /** The bytes of a file of the reader's, where the host can reach their files. */
  readFile?(path: string): Promise<Uint8Array>
}

// A well-known symbol, so that host and library find each other even when they are bundled apart.
const key = Symbol.for('servemath.host')

declare const console: { log(text: string): void }
const printer: Host = { display: (bundle) => console.log(bundle['text/plain']) }

export function host(): Host {
  return (globalThis as { [key]?: Host })[key] ?? printer
}

/** Makes `found` the host, unless there is one already. */
export function offerHost(found: Host): void {
  const holder = globalThis as { [key]?: Host }
  holder[key] ??= found
}
