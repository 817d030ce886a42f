import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { kernelspec } from '../../src/notebook/file/kernelName'
import { serializeNotebook } from '../../src/notebook/file/serialize'
import { userFolder } from '../../src/notebook/kernelSpec'
import { kernelVerb, startLines } from '../../src/notebook/kernelVerb'
import { servemath } from '../cli/program'
import { hasJupyter, notebookText, scratchFolder } from './files'

const folder = resolve(scratchFolder())
afterAll(() => rmSync(folder, { recursive: true }))

describe('the kernel made known to Jupyter', () => {
  it('has the name the notebooks ask for, which is not the name of a stock tslab, and says how to start it', async () => {
    const lines: string[] = []
    await kernelVerb(folder, (line) => lines.push(line))
    const spec = JSON.parse(readFileSync(join(folder, '.jupyter/kernels/servemath/kernel.json'), 'utf8'))
    expect(spec).toMatchObject({
      display_name: 'servemath (TypeScript)',
      language: 'typescript',
      interrupt_mode: 'signal',
      env: { NO_COLOR: '1', NODE_OPTIONS: '' },
    })
    expect(spec.argv[0]).toBe(process.execPath)
    expect(spec.argv.slice(-3)).toEqual(['kernel', '--config-path', '{connection_file}'])
    const { metadata } = JSON.parse(serializeNotebook({ cells: [], metadata: {} }))
    expect(metadata.kernelspec).toEqual(kernelspec)
    expect(lines).toEqual([
      `The kernel "servemath (TypeScript)" is registered in ${join(folder, '.jupyter')}.`,
      ...startLines(join(folder, '.jupyter')),
    ])
  })

  it('is what every stored chapter asks for', () => {
    for (const name of readdirSync('notebooks').filter((name) => name.endsWith('.ipynb'))) {
      const { metadata } = JSON.parse(readFileSync(join('notebooks', name), 'utf8'))
      expect(metadata.kernelspec, name).toEqual(kernelspec)
    }
  })

  it('is started by hand with a line for each shell, in which a blank or a quote does no harm', () => {
    expect(startLines("/home/o'neil/my work/.jupyter").slice(1)).toEqual([
      "  Linux, macOS   JUPYTER_PATH='/home/o'\\''neil/my work/.jupyter' jupyter lab notebooks",
      "  PowerShell     $env:JUPYTER_PATH = '/home/o''neil/my work/.jupyter'; jupyter lab notebooks",
      '  cmd            set "JUPYTER_PATH=/home/o\'neil/my work/.jupyter" && jupyter lab notebooks',
    ])
  })

  it('goes with --into where one says, and then no JUPYTER_PATH is asked for', async () => {
    const into = join(folder, 'share', 'jupyter')
    const { code, out } = await servemath(['kernel', '--into', into])
    expect(code).toBe(0)
    expect(JSON.parse(readFileSync(join(into, 'kernels/servemath/kernel.json'), 'utf8'))).toHaveProperty('argv')
    expect(out).not.toContain('JUPYTER_PATH')
  })

  it('goes with --user where the Jupyter of each system looks', () => {
    expect(userFolder({}, 'linux', '/home/a')).toBe('/home/a/.local/share/jupyter')
    expect(userFolder({ XDG_DATA_HOME: '/x' }, 'linux', '/home/a')).toBe('/x/jupyter')
    expect(userFolder({}, 'darwin', '/Users/a')).toBe('/Users/a/Library/Jupyter')
    expect(userFolder({ APPDATA: '/roaming' }, 'win32', '/a')).toBe('/roaming/jupyter')
    expect(userFolder({ JUPYTER_DATA_DIR: '/d' }, 'darwin', '/a')).toBe('/d')
  })

  it('is refused in one sentence where it cannot be written, and where two places are named', async () => {
    writeFileSync(join(folder, 'file'), '')
    const refused = await servemath(['kernel', '--into', join(folder, 'file')])
    expect(refused.code).toBe(2)
    expect(refused.err).toMatch(/^The kernel cannot be written to .*file\/kernels\/servemath: ENOTDIR[^\n]*\.\n$/)
    expect(await servemath(['kernel', '--user', '--into', folder])).toEqual({
      code: 2,
      out: '',
      err: '--user and --into exclude each other: choose one.\n',
    })
  })

  it.skipIf(!hasJupyter())(
    'is found by nbconvert from the name in a stored notebook alone (skipped where Jupyter is not installed)',
    async () => {
      await kernelVerb(folder, () => undefined)
      const path = join(folder, 'compatible.ipynb')
      writeFileSync(path, notebookText(["console.log('from', 'Jupyter')"], { metadata: { kernelspec } }))
      const env = { ...process.env, JUPYTER_PATH: join(folder, '.jupyter') }
      const args = ['nbconvert', '--to', 'notebook', '--execute', '--stdout', path]
      const text = execFileSync('jupyter', args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
      expect(JSON.parse(text.toString()).cells[0].outputs[0].text).toEqual(['from Jupyter\n'])
    },
    60_000,
  )
})
