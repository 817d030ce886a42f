import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeKernelSpec } from '../../src/notebook/kernelSpec'
import { scratchFolder } from './files'

const folder = resolve(scratchFolder())
afterAll(() => rmSync(folder, { recursive: true }))

type Step = readonly [name: string, ...rest: string[]]
interface Ran {
  readonly status: string
  readonly outputs: readonly (readonly [from: string, text: string])[]
}

/** The Python whose packages hold Jupyter: the one its own program names in its first line. */
function jupyterPython(): string | undefined {
  const places = (process.env.PATH ?? '').split(delimiter).map((place) => join(place, 'jupyter'))
  const program = places.find((path) => existsSync(path))
  const python = program && /^#!\s*(\S+)/.exec(readFileSync(program, 'utf8'))?.[1]
  try {
    if (python) execFileSync(python, ['-c', 'import jupyter_client'], { stdio: 'ignore' })
    return python
  } catch {
    return undefined
  }
}

const python = jupyterPython()

describe.skipIf(python === undefined)('in Jupyter (skipped where it is not installed)', () => {
  // An await first makes a cell asynchronous before it says that it has begun.
  // One kernel for all, since it takes a second to start; each step's answer stands at its index.
  const steps = {
    import: ['execute', "import { formatQuantity, show } from 'servemath'\nimport { display } from 'tslab'"],
    tab: ['complete', 'formatQ'],
    tabInBraces: ['complete', 'import { formatQ', " } from 'servemath'"],
    tabOfNothing: ['complete', 'noSuchNameAtAll'],
    shiftTab: ['inspect', 'formatQuantity'],
    order: [
      'execute',
      "console.log('a')\nshow('b')\nconsole.log('c')\ndisplay.text('d')\nconsole.error('e')\nshow('f')\nconsole.log('g')",
    ],
    wrong: ['execute', 'show((() => 1) as never)'],
    caused: ['execute', "throw new Error('no price', { cause: new TypeError('no page') })"],
    escaped: ['execute', "void Promise.reject(new Error('late'))\nawait new Promise((done) => setTimeout(done, 50))"],
    loop: ['execute', "console.log('begun')\nwhile (true) {}", 'begun\n'],
    afterLoop: ['execute', '1 + 1'],
    waiting: ['execute', "await null\nconsole.log('begun')\nawait new Promise(() => {})", 'begun\n'],
    afterWaiting: ['execute', "formatQuantity(327680, 'B/token')"],
    stuck: ['begin', "await null\nconsole.log('begun')\nwhile (true) await null"],
    interrupted: ['interrupt'],
    restart: ['restart'],
    forgotten: ['execute', 'formatQuantity'],
    again: ['execute', "import { formatQuantity } from 'servemath'\nformatQuantity(2.5e-9, 'USD/B')"],
  } as const satisfies Record<string, Step>
  let answers: Record<keyof typeof steps, unknown>
  const ran = (name: keyof typeof steps) => answers[name] as Ran

  beforeAll(async () => {
    const JUPYTER_PATH = await writeKernelSpec('.', join(folder, 'jupyter'))
    const found = execFileSync(python ?? '', ['test/notebook/jupyterClient.py', 'notebooks'], {
      input: JSON.stringify(Object.values(steps)),
      env: { ...process.env, JUPYTER_PATH },
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    const list: unknown[] = JSON.parse(found.toString())
    answers = Object.fromEntries(Object.keys(steps).map((name, index) => [name, list[index]])) as typeof answers
  }, 240_000)

  it('Tab completes a name of the library, after its import and inside the braces of one', () => {
    expect(answers.tab).toEqual(['formatQuantity'])
    expect(answers.tabInBraces).toEqual(['formatQuantity'])
    expect(answers.tabOfNothing).toEqual([])
  })

  it('Shift-Tab shows the type of a name and its docstring', () => {
    expect(answers.shiftTab).toContain('formatQuantity(value: number, unit: string')
    expect(answers.shiftTab).toContain('A number in the base unit `unit`, for a reader')
  })

  it('what is printed and what is shown keep their order', () => {
    expect(
      ran('order')
        .outputs.map(([, text]) => text.trim())
        .join(''),
    ).toBe('abcdefg')
  })

  it('an error is one sentence without a stack: a refusal, one with a cause, one no cell waited for', () => {
    expect(ran('wrong').outputs.map(([, text]) => text)).toEqual([
      expect.stringMatching(/^Refusal: show\(\) was given something it cannot show[^\n]*\n$/),
    ])
    expect(ran('caused').outputs).toEqual([['stderr', 'Error: no price (TypeError: no page)\n']])
    expect(ran('escaped').outputs).toEqual([['stderr', 'UnhandledPromiseRejection: Error: late\n']])
  })

  it('Interrupt ends an endless loop, keeps what it printed, and the next cell works', () => {
    expect(ran('loop').status).toBe('error')
    expect(ran('loop').outputs).toEqual([
      ['stdout', 'begun\n'],
      ['stderr', 'Error: Script execution was interrupted by `SIGINT`\n'],
    ])
    expect(ran('afterLoop')).toEqual({ status: 'ok', outputs: [['stdout', '2\n']] })
  })

  it('Interrupt ends a promise nobody keeps, and what was imported before is still there', () => {
    expect(ran('waiting').status).toBe('error')
    expect(ran('waiting').outputs[1]).toEqual(['stderr', 'Error: Interrupted asynchronously\n'])
    expect(ran('afterWaiting')).toEqual({ status: 'ok', outputs: [['stdout', '328 kB/token\n']] })
  })

  it('Restart ends what Interrupt cannot, forgets every name, and the library loads again', () => {
    expect(answers.interrupted).toBe(false)
    expect(ran('forgotten').outputs[0]?.[1]).toContain("Cannot find name 'formatQuantity'")
    expect(ran('again')).toEqual({ status: 'ok', outputs: [['stdout', '$2.50/GB\n']] })
  })
})
