import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runVerb } from '../../src/notebook/verb'
import { scratchFolder, writeNotebook } from './files'

const folder = scratchFolder()
afterAll(() => rmSync(folder, { recursive: true }))

async function verb(...args: string[]): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = []
  const code = await runVerb(args, (line) => lines.push(line))
  return { code, lines }
}

describe('servemath run', () => {
  it('writes a line for each notebook of a folder, and checks what it stored', async () => {
    const place = mkdtempSync(join(folder, 'good-'))
    const path = writeNotebook(place, '01-a', [{ markdown: '# T' }, '1 + 1'])
    expect((await verb('--write', place)).code).toBe(0)
    const { code, lines } = await verb('--check', '--lint', '--jobs', '1', place)
    expect(code).toBe(0)
    expect(lines.map((line) => line.replace(/\d+\.\d s/, '_ s'))).toEqual([`${path}  1/1 cells  _ s  ok`])
  }, 60_000)

  it('ends with 1 and the cell number when a notebook fails, is not current or breaks a rule', async () => {
    const path = writeNotebook(folder, 'bad', ['const a = 1', "throw new Error('no')"])
    const { code, lines } = await verb('--lint', path)
    expect(code).toBe(1)
    expect(lines[0]).toBe(
      `${path}: cell 1 (In [1]) does not begin with a heading: the first cell is markdown and starts with "# ".`,
    )
    expect(lines.at(-1)).toMatch(
      /bad\.ipynb {2}1\/2 cells {2}\d+\.\d s {2}FAILED – cell 2 \(In \[2\]\) failed: Error: no$/,
    )
  }, 60_000)

  it.each([
    [[], /^No notebook was named\. Usage: servemath run/],
    [['--chek', 'a.ipynb'], /^Unknown option --chek\. Usage/],
    [['none.ipynb'], /^There is no notebook none\.ipynb\.$/],
    [['--check', '--write', 'a.ipynb'], /^--check and --write exclude each other/],
    [['--timeout', 'soon', 'a.ipynb'], /^--timeout needs a number above 0, not soon\.$/],
    [['src'], /^There is no notebook in the folder src\.$/],
  ])('ends with 2 when asked %j', async (args, message) => {
    const { code, lines } = await verb(...args)
    expect(code).toBe(2)
    expect(lines.join()).toMatch(message)
  })
})
