// What do the chapters look like to nbconvert, which runs them in the kernel as Jupyter would?
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { writeKernelSpec } from '../../src/notebook/kernelSpec'

export const chapters = readdirSync('notebooks')
  .filter((name) => name.endsWith('.ipynb'))
  .map((name) => name.replace('.ipynb', ''))

export interface Executed {
  /** the notebook with the outputs of a run in Jupyter */
  notebook(chapter: string): string
  /** and as an HTML page */
  page(chapter: string): string
  remove(): void
}

/** Runs every chapter once, two at a time. */
export async function executedChapters(names: readonly string[] = chapters): Promise<Executed> {
  mkdirSync('.cache', { recursive: true })
  const folder = resolve(mkdtempSync(join('.cache', 'nbconvert-')))
  const JUPYTER_PATH = await writeKernelSpec(process.cwd(), join(folder, 'data'))
  const env = { ...process.env, JUPYTER_PATH }
  const convert = (...words: readonly string[]) => promisify(execFile)('jupyter', ['nbconvert', ...words], { env })
  const queue = [...names]
  const work = async (): Promise<void> => {
    for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
      const out = join(folder, `${name}.ipynb`)
      await convert('--execute', '--to', 'notebook', '--output', out, `notebooks/${name}.ipynb`)
      await convert('--to', 'html', out)
    }
  }
  await Promise.all([work(), work()])
  const made = (file: string): string => {
    const path = join(folder, file)
    if (!existsSync(path)) throw new Error(`nbconvert made no ${file}.`)
    return path
  }
  return {
    notebook: (chapter) => made(`${chapter}.ipynb`),
    page: (chapter) => made(`${chapter}.html`),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
