// How does a cell get at a file of its reader, and what is said where it cannot?
import { readFile } from 'node:fs/promises'
import { Refusal } from '../units/refusal'

/** All of the file, or a sentence that says why not. */
export async function bytesOf(path: string): Promise<Uint8Array> {
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
