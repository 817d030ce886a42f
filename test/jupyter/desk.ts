// How does a test read a chapter as most readers do? In Debian's Jupyter Notebook, driven in Chromium.
import { execFileSync, spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { writeKernelSpec } from '../../src/notebook/kernelSpec'
import { findChromium } from '../../src/notebook/run/chromium'

export const executablePath = findChromium()

export const hasJupyter = ((): boolean => {
  try {
    execFileSync('jupyter', ['notebook', '--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()
if (!hasJupyter) console.warn('There is no Jupyter Notebook here, so the chapters are NOT tested in it.')

export interface Desk {
  /** Opens a copy of the notebook, connected to a kernel. */
  open(notebook: string): Promise<Page>
  /** Ends its kernel, and closes it. */
  leave(page: Page): Promise<void>
  /** The file as last saved. */
  path(notebook: string): string
  readonly browser: Browser
  close(): Promise<void>
}

/** Serves copies from a folder inside the project, since a notebook finds the library from its folder upwards. */
export async function jupyterDesk(): Promise<Desk> {
  mkdirSync('.cache', { recursive: true })
  const folder = resolve(mkdtempSync(join('.cache', 'jupyter-')))
  const JUPYTER_PATH = await writeKernelSpec(process.cwd(), join(folder, 'data'))
  const server = spawn(
    'jupyter',
    [
      'notebook',
      '--no-browser',
      '--allow-root',
      '--port=8931',
      '--port-retries=50',
      '--NotebookApp.token=t',
      `--notebook-dir=${folder}`,
    ],
    {
      env: { ...process.env, JUPYTER_PATH, JUPYTER_DATA_DIR: join(folder, 'own') },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  const address = await new Promise<string>((found, failed) => {
    let log = ''
    server.stderr.on('data', (text) => {
      log += text
      const [address] = /http:\/\/localhost:\d+\//.exec(log) ?? []
      if (address) found(address)
    })
    server.on('close', () => failed(new Error(`Jupyter did not start: ${log.slice(-500)}`)))
  })
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--disable-gpu'],
  })
  return {
    browser,
    path: (notebook) => join(folder, basename(notebook)),
    async open(notebook) {
      copyFileSync(notebook, join(folder, basename(notebook)))
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
      page.setDefaultTimeout(90_000)
      page.on('dialog', (dialog) => void dialog.accept())
      await page.goto(`${address}notebooks/${basename(notebook)}?token=t`)
      await connected(page)
      return page
    },
    async leave(page) {
      await page.evaluate(
        () =>
          new Promise<void>((done) => {
            ;(globalThis as unknown as NotebookPage).Jupyter.notebook.session.delete(done, done)
          }),
      )
      await page.close()
    },
    async close() {
      await browser.close()
      // Told to end, it ends its kernels too.
      const ended = new Promise((done) => server.once('exit', done))
      server.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

// What Notebook 6 offers to scripts of its page.
interface NotebookPage {
  readonly Jupyter: {
    readonly notebook: {
      readonly session: { delete(done: () => void, failed: () => void): void }
      readonly kernel: { is_connected(): boolean }
      execute_all_cells(): void
      get_selected_index(): number
      restart_run_all(options: { readonly confirm: boolean }): Promise<unknown>
      execute_cells(indices: readonly number[]): void
      get_cells(): readonly NotebookCell[]
      save_notebook(): Promise<unknown>
    }
  }
}
export interface NotebookCell {
  readonly cell_type: string
  readonly input_prompt_number: number | '*' | null
  readonly code_mirror: { setValue(text: string): void }
  readonly output_area: { clear_output(): void }
  get_text(): string
}

export async function connected(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const { Jupyter } = globalThis as unknown as Partial<NotebookPage>
    return Jupyter?.notebook?.kernel?.is_connected() && Jupyter.notebook.get_cells().length > 0
  })
  // MathJax 2 pauses twice for every cell it typesets, 15 to 30 s a chapter, so that a reader can scroll meanwhile.
  await page.evaluate(() => {
    const { MathJax } = globalThis as { MathJax?: { Hub?: { config: { processSectionDelay: number } } } }
    if (MathJax?.Hub) MathJax.Hub.config.processSectionDelay = 0
  })
}

/** Cell > Run All, until every code cell has run. */
export async function runAll(page: Page): Promise<void> {
  await page.evaluate(() => (globalThis as unknown as NotebookPage).Jupyter.notebook.execute_all_cells())
  await idle(page)
}

/** Runs the code cells whose text contains each of these, one after another. */
export async function runCells(page: Page, ...texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    await page.evaluate((text) => {
      const { notebook } = (globalThis as unknown as NotebookPage).Jupyter
      const at = notebook.get_cells().findIndex((cell) => cell.cell_type === 'code' && cell.get_text().includes(text))
      notebook.execute_cells([at])
    }, text)
    await idle(page)
  }
}

export async function edit(page: Page, from: string, to: string): Promise<void> {
  await page.evaluate(
    ([from, to]) => {
      const { notebook } = (globalThis as unknown as NotebookPage).Jupyter
      const cell = notebook
        .get_cells()
        .find((cell) => cell.cell_type === 'code' && cell.get_text().includes(from as string))
      cell?.code_mirror.setValue(cell.get_text().replace(from as string, to as string))
    },
    [from, to],
  )
}

/** The index of the cell that keys of the notebook would act on. */
export function selectedCell(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as NotebookPage).Jupyter.notebook.get_selected_index())
}

/** Clears the output of the cell with this figure, counted from 0. */
export async function clearOutput(page: Page, figure: number): Promise<void> {
  await page.evaluate((figure) => {
    const { notebook } = (globalThis as unknown as NotebookPage).Jupyter
    const root = document.querySelectorAll('[data-servemath]')[figure]
    const holder = root?.closest('.cell')
    const at = [...document.querySelectorAll('#notebook .cell')].indexOf(holder as Element)
    notebook.get_cells()[at]?.output_area.clear_output()
  }, figure)
}

/** Runs the cell that contains this text, and all below it. */
export async function runBelow(page: Page, text: string): Promise<void> {
  await page.evaluate((text) => {
    const { notebook } = (globalThis as unknown as NotebookPage).Jupyter
    const cells = notebook.get_cells()
    const from = cells.findIndex((cell) => cell.cell_type === 'code' && cell.get_text().includes(text))
    notebook.execute_cells(cells.map((_, at) => at).slice(from))
  }, text)
  await idle(page)
}

/** Kernel > Restart & Run All, without the question. */
export async function restartAndRunAll(page: Page): Promise<void> {
  await page.evaluate(() =>
    (globalThis as unknown as NotebookPage).Jupyter.notebook.restart_run_all({ confirm: false }),
  )
  await idle(page)
}

export async function save(page: Page): Promise<void> {
  await page.evaluate(() => (globalThis as unknown as NotebookPage).Jupyter.notebook.save_notebook())
}

export async function saveAndReload(page: Page): Promise<void> {
  await save(page)
  await page.reload()
  await connected(page)
}

function idle(page: Page): Promise<unknown> {
  return page.waitForFunction(
    () =>
      (globalThis as unknown as NotebookPage).Jupyter.notebook
        .get_cells()
        .every((cell) => cell.cell_type !== 'code' || cell.input_prompt_number !== '*'),
    null,
    { timeout: 90_000 },
  )
}
