// How is a tslab process started, and how do we learn that it has ended?
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Refusal } from '../../units/refusal'

export interface Death {
  readonly ended: 'dead'
  /** `exit code 3` or `SIGABRT`. */
  readonly how: string
  readonly outOfMemory: boolean
}

export interface Child {
  readonly death: Promise<Death>
  signal(name: 'SIGINT' | 'SIGKILL'): void
}

export const memoryLimit = 1024 // MB: a runaway cell ends in seconds, instead of filling the machine

/** The tslab beside the notebook, as Jupyter's kernel would find it, else the one servemath was installed with. */
export function tslabProgram(folder: string): string {
  for (const from of [join(folder, 'here.js'), __filename]) {
    try {
      return createRequire(from).resolve('tslab/bin/tslab')
    } catch {
      // Not installed there; the next place is asked.
    }
  }
  throw new Refusal('The tslab kernel is not installed: run "npm ci" in the folder of servemath.')
}

// tslab prints an error with its stack, whose lines speak of tslab and of compiled code; the sentence is what helps.
const shortErrors = `const { error } = console
const says = (one) => one instanceof Error ? String(one) + (one.cause ? ' (' + says(one.cause) + ')' : '') : one
console.error = (...all) => error(...all.map(says))`

export function kernelCommand(folder: string, connectionFile: string): readonly [string, ...string[]] {
  const options = [
    `--max-old-space-size=${memoryLimit}`,
    `--import=data:text/javascript,${encodeURIComponent(shortErrors)}`,
  ]
  return [process.execPath, ...options, tslabProgram(folder), 'kernel', '--config-path', connectionFile]
}

/** One time zone and no colours, so that outputs do not depend on who runs them; options meant for other programs are not taken over. */
export const kernelEnvironment = { TZ: 'UTC', NO_COLOR: '1', FORCE_COLOR: '0', NODE_OPTIONS: '' } as const

const alive = new Set<Child>()

export function startChild(folder: string, connectionFile: string): Child {
  const [program, ...options] = kernelCommand(folder, connectionFile)
  const env = { ...process.env, ...kernelEnvironment }
  const started = spawn(program, options, { cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe'] })
  let log = ''
  started.stderr.on('data', (text) => {
    log = (log + text).slice(-4000)
  })
  const death = new Promise<Death>((ended) => {
    started.once('error', (error) => ended({ ended: 'dead', how: error.message, outOfMemory: false }))
    started.once('close', (code, signal) => {
      ended({ ended: 'dead', how: signal ?? `exit code ${code}`, outOfMemory: log.includes('heap out of memory') })
    })
  })
  const child: Child = { death, signal: (name) => started.kill(name) }
  alive.add(child)
  dieWithUs()
  void death.then(() => alive.delete(child))
  return child
}

// A kernel swallows Ctrl-C, so without this an interrupted run would leave its kernels behind.
let watching = false
function dieWithUs(): void {
  if (watching) return
  watching = true
  const killAll = () => {
    for (const child of alive) child.signal('SIGKILL')
  }
  process.once('exit', killAll)
  for (const [name, number] of [
    ['SIGINT', 2],
    ['SIGTERM', 15],
  ] as const) {
    process.once(name, () => process.exit(128 + number))
  }
}
