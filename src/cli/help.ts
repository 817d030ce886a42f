// What does --help print? One page for the program, one for each verb, each with command lines to copy.
import { columns } from './columns'
import type { Verb } from './verb'
import { verbs } from './verbs'
import type { Flags } from './words'

export function programHelp(version: string): string {
  return [
    `servemath ${version} – where should a paused conversation's KV cache wait?`,
    '',
    'Usage: servemath VERB … [--json]',
    '',
    ...columns(Object.entries(verbs).map(([name, { says }]) => [`  ${name}`, says])),
    '',
    'servemath help VERB says what a verb takes. For example:',
    '  servemath place llama-3.1-70b --accelerator h100-sxm --hold 5m',
    '',
    'Exit code: 0 for an answer, 1 for a notebook that failed, 2 for input that cannot be used.',
  ].join('\n')
}

export function verbHelp({ usage, says, examples }: Verb, flags: Flags): string {
  return [
    `Usage: servemath ${usage} [flags]`,
    '',
    says,
    '',
    ...flagLines(flags),
    'For example:',
    ...examples.map((example) => `  servemath ${example}`),
  ].join('\n')
}

function flagLines(flags: Flags): string[] {
  const rows = Object.entries(flags).map(([name, { takes, says }]) => [
    `  --${name}${takes === undefined ? '' : ` ${takes}`}`,
    says,
  ])
  return [...columns(rows), '']
}
