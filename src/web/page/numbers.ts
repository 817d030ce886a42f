// Which numbers stand behind a figure? Its curves as a table, for reading, copying and listening.
import type { PlotData } from './dress'

const mostRows = 60

/** Rows of curve, x and y; long curves are thinned evenly, ends kept. */
export function numbersTable({ data, layout }: PlotData): HTMLTableElement {
  const table = document.createElement('table')
  const axis = (name: string) => record(record(record(layout)[name]).title).text
  row(table.createTHead(), 'th', ['', axis('xaxis') ?? 'x', axis('yaxis') ?? 'y'])
  const body = table.createTBody()
  const traces = data.map(record).filter(({ x, y }) => Array.isArray(x) || Array.isArray(y))
  const each = Math.max(4, Math.floor(mostRows / Math.max(1, traces.length)))
  for (const trace of traces) {
    const [x, y] = [list(trace.x), list(trace.y)]
    const points = Math.max(x.length, y.length)
    const step = Math.max(1, Math.ceil(points / each))
    for (let at = 0; at < points; at++) {
      if (at % step === 0 || at === points - 1) row(body, 'td', [trace.name ?? '', x[at] ?? at, y[at] ?? ''])
    }
  }
  return table
}

function row(into: HTMLTableSectionElement, tag: 'th' | 'td', values: readonly unknown[]): void {
  const line = into.insertRow()
  for (const value of values) {
    const cell = document.createElement(tag)
    cell.textContent = typeof value === 'number' ? String(Number(value.toPrecision(5))) : String(value)
    line.append(cell)
  }
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
