// With which program, options and environment does a kernel run, whether we start it or Jupyter does?
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Refusal } from '../../units/refusal'

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

/** One time zone and no colours, so that outputs do not depend on who runs them; nor on options meant for other programs. */
export const kernelEnvironment = { TZ: 'UTC', NO_COLOR: '1', FORCE_COLOR: '0', NODE_OPTIONS: '' } as const
