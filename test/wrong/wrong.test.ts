// Does every wrong input get its one stored sentence, its exit code, an empty stdout, and leave no file behind?
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { servemath } from '../cli/program'

interface Wrong {
  /** `{folder}` stands for a folder with the files */
  readonly args: readonly string[]
  readonly stdin?: string
  readonly files?: Readonly<Record<string, string>>
  readonly code: number
  readonly stderr: string
}

const home = new URL('.', import.meta.url).pathname
const cases = readdirSync(home)
  .filter((name) => name.endsWith('.json'))
  .map((name): [string, Wrong] => [name.replace('.json', ''), JSON.parse(readFileSync(join(home, name), 'utf8'))])

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wrong-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

async function refused({ args, stdin, files = {} }: Wrong) {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  const { code, out, err } = await servemath(
    args.map((word) => word.replace('{folder}', folder)),
    stdin,
  )
  return { code, out, stderr: err.replaceAll(folder, '{folder}') }
}

const filesIn = (): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()

describe('bad input', () => {
  it.each(cases.filter(([, { code }]) => code === 2))('is refused in one sentence: %s', async (_, wrong) => {
    const { code, out, stderr } = await refused(wrong)
    expect(stderr).toBe(`${wrong.stderr}\n`)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(filesIn()).toEqual(Object.keys(wrong.files ?? {}).sort())
  })

  it.each(cases.filter(([, { code }]) => code === 1))(
    'fails with the number of its cell: %s',
    async (_, wrong) => {
      const { code, stderr } = await refused(wrong)
      expect(stderr).toBe(`${wrong.stderr}\n`)
      expect(code).toBe(1)
      expect(readFileSync(join(folder, 'chapter.ipynb'), 'utf8')).toBe(wrong.files?.['chapter.ipynb'])
    },
    60_000,
  )
})
