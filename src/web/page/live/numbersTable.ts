// How do the numbers behind a figure come onto the page? As a table, made when its reader opens it.
import type { PlotData } from '../dress'
import { type Line, numbersOf, short } from '../numbers'

/** Each time anew: what the table is of may have changed. */
export function fillOnOpening(details: HTMLDetailsElement, plotOf: () => Promise<PlotData>, left?: AbortSignal): void {
  const onToggle = () => {
    if (details.open) void plotOf().then((plot) => fill(details, plot))
  }
  details.addEventListener('toggle', onToggle, left ? { signal: left } : {})
}

function fill(details: HTMLDetailsElement, plot: PlotData): void {
  const table = document.createElement('table')
  const [head = [], ...lines] = numbersOf(plot)
  row(table.createTHead(), 'th', head)
  const body = table.createTBody()
  for (const line of lines) row(body, 'td', line)
  details.querySelector('table')?.remove()
  details.append(table)
}

function row(into: HTMLTableSectionElement, tag: 'th' | 'td', values: Line): void {
  const line = into.insertRow()
  for (const value of values) {
    const cell = document.createElement(tag)
    cell.textContent = short(value).replace(/<br>/g, ' ')
    line.append(cell)
  }
}
