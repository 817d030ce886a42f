import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { dense, folderWith } from './configs'

const built = 'dist/cli.js'
const folder = folderWith({ 'config.json': dense })
afterAll(() => rmSync(folder, { recursive: true }))

function run(args: readonly string[], { input = '', program = built }: { input?: string; program?: string } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { input, encoding: 'utf8' })
  return { code: status, out: stdout, err: stderr }
}

describe.skipIf(!existsSync(built))('the built command (skipped where nothing is built)', () => {
  it('answers on stdout with exit code 0', () => {
    const { code, out, err } = run('eval drainTime --set tierCapacity=1TB tierBandwidth=10GB/s --json'.split(' '))
    expect([code, err, JSON.parse(out).value]).toEqual([0, '', 100])
  })
  it('refuses on stderr in one line with exit code 2', () => {
    expect(run(['evl'])).toEqual({ code: 2, out: '', err: 'Unknown verb "evl": did you mean eval or kv?\n' })
  })
  it('reads standard input to its end', () => {
    const { code, out } = run(['kv', '-', '--json'], { input: JSON.stringify(dense) })
    expect([code, JSON.parse(out).kv.perToken]).toEqual([0, 2048])
  })
  it('ends with 1 when a notebook failed', () => {
    const notebook = { nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [] as object[] }
    notebook.cells.push({
      cell_type: 'code',
      id: 'a',
      metadata: {},
      execution_count: null,
      outputs: [],
      source: 'nothing',
    })
    const place = folderWith({ 'n.ipynb': notebook })
    const { code, out } = run(['run', '--json', join(place, 'n.ipynb')])
    expect([code, JSON.parse(out).failed]).toEqual([1, 1])
    rmSync(place, { recursive: true })
  }, 60_000)
  it('places, weighs and evaluates where no package is installed: mathjs, zeromq and the kernel are not loaded', () => {
    const alone = mkdtempSync(join(tmpdir(), 'alone-'))
    const program = join(alone, 'cli.js')
    copyFileSync(built, program)
    const config = join(folder, 'config.json')
    for (const args of [
      [
        'place',
        config,
        '--accelerator',
        'h100-sxm',
        '--hold',
        '5m',
        '--context',
        '1000',
        '--svg',
        join(alone, 'a.svg'),
      ],
      ['kv', config],
      ['tiers'],
      ['list'],
      ['eval', 'drainTime', '--tier', 'hdd-hamr'],
      ['explain', 'drainTime', '--tier', 'hdd-hamr'],
      ['check', 'a', 'a'],
    ]) {
      expect(run(args, { program })).toMatchObject({ code: 0, err: '' })
    }
    rmSync(alone, { recursive: true })
  })
  it('does not mind a reader that leaves early', () => {
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" ${built} list --json | head -c 10 >/dev/null`],
      {
        encoding: 'utf8',
      },
    )
    expect([status, stderr]).toEqual([0, ''])
  })
})
