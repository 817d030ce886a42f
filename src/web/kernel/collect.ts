// Which outputs does one run of a cell leave? Displays in order, and printed lines joined as a notebook joins them.
import { format, inspect } from 'node-inspect-extracted'
import type { Data, Output } from '../../notebook/file/format'
import type { MimeBundle } from '../../notebook/mime/bundle'

type Method = 'log' | 'info' | 'debug' | 'warn' | 'error' | 'dir'
export type Printer = Readonly<Record<Method, (...values: readonly unknown[]) => void>>

export interface Collector {
  readonly outputs: readonly Output[]
  readonly console: Printer
  display(bundle: MimeBundle): void
  /** From now on, whatever is added is told: a timer of the cell may print when the cell is long done. */
  later(tell: () => void): void
}

const mostCharacters = 1_000_000
/** Each output has an element of the page, and so its weight. */
const perOutput = 1000

export function collector(): Collector {
  const outputs: Output[] = []
  let room = mostCharacters
  let tell = () => {}
  /** Whether there is room for it; the cell hears once that there is none. */
  const admits = (characters: number): boolean => {
    if (room < 0) return false
    room -= characters
    if (room < 0) throw new RangeError('A cell shows at most 1,000,000 characters: show a summary.')
    return true
  }
  const write = (name: 'stdout' | 'stderr', text: string): void => {
    if (!admits(text.length)) return
    const last = outputs.at(-1)
    if (last?.output_type === 'stream' && last.name === name) {
      outputs[outputs.length - 1] = { ...last, text: last.text + text }
    } else if (admits(perOutput)) outputs.push({ output_type: 'stream', name, text })
    tell()
  }
  const out = (...values: readonly unknown[]): void => write('stdout', `${format(...values)}\n`)
  const err = (...values: readonly unknown[]): void => write('stderr', `${format(...values)}\n`)
  return {
    outputs,
    console: {
      log: out,
      info: out,
      debug: out,
      warn: err,
      error: err,
      dir: (value) => write('stdout', `${inspect(value)}\n`),
    },
    display(bundle) {
      // As a file would hold it: what cannot travel as JSON is left out here as there.
      const text = JSON.stringify(bundle)
      if (!admits(text.length + perOutput)) return
      outputs.push({ output_type: 'display_data', data: JSON.parse(text) as Data, metadata: {} })
      tell()
    },
    later(listener) {
      tell = listener
    },
  }
}
