// How is a tslab process started, and how do we learn that it has ended?
import { spawn } from 'node:child_process'
import { forStoring } from '../jupyter/stored'
import { kernelCommand, kernelEnvironment } from './command'

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

const alive = new Set<Child>()

export function startChild(folder: string, connectionFile: string): Child {
  const [program, ...options] = kernelCommand(folder, connectionFile)
  const env = { ...process.env, ...kernelEnvironment, ...forStoring }
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
