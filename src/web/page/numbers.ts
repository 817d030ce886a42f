// Which numbers stand behind a figure? Its curves as lines of a table, for reading, copying and listening.
import type { PlotData } from './dress'

const mostRows = 60

export type Line = readonly unknown[]

/** A head, then rows of what a point belongs to, its x and its y; long curves are thinned evenly, ends kept. */
export function numbersOf({ data, layout }: PlotData): readonly Line[] {
  const axis = (name: string) => record(record(layout[name]).title).text
  const traces = data.map(record).filter(({ x, y }) => Array.isArray(x) || Array.isArray(y))
  const each = Math.max(4, Math.floor(mostRows / Math.max(1, traces.length)))
  return [
    ['of', axis('xaxis') ?? 'x', axis('yaxis') ?? 'y'],
    ...traces.flatMap((trace) => thinned(linesOf(trace), each)),
  ]
}

function linesOf(trace: Readonly<Record<string, unknown>>): readonly Line[] {
  const [x, y, text, base] = [list(trace.x), list(trace.y), list(trace.text), list(trace.base)]
  const named = (at: number) => [trace.name, text[at]].filter(Boolean).join(': ')
  // A bar that does not stand on the axis reaches from its base on.
  const lying = trace.orientation === 'h'
  const bar = (lengths: Line, at: number) => `${short(base[at])} to ${short(Number(base[at]) + Number(lengths[at]))}`
  return Array.from({ length: Math.max(x.length, y.length) }, (_, at) => [
    named(at),
    base.length > 0 && lying ? bar(x, at) : (x[at] ?? at),
    base.length > 0 && !lying ? bar(y, at) : (y[at] ?? ''),
  ])
}

function thinned(lines: readonly Line[], most: number): readonly Line[] {
  const step = Math.max(1, Math.ceil(lines.length / most))
  return lines.filter((_, at) => at % step === 0 || at === lines.length - 1)
}

/** Five figures are more than a figure shows. */
export function short(value: unknown): string {
  return typeof value === 'number' ? String(Number(value.toPrecision(5))) : String(value ?? '')
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
