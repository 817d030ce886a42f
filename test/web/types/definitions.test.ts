import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { typesFiles } from '../../../src/web/bundles'
import { definitions } from '../../../src/web/definitions'

describe('what is fetched when a reader switches types on', () => {
  let files: Awaited<ReturnType<typeof typesFiles>>
  beforeAll(async () => {
    files = await typesFiles()
  })

  it('is named by its content, so a browser may keep it', () => {
    expect(files.worker.path).toMatch(/^live\/types-[0-9a-f]{10}\.js$/)
    expect(files.definitions.path).toMatch(/^live\/definitions-[0-9a-f]{10}\.json$/)
  })

  it('is as much as the title of the switch says, or less', () => {
    const size = (text: string) => gzipSync(text, { level: 9 }).length
    expect(size(files.worker.content) + size(files.definitions.content)).toBeLessThan(1_250_000)
  })

  it('says nothing of the machine that built it', () => {
    expect(files.definitions.content).not.toContain(process.cwd())
    expect(Object.keys(definitions().files).filter((path) => !/^\/(lib\.|node_modules\/)/.test(path))).toEqual([])
  })

  it('knows neither a page nor Node', () => {
    expect(Object.keys(definitions().files).filter((path) => /lib\.dom|@types|valibot/.test(path))).toEqual([])
  })

  it('is refused, saying what to run, where the library is not built', () => {
    expect(() => definitions('test/web/types')).toThrow('dist/types/ is not there: run "npm run build:lib" first.')
  })
})
