// How is a file of any size read as lines? In chunks, unzipped on the way, never held whole.
import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { createGunzip, gunzipSync } from 'node:zlib'
import { Refusal } from '../../../units'

/** Told the bytes of the file read so far, and how many there are. */
export type Progress = (read: number, size: number) => void

/** Hands each line of the file, without its end, to `take`. A gzip file is unzipped. */
export async function eachLine(path: string, take: (line: string) => void, progress?: Progress): Promise<void> {
  const size = statSync(path).size
  const chunks = isGzip(headOf(path)) ? unzippedChunks(path) : plainChunks(path)
  await cutIntoLines(chunks, path, take, (read) => progress?.(read, size))
}

/** The same of bytes that come one after another, such as those of a pipe; `head` are the first of them. */
export async function eachLineOf(
  head: Uint8Array,
  bytes: AsyncIterable<Uint8Array>,
  name: string,
  take: (line: string) => void,
): Promise<void> {
  const content = isGzip(head) ? Readable.from(bytes).pipe(createGunzip()) : bytes
  await cutIntoLines(counted(content), name, take)
}

async function* counted(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Chunk> {
  let read = 0
  for await (const some of bytes) {
    read += some.length
    yield { bytes: some, read }
  }
}

async function cutIntoLines(
  chunks: AsyncIterable<Chunk>,
  name: string,
  take: (line: string) => void,
  progress?: (read: number) => void,
): Promise<void> {
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for await (const { bytes, read } of chunks) {
      const [first = '', ...more] = decoder.decode(bytes, { stream: true }).split('\n')
      rest += first
      for (const line of more) {
        take(rest)
        rest = line
      }
      progress?.(read)
    }
  } catch (error) {
    throw explained(error, name)
  }
  rest += decoder.decode()
  if (rest !== '') take(rest)
}

/** The first line of the file that is not empty, without its end; '' where there is none. */
export async function firstLine(path: string): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  try {
    for await (const { bytes } of isGzip(headOf(path)) ? unzippedChunks(path) : plainChunks(path)) {
      const piece = decoder.decode(bytes, { stream: true })
      text = text === '' ? piece.trimStart() : text + piece
      if (piece.includes('\n') && text.includes('\n')) break
    }
  } catch (error) {
    throw explained(error, path)
  }
  return text.split('\n', 1)[0] as string
}

interface Chunk {
  /** valid until the next chunk */
  readonly bytes: Uint8Array
  /** of the file, up to here */
  readonly read: number
}

// One buffer for the whole file: fresh ones would pile up faster than they are collected.
export async function* plainChunks(path: string): AsyncGenerator<Chunk> {
  const file = await open(path)
  try {
    const buffer = new Uint8Array(1 << 18)
    for (let read = 0; ; ) {
      const { bytesRead } = await file.read(buffer)
      if (bytesRead === 0) return
      read += bytesRead
      yield { bytes: buffer.subarray(0, bytesRead), read }
    }
  } finally {
    await file.close()
  }
}

async function* unzippedChunks(path: string): AsyncGenerator<Chunk> {
  const file = createReadStream(path)
  const text = file.pipe(createGunzip())
  // A pipe does not hand on what goes wrong at its other end.
  file.on('error', (error) => text.destroy(error))
  try {
    for await (const bytes of text) yield { bytes: bytes as Uint8Array, read: file.bytesRead }
  } finally {
    file.destroy()
  }
}

/** The bytes themselves, or what they hold if they are gzip. */
export function unzipped(bytes: Uint8Array, name: string): Uint8Array {
  if (!isGzip(bytes)) return bytes
  try {
    return gunzipSync(bytes)
  } catch (error) {
    throw explained(error, name)
  }
}

export const isGzip = ([first, second]: Uint8Array): boolean => first === 0x1f && second === 0x8b

/** The first bytes of a file, as many as there are up to `most`. */
export function headOf(path: string, most = 2): Uint8Array {
  const head = new Uint8Array(most)
  const file = openSync(path, 'r')
  try {
    return head.subarray(0, readSync(file, head))
  } finally {
    closeSync(file)
  }
}

function explained(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  if (!code.startsWith('Z_')) return error
  return new Refusal(
    code === 'Z_BUF_ERROR'
      ? `${path} ends in the middle of its gzip data: it was cut off.`
      : `${path} is damaged gzip data: it cannot be unzipped.`,
  )
}
