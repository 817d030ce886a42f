// What is in the file a reader named? Its bytes, or a sentence about why there are none.
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { replaceFile } from '../notebook/file/disk'
import { Refusal } from '../units'

/** More than any text we read: whoever names a file of weights by mistake should not wait for gigabytes. */
const mostBytes = (1 << 26) + 1

/** The file's bytes, at most 64 MiB and one: a longer file is cut, for its reader to refuse. */
export function readBytes(path: string): Uint8Array {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch (error) {
    throw new Refusal(`${path} cannot be read: ${reason(error)}.`)
  }
  try {
    return bytesOf(file)
  } catch (error) {
    throw new Refusal(`${path} cannot be read: ${reason(error)}.`)
  } finally {
    closeSync(file)
  }
}

// Read to the end rather than by its size: a pipe has none.
function bytesOf(file: number): Uint8Array {
  const chunks: Uint8Array[] = []
  for (let total = 0; total < mostBytes; ) {
    const chunk = new Uint8Array(Math.min(1 << 16, mostBytes - total))
    const got = readSync(file, chunk)
    if (got === 0) break
    chunks.push(chunk.subarray(0, got))
    total += got
  }
  return Buffer.concat(chunks)
}

export function isThere(path: string): 'file' | 'folder' | undefined {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file'
  } catch {
    // Not there, or nothing that could be: a path through a file, a name too long.
    return undefined
  }
}

/** Writes the whole file or none of it. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  if (isThere(dirname(resolve(path))) !== 'folder') {
    throw new Refusal(`${path} cannot be written: the folder ${dirname(path)} does not exist.`)
  }
  try {
    await replaceFile(path, content)
  } catch (error) {
    throw new Refusal(`${path} cannot be written: ${reason(error)}.`)
  }
}

const words: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EISDIR: 'it is a folder',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
}

function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return words[code ?? ''] ?? message
}
