import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { delimiter, join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { startJupyter } from '../../src/notebook/startJupyter'
import { scratchFolder, writeNotebook } from './files'

const folder = resolve(scratchFolder())
afterAll(() => rmSync(folder, { recursive: true }))

const root = join(folder, 'checkout')
mkdirSync(join(root, 'notebooks'), { recursive: true })
for (const name of ['01-second', '00-first']) writeNotebook(join(root, 'notebooks'), name, ['1'])
const own = join(root, '.jupyter')

interface Seen {
  readonly code: number
  readonly name: string
  readonly args: readonly string[]
  readonly jupyterPath: string
}

/** Starts with programs that only write down how they were called, and end with code 3. */
async function seen(programs: readonly string[], rest: readonly string[], jupyterPath?: string): Promise<Seen> {
  const bin = mkdtempSync(join(folder, 'bin-'))
  for (const name of programs) {
    const script = `#!/bin/sh\nprintf '%s\\n' ${name} "$JUPYTER_PATH" "$@" > ${bin}/called\nexit 3\n`
    writeFileSync(join(bin, name), script, { mode: 0o755 })
  }
  const code = await startJupyter(root, rest, { PATH: bin, ...(jupyterPath ? { JUPYTER_PATH: jupyterPath } : {}) })
  const [name = '', path = '', ...args] = readFileSync(join(bin, 'called'), 'utf8').trimEnd().split('\n')
  return { code, name, args, jupyterPath: path }
}

describe.skipIf(process.platform === 'win32')(
  'npm run jupyter (skipped on Windows, whose programs are no scripts)',
  () => {
    it('prefers Lab, where the first chapter is opened beside the list of the others', async () => {
      const { code, name, args, jupyterPath } = await seen(['jupyter-lab', 'jupyter-notebook'], [])
      expect([name, args, jupyterPath]).toEqual(['jupyter-lab', [join(root, 'notebooks/00-first.ipynb')], own])
      expect(code).toBe(3)
      expect(existsSync(join(own, 'kernels/servemath/kernel.json'))).toBe(true)
    })

    it('opens the list of chapters in Notebook, and passes arguments on', async () => {
      const { name, args } = await seen(['jupyter-notebook'], ['--no-browser', '--port', '8889'])
      expect([name, args]).toEqual(['jupyter-notebook', [join(root, 'notebooks'), '--no-browser', '--port', '8889']])
    })

    it('opens what is named instead, and keeps the JUPYTER_PATH of the reader behind its own', async () => {
      const { args, jupyterPath } = await seen(['jupyter-lab'], ['notebooks/01-second.ipynb'], '/elsewhere')
      expect(args).toEqual(['notebooks/01-second.ipynb'])
      expect(jupyterPath).toBe(`${own}${delimiter}/elsewhere`)
    })

    it('says in one sentence where neither is installed, how to get one', async () => {
      await expect(startJupyter(root, [], { PATH: folder })).rejects.toThrow(
        'Jupyter is not installed, or not on the PATH: get it with "pip install jupyterlab", or read in the browser with "npm start".',
      )
    })

    it('refuses a folder without chapters', async () => {
      const there = mkdtempSync(join(folder, 'empty-'))
      await expect(startJupyter(there, [], { PATH: folder })).rejects.toThrow('There is no notebook')
    })
  },
)

const installed = (name: string): boolean =>
  (process.env.PATH ?? '').split(delimiter).some((place) => existsSync(join(place, name)))

describe.skipIf(!installed('jupyter-lab') && !installed('jupyter-notebook'))(
  'the real Jupyter (skipped where it is not installed)',
  () => {
    it('lists the chapters and offers the kernel by name, on the port passed on, until it is stopped', async () => {
      const port = await freePort()
      const server = start(['--no-browser', `--port=${port}`, ...asRoot])
      try {
        const get = (path: string) => fetched(server, `http://127.0.0.1:${port}/api/${path}?token=t`)
        const { kernelspecs } = (await get('kernelspecs')) as { kernelspecs: Record<string, { spec: object }> }
        expect(kernelspecs.servemath?.spec).toMatchObject({ display_name: 'servemath (TypeScript)' })
        const { content } = (await get('contents')) as { content: { name: string }[] }
        const listed = content.map(({ name }) => name).filter((name) => name.endsWith('.ipynb'))
        expect(listed.sort()).toEqual(readdirSync('notebooks').filter((name) => name.endsWith('.ipynb')))
      } finally {
        const ended = new Promise((done) => server.once('close', done))
        server.kill('SIGTERM')
        await ended
      }
    }, 60_000)
  },
)

const asRoot = process.getuid?.() === 0 ? ['--allow-root'] : []

// The token by way of the environment, since Lab and Notebook have other names for its option.
function start(args: readonly string[]): ChildProcess {
  const env = { ...process.env, JUPYTER_TOKEN: 't' }
  return spawn(process.execPath, ['dist/cli.js', 'jupyter', '--', ...args], { env, stdio: 'ignore' })
}

async function fetched(server: ChildProcess, address: string): Promise<unknown> {
  for (;;) {
    const reply = await fetch(address).catch(() => undefined)
    if (reply?.ok) return reply.json()
    if (server.exitCode !== null) throw new Error(`Jupyter ended with ${server.exitCode}.`)
    await new Promise((done) => setTimeout(done, 100))
  }
}

function freePort(): Promise<number> {
  const probe = createServer()
  return new Promise((done) => {
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => done(port))
    })
  })
}
