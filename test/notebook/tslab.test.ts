import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Output } from '../../src/notebook/file/format'
import { type Kernel, startKernel } from '../../src/notebook/run/kernel'
import { collectOutputs } from '../../src/notebook/run/outputs'
import { scratchFolder } from './files'

const folder = scratchFolder()
let kernel: Kernel

beforeAll(async () => {
  await installServemath(join(folder, 'node_modules', 'servemath'))
  kernel = await startKernel(resolve(folder))
}, 60_000)

afterAll(async () => {
  await kernel.stop()
  rmSync(folder, { recursive: true })
})

// A package of its own scope, so that the kernel finds this build and not the one in dist/.
async function installServemath(home: string): Promise<void> {
  mkdirSync(home, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{}')
  writeFileSync(join(home, 'package.json'), '{"name": "servemath", "main": "index.js", "types": "index.d.ts"}')
  writeFileSync(join(home, 'index.d.ts'), 'export declare function show(...values: unknown[]): void\n')
  const contents = "import './src/node'\nexport { show } from './src/notebook'"
  await build({
    stdin: { contents, resolveDir: '.' },
    outfile: join(home, 'index.js'),
    bundle: true,
    platform: 'node',
    external: ['mathjs'],
    logLevel: 'error',
  })
}

async function run(code: string): Promise<{ ended: string; outputs: readonly Output[]; stderr: string }> {
  const collector = collectOutputs()
  const { ended } = await kernel.execute(code, 20_000, (message) => collector.hear(0, message))
  // tslab drops requests that come within 200 ms of an error.
  if (ended === 'error') await new Promise((done) => setTimeout(done, 300))
  return { ended, outputs: collector.of(0), stderr: collector.printed(0, 'stderr') }
}

describe('in tslab', () => {
  it('show sends one display in several MIME types, from every cell anew', async () => {
    await run("import { show } from 'servemath'")
    for (const title of ['First', 'Second']) {
      const figure = `{ kind: 'figure', title: '${title}', caption: 'c', alt: 'a', data: [{ y: [1, null] }], layout: {} }`
      const { outputs } = await run(`show(${figure})`)
      const layout = { title: { text: title }, meta: { alt: 'a', caption: 'c' } }
      const data = {
        'application/vnd.plotly.v1+json': { data: [{ y: [1, null] }], layout },
        'text/plain': `${title}\nc\n[a]`,
      }
      expect(outputs).toEqual([{ output_type: 'display_data', data, metadata: {} }])
    }
  })

  it('a refusal is an error of its cell: one sentence, not a stack', async () => {
    const { ended, stderr } = await run('show(() => 1)')
    expect(ended).toBe('error')
    expect(stderr).toMatch(/^Refusal: show\(\) was given something it cannot show: .*\n$/)
  })

  it.each([
    ['a slip', '([] as any[])[0].total', "TypeError: Cannot read properties of undefined (reading 'total')\n"],
    ['a slip after a wait', 'await Promise.reject(new RangeError("too far"))', 'RangeError: too far\n'],
    ['a name nobody defined', 'total', 'Cannot find name'],
  ])('so is %s', async (_, code, message) => {
    const { ended, stderr } = await run(code)
    expect(ended).toBe('error')
    expect(stderr).toContain(message)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  it('a stack is there for who asks for it', async () => {
    const { outputs } = await run('console.log(new Error("why").stack)')
    expect(JSON.stringify(outputs)).toMatch(/Error: why\\n +at /)
  })

  it('a display that is updated later is stored as it ended', async () => {
    await run("import { newDisplay } from 'tslab'\nconst shown = newDisplay()")
    const { outputs } = await run("shown.text('before')\nshown.text('after')")
    expect(outputs).toMatchObject([{ data: { 'text/plain': 'after' } }])
  })
})

describe('the linter still has reason to forbid', () => {
  it.each([
    ['the shorthand of an earlier name', 'const earlier = 1', '({ earlier })', 'earlier is not defined'],
    ['a top-level "await ("', '', 'await (async () => 1)()', 'await is not defined'],
    ['a name with two underscores', '', 'const __hidden = 1', "Cannot find name '___hidden'"],
  ])('%s', async (_, before, code, message) => {
    if (before !== '') await run(before)
    const { ended, stderr } = await run(code)
    expect(ended).toBe('error')
    expect(stderr).toContain(message)
  })
})
