import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { traffic } from '../../src/notebook'
import { tslabHost } from '../../src/notebook/tslab'
import { mooncakeLines, syntheticRequests } from '../../src/placement/trace'

const folder = mkdtempSync(join(tmpdir(), 'servemath-trace-'))
const requests = syntheticRequests({ seed: 3, duration: 60, chats: 5, agents: 1, calls: 5 })
const text = mooncakeLines(requests).join('\n')
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const holder = globalThis as { [key: symbol]: unknown }
const key = Symbol.for('servemath.host')
const inTslab = (): void => {
  holder[key] = tslabHost({ '/x/tslab/dist/jupyter.js': { exports: {} } }, { dresser: undefined, library: new Set() })
}

afterEach(() => {
  delete holder[key]
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('a trace in a chapter', () => {
  it('without a path is the hour that comes along, the same each time', async () => {
    const { openTrace } = await traffic()
    const [first, second] = [await openTrace(''), await openTrace(' ')]
    expect(first.format).toBe('synthetic')
    expect(first.duration).toBeLessThanOrEqual(3600)
    expect([...first.block]).toEqual([...second.block])
  })

  it('in tslab is read from the file, plain or gzip', async () => {
    inTslab()
    const { openTrace } = await traffic()
    for (const path of [file('plain.jsonl', text), file('zipped.jsonl.gz', gzipSync(text))]) {
      const trace = await openTrace(path)
      expect([trace.format, trace.totals.requests]).toEqual(['mooncake', requests.length])
    }
  })

  it('is refused away from the files of the reader, who is told what to do', async () => {
    const { openTrace } = await traffic()
    await expect(openTrace('mine.jsonl')).rejects.toThrow(
      'mine.jsonl cannot be read here, away from your files: run this chapter in Jupyter, or give the file to `servemath replay`.',
    )
  })

  it('is refused by name where there is no such file, only a folder, or half of a gzip', async () => {
    inTslab()
    const { openTrace } = await traffic()
    const half = file('half.jsonl.gz', gzipSync(text).subarray(0, 200))
    await expect(openTrace(join(folder, 'none.jsonl'))).rejects.toThrow(/There is no file .*none\.jsonl/)
    await expect(openTrace(folder)).rejects.toThrow(/is a folder: expected one file here/)
    await expect(openTrace(half)).rejects.toThrow(/half\.jsonl\.gz is damaged gzip data, or ends in the middle of it/)
  })
})
