// How does a cell reach tslab's display, which has no public way to send several MIME types at once?
import { readFile } from 'node:fs/promises'
import { Refusal } from '../units/refusal'
import type { Host } from './host'
import type { MimeBundle } from './mime/bundle'

type Write = (message: { data: MimeBundle; metadata: object; transient: object }, update: boolean) => void
type Modules = Readonly<Record<string, { readonly exports: unknown } | undefined>>

/** A host over the kernel found among the loaded modules; undefined outside tslab. */
export function tslabHost(loaded: Modules): Host | undefined {
  const kernels = Object.keys(loaded).filter((path) => /[\\/]tslab[\\/]dist[\\/]jupyter\.js$/.test(path))
  if (kernels.length === 0) return undefined
  // tslab replaces its writer for each cell, so it is read anew each time. Of two copies only the running one has it.
  const writer = (): Write | undefined => kernels.map((path) => writerOf(loaded[path]?.exports)).find(Boolean)
  return {
    display(bundle) {
      const write = writer()
      if (write === undefined) console.log(bundle['text/plain'])
      else write({ data: bundle, metadata: {}, transient: {} }, false)
    },
    readFile: bytesOf,
  }
}

function writerOf(jupyter: unknown): Write | undefined {
  const write = (jupyter as { lastWriteDisplayData?: Write | null } | undefined)?.lastWriteDisplayData
  return write ?? undefined
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (error) {
    throw new Refusal(
      unreadable[(error as NodeJS.ErrnoException).code ?? '']?.(path) ?? `${path} cannot be read: ${error}`,
    )
  }
}

const unreadable: Readonly<Record<string, (path: string) => string>> = {
  ENOENT: (path) =>
    `There is no file ${path}: expected a trace, by a path from this notebook's folder or from the root.`,
  EISDIR: (path) => `${path} is a folder: expected one file here; \`servemath replay\` reads folders of sessions.`,
  ERR_FS_FILE_TOO_LARGE: (path) => `${path} is too large for a cell: \`servemath replay\` reads files of any size.`,
}
