import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runNotebooks } from '../../src/notebook/run/notebooks'
import { scratchFolder } from './files'

const root = resolve('.')
const folder = resolve(scratchFolder())
afterAll(() => rmSync(folder, { recursive: true }))

const manifest: { engines: { node: string }; scripts: Record<string, string> } = JSON.parse(
  readFileSync('package.json', 'utf8'),
)
const lines = (file: string): string[] => readFileSync(join('.binder', file), 'utf8').split('\n')

describe('the image of a class server', () => {
  it('has the Node that package.json asks for', () => {
    const [, least] = /nodejs >=([\d.]+),/.exec(lines('environment.yml').join('\n')) ?? []
    expect(`>=${least}`).toBe(manifest.engines.node)
  })

  it('runs scripts that can be run, and calls no script that package.json lacks', () => {
    for (const file of ['postBuild', 'start']) expect(statSync(join('.binder', file)).mode & 0o111).toBe(0o111)
    const called = lines('postBuild').flatMap((line) => /^npm run (\S+)/.exec(line)?.[1] ?? [])
    expect(called).toEqual(['kernel'])
    for (const name of called) expect(Object.keys(manifest.scripts)).toContain(name)
    expect(manifest.scripts.prepare).toBe('node src/build/library.mjs') // so that `npm ci` builds what the kernel verb runs
  })

  it.skipIf(process.platform === 'win32')('finds its kernel under the prefix of its Jupyter', () => {
    // Installing takes minutes and the network, and is what `npm ci` did here before this test.
    const bin = join(folder, 'bin')
    mkdirSync(bin)
    const npm = execFileSync('sh', ['-c', 'command -v npm']).toString().trim()
    writeFileSync(join(bin, 'npm'), `#!/bin/sh\n[ "$1" = ci ] || exec ${npm} "$@"\n`, { mode: 0o755 })
    const env = { ...process.env, PATH: `${bin}:${process.env.PATH}`, NB_PYTHON_PREFIX: join(folder, 'prefix') }
    execFileSync('.binder/postBuild', { env, stdio: 'ignore' })
    const spec = join(folder, 'prefix/share/jupyter/kernels/servemath/kernel.json')
    expect(JSON.parse(readFileSync(spec, 'utf8')).argv).toContain(join(root, 'node_modules/tslab/bin/tslab'))
  })
})

describe.skipIf(process.platform === 'win32')('where a learner has a home of their own', () => {
  const home = join(folder, 'home')
  const start = (repository: string) =>
    execFileSync('.binder/start', ['echo', 'the', 'server'], {
      env: { ...process.env, HOME: home, REPO_DIR: repository },
    })

  it('the chapters are copied there once, what was worked on stays, and then the server starts', () => {
    mkdirSync(home)
    expect(start(root).toString()).toBe('the server\n')
    const copied = join(home, 'servemath/notebooks')
    expect(readdirSync(copied)).toEqual(readdirSync('notebooks'))
    writeFileSync(join(copied, 'README.md'), 'mine')
    rmSync(join(copied, '13-notation-and-sources.ipynb'))
    start(root)
    expect(readFileSync(join(copied, 'README.md'), 'utf8')).toBe('mine')
    expect(readdirSync(copied)).toEqual(readdirSync('notebooks'))
    expect(readlinkSync(join(home, 'servemath/node_modules'))).toBe(join(root, 'node_modules'))
  })

  it('a chapter runs from there', async () => {
    const path = join(home, 'servemath/notebooks/13-notation-and-sources.ipynb')
    const [outcome] = await runNotebooks([path], { mode: 'run' })
    expect(outcome).toMatchObject({ status: 'passed', says: undefined })
  }, 60_000)

  it('nothing is copied where the home is the checkout, as on Binder', () => {
    rmSync(join(home, 'servemath'), { recursive: true })
    start(home)
    expect(readdirSync(home)).toEqual([])
  })
})
