// Which rows are in the table of a client? The CSV of genai-perf and aiperf: a metric a line with its unit, and no word of model or machine.
import { Refusal } from '../../../units'
import type { Fields } from '../row'
import { runRows } from './bench'
import type { Told } from './told'

export const isPerfCsv = (text: string): boolean => /^\uFEFF?\s*Metric,/.test(text)

/** A row for the time between tokens and one for the first token, in seconds; medians where the table has them. */
export function perfCsvRows(text: string, told: Told, name: string): readonly Fields[] {
  const metrics = metricsIn(text)
  const [input, output] = [metrics('input sequence length'), metrics('output sequence length')]
  if (input === undefined || output === undefined) {
    throw new Refusal(`${name} has no Input and Output Sequence Length: expected the CSV of genai-perf or aiperf.`)
  }
  const [rate, latency] = [metrics('request throughput'), metrics('request latency')]
  const inFlight = rate === undefined || latency === undefined ? undefined : (rate * latency) / 1000
  const run = {
    name,
    input_tokens: Math.round(input),
    output_tokens: Math.round(output),
    between: metrics('inter token latency'),
    first: metrics('time to first token'),
    inFlight: told.concurrency ?? inFlight,
  }
  return runRows(run, { ...told })
}

/** Each metric by its name in small letters and without its unit: of several columns p50, else avg, else the value. */
function metricsIn(text: string): (metric: string) => number | undefined {
  const found = new Map<string, number>()
  let head: readonly string[] = []
  for (const line of text.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    const cells = cellsIn(line)
    const [first = ''] = cells
    if (first === 'Metric') head = cells
    const at = ['p50', 'avg', 'Value'].map((column) => head.indexOf(column)).find((index) => index > 0)
    const value = at === undefined ? Number.NaN : Number((cells[at] ?? '').replaceAll(',', ''))
    const metric = first.replace(/ *\(.*/, '').toLowerCase()
    if (Number.isFinite(value) && cells[at ?? 0] !== '' && !found.has(metric)) found.set(metric, value)
  }
  return (metric) => found.get(metric)
}

/** Cells of a line; numbers above a thousand are quoted, as they have commas. */
const cellsIn = (line: string): readonly string[] =>
  [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, plain]) => (quoted ?? plain ?? '').trim())
