// How are the measurements of the live page told? One line each: what, how much, and the bar it must hold.

export interface Row {
  readonly what: string
  readonly measured: string
  readonly bar?: string
  readonly held?: boolean
}

export function table(rows: readonly Row[]): string {
  const told = rows.map(({ what, measured, bar = '', held }) => [what, measured, bar, verdict(held)] as const)
  const wide = (at: 0 | 1 | 2) => Math.max(...told.map((row) => row[at].length))
  const line = (row: (typeof told)[number]) =>
    `${row[0].padEnd(wide(0))}  ${row[1].padStart(wide(1))}  ${row[2].padEnd(wide(2))}  ${row[3]}`.trimEnd()
  return told.map(line).join('\n')
}

function verdict(held: boolean | undefined): string {
  if (held === undefined) return ''
  return held ? 'holds' : 'MISSED'
}

/** A time against its bar. */
export function within(what: string, milliseconds: number, atMost: number): Row {
  return { what, measured: ms(milliseconds), bar: `< ${atMost} ms`, held: milliseconds < atMost }
}

export function timed(what: string, milliseconds: number): Row {
  return { what, measured: ms(milliseconds) }
}

export function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN
}

function ms(milliseconds: number): string {
  return `${milliseconds.toFixed(milliseconds < 100 ? 1 : 0)} ms`
}
