// How does a test call the command line? In process: arguments and standard input in, exit code and both streams out.
import { main } from '../../src/cli/servemath'

export interface Said {
  readonly code: number
  readonly out: string
  readonly err: string
}

export async function servemath(args: readonly string[], stdin = '', columns?: number): Promise<Said> {
  let [out, err] = ['', '']
  const code = await main(args, {
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
    stdin: async () => new TextEncoder().encode(stdin),
    ...(columns !== undefined && { columns }),
  })
  return { code, out, err }
}

/** The JSON of an answer, of the shape a test says it has; a refusal fails the test with its message. */
export async function answer<T = { value: number; inputs: Record<string, number> }>(command: string): Promise<T> {
  const { code, out, err } = await servemath([...wordsOf(command), '--json'])
  if (code !== 0) throw new Error(err)
  return JSON.parse(out)
}

/** The text of an answer; arguments as a list where they hold spaces. */
export async function text(command: string | readonly string[]): Promise<string> {
  const { code, out, err } = await servemath(typeof command === 'string' ? wordsOf(command) : command)
  if (code !== 0) throw new Error(err)
  return out
}

const wordsOf = (command: string): string[] => command.trim().split(/ +/)
