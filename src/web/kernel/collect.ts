// Which outputs does one run of a cell leave? Displays in order, and printed lines joined as a notebook joins them.
import { format, inspect } from 'node-inspect-extracted'
import type { Data, Output } from '../../notebook/file/format'
import type { MimeBundle } from '../../notebook/mime/bundle'

export interface Collector {
  readonly outputs: readonly Output[]
  readonly console: Pick<Console, 'log' | 'info' | 'debug' | 'warn' | 'error' | 'dir'>
  display(bundle: MimeBundle): void
}

const mostCharacters = 1_000_000

export function collector(): Collector {
  const outputs: Output[] = []
  let characters = 0
  const write = (name: 'stdout' | 'stderr', text: string): void => {
    characters += text.length
    if (characters > mostCharacters) throw new RangeError('A cell prints at most 1,000,000 characters: show a summary.')
    const last = outputs.at(-1)
    if (last?.output_type === 'stream' && last.name === name) {
      outputs[outputs.length - 1] = { ...last, text: last.text + text }
    } else outputs.push({ output_type: 'stream', name, text })
  }
  const out = (...values: unknown[]): void => write('stdout', `${format(...values)}\n`)
  const err = (...values: unknown[]): void => write('stderr', `${format(...values)}\n`)
  return {
    outputs,
    console: {
      log: out,
      info: out,
      debug: out,
      warn: err,
      error: err,
      dir: (value: unknown) => write('stdout', `${inspect(value)}\n`),
    },
    display(bundle) {
      // As a file would hold it: what cannot travel as JSON is left out here as there.
      outputs.push({ output_type: 'display_data', data: JSON.parse(JSON.stringify(bundle)) as Data, metadata: {} })
    },
  }
}
