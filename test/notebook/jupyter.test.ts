import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { kernelVerb } from '../../src/notebook/kernelVerb'
import { hasJupyter, scratchFolder, writeNotebook } from './files'

const folder = resolve(scratchFolder())
afterAll(() => rmSync(folder, { recursive: true }))

describe('the kernel made known to Jupyter', () => {
  it('is named tslab, as the notebooks ask, and the way to start it is said', async () => {
    const lines: string[] = []
    expect(await kernelVerb(folder, (line) => lines.push(line))).toBe(0)
    const spec = JSON.parse(readFileSync(join(folder, '.jupyter/kernels/tslab/kernel.json'), 'utf8'))
    expect(spec).toMatchObject({ display_name: 'TypeScript', language: 'typescript', interrupt_mode: 'signal' })
    expect(spec.argv.slice(-3)).toEqual(['kernel', '--config-path', '{connection_file}'])
    expect(lines[1]).toBe(`  JUPYTER_PATH=${join(folder, '.jupyter')} jupyter lab notebooks`)
  })

  it.skipIf(!hasJupyter())(
    'runs a notebook through nbconvert (skipped where Jupyter is not installed)',
    async () => {
      await kernelVerb(folder, () => undefined)
      const path = writeNotebook(folder, 'compatible', ["console.log('from', 'Jupyter')"])
      const options = ['--to', 'notebook', '--execute', '--stdout', '--ExecutePreprocessor.kernel_name=tslab']
      const env = { ...process.env, JUPYTER_PATH: join(folder, '.jupyter') }
      const text = execFileSync('jupyter', ['nbconvert', ...options, path], { env, stdio: ['ignore', 'pipe', 'pipe'] })
      expect(JSON.parse(text.toString()).cells[0].outputs[0].text).toEqual(['from Jupyter\n'])
    },
    60_000,
  )
})
