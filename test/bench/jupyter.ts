// How heavy and how quick are figures in Jupyter? Run All in Notebook: the file that is saved, the first figure, a moved slider.
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { type Desk, jupyterDesk, runAll, save } from '../jupyter/desk'
import { redrawTimes, seen } from '../jupyter/seen'
import { percentile, type Row, table, timed, within } from './web/rows'

const chapters = ['00-where-should-it-wait', '04-hold-retrieve-rematerialize']
const moves = 60

async function rowsOf(desk: Desk, chapter: string): Promise<Row[]> {
  const path = `notebooks/${chapter}.ipynb`
  const page = await desk.open(path)
  const first = watchFirst(page)
  await runAll(page)
  const { figures, drawn } = await seen(page)
  const milliseconds = await first
  await save(page)
  const [stored, saved] = [JSON.parse(readFileSync(path, 'utf8')), JSON.parse(readFileSync(desk.path(path), 'utf8'))]
  const ratio = weight(saved) / weight(stored)
  const times = await redrawTimes(page, moves)
  await desk.leave(page)
  return [
    { what: chapter, measured: `${drawn} of ${figures} figures`, bar: 'all drawn', held: drawn === figures },
    within('first figure after its output', milliseconds, 1500),
    within(`slider to redrawn figure, p95 of ${moves}`, percentile(times, 0.95), 60),
    timed('slider to redrawn figure, median', percentile(times, 0.5)),
    {
      what: 'saved without its libraries, over stored without its pictures',
      measured: `${ratio.toFixed(2)}x of ${(weight(stored) / 1e3).toFixed(0)} kB`,
      bar: '< 1.3x',
      held: ratio < 1.3,
    },
  ]
}

/** Milliseconds from the first figure's output to its marks. */
function watchFirst(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((done) => {
        let arrived = 0
        const timer = setInterval(() => {
          const root = document.querySelector('[data-servemath]')
          if (root !== null && arrived === 0) arrived = performance.now()
          if (root?.querySelector('.scatterlayer path') == null) return
          clearInterval(timer)
          done(performance.now() - arrived)
        }, 5)
      }),
  )
}

/** Characters of the file without pictures and travelling libraries. */
function weight(notebook: object): number {
  const text = JSON.stringify(notebook, (mime, content) => (mime === 'image/png' ? undefined : content), 1)
  return text.replace(/data-servemath-library[^<]*</g, '<').length
}

async function main(): Promise<void> {
  const desk = await jupyterDesk()
  const rows: Row[] = []
  for (const chapter of chapters) rows.push(...(await rowsOf(desk, chapter)))
  await desk.close()
  console.log(table(rows))
}

void main()
