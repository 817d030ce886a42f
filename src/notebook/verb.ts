// What does `servemath run` do? It runs notebooks, checks or stores their outputs, and reports a line for each.
import { Refusal } from '../units/refusal'
import { notebookPaths, readNotebook } from './file/disk'
import { lintNotebook } from './lint/lint'
import { type Mode, type Outcome, runNotebooks } from './run/notebooks'

export const runUsage = `servemath run [--check | --write] [--lint] [--timeout SECONDS] [--jobs N] NOTEBOOK|FOLDER ...
  Runs every cell in the tslab kernel. --check compares with the stored outputs, --write stores them.
  --lint first checks the rules by which one file serves Jupyter and the web edition alike.`

interface Request {
  readonly mode: Mode
  readonly lint: boolean
  readonly timeoutMs: number
  readonly concurrency: number
  readonly paths: readonly string[]
}

/** Exit code: 0 all well; 1 a notebook failed, is not current or breaks a rule; 2 what was asked makes no sense. */
export async function runVerb(args: readonly string[], out: (line: string) => void): Promise<number> {
  try {
    const request = parse(args)
    const paths = await notebookPaths(request.paths)
    const broken = request.lint ? await lintAll(paths, out) : 0
    const outcomes = await runNotebooks(paths, {
      ...request,
      onProgress: ({ outcome }) => outcome && out(line(outcome)),
    })
    if (outcomes.some(({ status }) => status === 'refused')) return 2
    return broken > 0 || outcomes.some(({ status }) => status !== 'passed') ? 1 : 0
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    out(error.message)
    return 2
  }
}

async function lintAll(paths: readonly string[], out: (line: string) => void): Promise<number> {
  let broken = 0
  for (const path of paths) {
    for (const finding of lintNotebook(await readNotebook(path))) {
      out(`${path}: ${finding}`)
      broken += 1
    }
  }
  return broken
}

function line({ path, status, cellsRun, cells, seconds, says }: Outcome): string {
  const word = { passed: 'ok', failed: 'FAILED', changed: 'NOT CURRENT', refused: 'REFUSED' }[status]
  const note = says === undefined ? '' : ` – ${says}`
  return `${path}  ${cellsRun}/${cells} cells  ${seconds.toFixed(1)} s  ${word}${note}`
}

function parse(args: readonly string[]): Request {
  const paths: string[] = []
  const modes: Mode[] = []
  let [lint, timeoutMs, concurrency] = [false, 60_000, 2]
  const rest = [...args]
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--check' || word === '--write') modes.push(word === '--check' ? 'check' : 'write')
    else if (word === '--lint') lint = true
    else if (word === '--timeout') timeoutMs = 1000 * positive(word, rest.shift())
    else if (word === '--jobs') concurrency = Math.ceil(positive(word, rest.shift()))
    else if (word.startsWith('-')) throw new Refusal(`Unknown option ${word}. Usage: ${runUsage}`)
    else paths.push(word)
  }
  if (modes.length > 1) throw new Refusal('--check and --write exclude each other: check first, then write.')
  if (paths.length === 0) throw new Refusal(`No notebook was named. Usage: ${runUsage}`)
  return { mode: modes[0] ?? 'run', lint, timeoutMs, concurrency, paths }
}

function positive(option: string, text: string | undefined): number {
  const value = Number(text)
  if (value > 0 && Number.isFinite(value)) return value
  throw new Refusal(`${option} needs a number above 0, not ${text ?? 'nothing'}.`)
}
