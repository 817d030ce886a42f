// What does the command line do with its arguments? Finds the verb, prints its answer, and turns a refusal into exit code 2.
import manifest from '../../package.json'
import { Refusal } from '../units'
import { programHelp, verbHelp } from './help'
import type { Io } from './verb'
import { verbNamed } from './verbs'
import { readWords } from './words'

/** The exit code: 0 for an answer, 1 for a notebook that failed, 2 for bad input, which leaves stdout empty. */
export async function main(args: readonly string[], io: Io): Promise<number> {
  try {
    return await answer(args, io)
  } catch (error) {
    const refusal = asRefusal(error)
    io.err(`${refusal.message}\n`)
    return 2
  }
}

async function answer([name, ...rest]: readonly string[], io: Io): Promise<number> {
  if (name === undefined) throw new Refusal(`No verb was given: ask servemath --help which there are.`)
  if (name === '--version' || name === '-v') return printed(version(), io)
  if (name === '--help' || name === '-h' || (name === 'help' && rest.length === 0)) {
    return printed(programHelp(version()), io)
  }
  const verb = await verbNamed(name === 'help' ? (rest[0] ?? '') : name)
  if (name === 'help' || rest.includes('--help') || rest.includes('-h')) return printed(verbHelp(verb), io)
  const words = readWords(rest, { ...verb.flags, json: { says: 'print JSON' } })
  const { json, text, code = 0 } = await verb.run(words, io)
  printed(words.has('json') ? JSON.stringify(json, null, 2) : text, io)
  return code
}

function printed(text: string, io: Io): number {
  io.out(text.endsWith('\n') ? text : `${text}\n`)
  return 0
}

function version(): string {
  const { version } = manifest as { readonly version: string }
  return version
}

// A formula or a file nested thousands of levels deep exhausts the stack of whoever reads it.
function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  if (error instanceof RangeError && /call stack/.test(error.message)) {
    return new Refusal('The input is nested too deeply to be read: expected a formula or file a person would write.')
  }
  throw error
}
