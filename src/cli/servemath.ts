// What does the command line do with its arguments? Finds the verb, prints its answer, and turns a refusal into exit code 2.
import manifest from '../../package.json'
import { Refusal, unknownName } from '../units'
import { programHelp, verbHelp } from './help'
import type { Answer, Io } from './verb'
import { verbNamed } from './verbs'
import { type Flags, readWords } from './words'
import { wrapped } from './wrap'

const everywhere: Flags = {
  json: { says: 'print JSON: stable keys, plain numbers in base units' },
  brief: { says: 'print the answer alone' },
  help: { says: 'print this; -h does so too' },
}

/** The exit code: 0 for an answer, 1 for a notebook that failed, 2 for bad input, which leaves stdout empty. */
export async function main(args: readonly string[], io: Io): Promise<number> {
  try {
    return await answer(args, io)
  } catch (error) {
    // Some messages quote their input, which may have lines.
    io.err(`${asRefusal(error).message.replace(/\s*\n\s*/g, ' ')}\n`)
    return 2
  }
}

async function answer([name, ...rest]: readonly string[], io: Io): Promise<number> {
  if (name === undefined) throw new Refusal('No verb was given: servemath --help says which there are.')
  if (name === '--version' || name === '-v') return printed(version(), io)
  if (name === '--help' || name === '-h') return printed(programHelp(version()), io)
  if (name === 'help') return printed(await helpOn(rest), io)
  if (name.startsWith('-')) throw unknownName('flag', name, ['--help', '--version'])
  const verb = await verbNamed(name)
  const flags = { ...verb.flags, ...everywhere }
  const own = rest.includes('--') ? rest.slice(0, rest.indexOf('--')) : rest
  if (own.includes('--help') || own.includes('-h')) return printed(verbHelp(verb, flags), io)
  const words = readWords(rest, flags)
  const found = await verb.run(words, io)
  if (words.has('json')) io.out(`${JSON.stringify(found.json, null, 2)}\n`)
  else if (found.verbatim) io.out(`${found.text(Number.POSITIVE_INFINITY)}\n`)
  else printed(words.has('brief') ? briefly(name, found) : found.text(io.columns ?? Number.POSITIVE_INFINITY), io)
  return found.code ?? 0
}

async function helpOn([name, ...more]: readonly string[]): Promise<string> {
  if (more.length > 0) throw new Refusal(`"${more[0]}" is one word too many: expected one verb.`)
  if (name === undefined || name.startsWith('-')) return programHelp(version())
  const verb = await verbNamed(name)
  return verbHelp(verb, { ...verb.flags, ...everywhere })
}

function briefly(name: string, { brief }: Answer): string {
  if (brief !== undefined) return brief()
  throw new Refusal(`--brief: ${name} has no answer of one line; leave it out.`)
}

function printed(text: string, io: Io): number {
  if (text !== '') io.out(`${wrapped(text, io.columns)}\n`)
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
