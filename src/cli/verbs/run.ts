// servemath run: do these notebooks run in the tslab kernel, and are their stored outputs current?
import { notebookPaths, readNotebook } from '../../notebook/file/disk'
import { lintNotebook } from '../../notebook/lint/lint'
import { checkNeeds } from '../../notebook/run/needs'
import { type Mode, type Outcome, runNotebooks } from '../../notebook/run/notebooks'
import { Refusal } from '../../units'
import type { Verb } from '../verb'
import type { Words } from '../words'
import { tidy } from './tidy'

export const run: Verb = {
  usage: 'run NOTEBOOK|FOLDER…',
  says: 'Runs every cell in the TypeScript kernel. Exit code 1 and the cell number when one fails or is not current.',
  flags: {
    check: { says: 'compare with the stored outputs' },
    write: { says: 'store the outputs' },
    tidy: { says: 'run nothing; make files that were saved from Jupyter what --write would have stored' },
    lint: { says: 'also check the rules by which one file serves Jupyter and the web edition alike' },
    as: { takes: 'PATH', says: 'with --tidy and - (standard input to standard output): where the notebook stands' },
    timeout: { takes: 'SECONDS', says: 'for one cell (60)' },
    jobs: { takes: 'N', says: 'notebooks at a time (2)' },
  },
  examples: ['run --check notebooks', 'run --write notebooks/01-bytes-per-token.ipynb', 'run --tidy notebooks'],
  run: async (words, io) => {
    const request = requestIn(words)
    if (words.has('tidy')) return tidy(words, io)
    const paths = await notebookPaths(words.free)
    // All of them are read first, so that a bad one is refused before anything runs or is stored.
    const findings = new Map<string, readonly string[]>()
    for (const path of paths) findings.set(path, await readable(path, words.has('lint')))
    const say = words.has('json') ? () => undefined : (line: string) => io.out(`${line}\n`)
    for (const [path, broken] of findings) for (const finding of broken) say(`${path}: ${finding}`)
    const outcomes = await runNotebooks(paths, {
      ...request,
      onProgress: ({ outcome }) => outcome && say(outcomeLine(outcome)),
    })
    const answer = answerOf(request.mode, outcomes, findings)
    const first = answer.json.notebooks.find(isBad)
    if (first !== undefined) {
      const says = first.says ?? first.findings[0] ?? 'it failed'
      io.err(`${answer.json.failed} of ${outcomes.length} notebooks failed, first ${first.path}: ${says}\n`)
    }
    return answer
  },
}

type Judged = Outcome & { readonly findings: readonly string[] }

const isBad = ({ status, findings }: Judged): boolean => status !== 'passed' || findings.length > 0

function answerOf(mode: Mode, outcomes: readonly Outcome[], findings: ReadonlyMap<string, readonly string[]>) {
  const notebooks = outcomes.map((outcome): Judged => ({ ...outcome, findings: findings.get(outcome.path) ?? [] }))
  const failed = notebooks.filter(isBad).length
  return {
    json: { mode, passed: notebooks.length - failed, failed, notebooks },
    text: () => '',
    code: failed > 0 ? 1 : 0,
  }
}

async function readable(path: string, lint: boolean): Promise<readonly string[]> {
  const notebook = await readNotebook(path)
  checkNeeds(path, notebook)
  return lint ? lintNotebook(notebook) : []
}

function outcomeLine({ path, status, cellsRun, cells, seconds, says }: Outcome): string {
  const word = { passed: 'ok', failed: 'FAILED', changed: 'NOT CURRENT', refused: 'REFUSED' }[status]
  const note = says === undefined ? '' : ` – ${says}`
  return `${path}  ${cellsRun}/${cells} cells  ${seconds.toFixed(1)} s  ${word}${note}`
}

function requestIn(words: Words): { mode: Mode; timeoutMs: number; concurrency: number } {
  if (words.free.length === 0) throw new Refusal('No notebook was named: expected the path of one, or of a folder.')
  if (words.has('check') && words.has('write')) {
    throw new Refusal('--check and --write exclude each other: check first, then write.')
  }
  if (words.has('tidy') && ['check', 'write', 'lint'].some((flag) => words.has(flag))) {
    throw new Refusal('--tidy runs nothing, so it takes neither --check nor --write nor --lint.')
  }
  return {
    mode: words.has('check') ? 'check' : words.has('write') ? 'write' : 'run',
    timeoutMs: 1000 * positive(words, 'timeout', 60),
    concurrency: Math.ceil(positive(words, 'jobs', 2)),
  }
}

function positive(words: Words, flag: string, otherwise: number): number {
  const text = words.value(flag)
  if (text === undefined) return otherwise
  const value = Number(text)
  if (value > 0 && Number.isFinite(value)) return value
  throw new Refusal(`--${flag} needs a number above 0, not ${text}.`)
}
