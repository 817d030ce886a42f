import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openPainter } from '../../src/notebook/run/painter'
import { tidyNotebook } from '../../src/notebook/run/tidy'
import { fileText } from '../notebook/files'
import { figuresIn } from './chapters'
import {
  clearOutput,
  type Desk,
  edit,
  executablePath,
  hasJupyter,
  jupyterDesk,
  restartAndRunAll,
  runAll,
  runBelow,
  runCells,
  save,
  saveAndReload,
  selectedCell,
} from './desk'
import { chapters } from './executed'
import { focusSlider, redrawTimes, seen } from './seen'

const skipped = !hasJupyter || !executablePath
const because = '(skipped where there is no Jupyter Notebook or no Chromium)'

let desk: Desk
let page: Page
beforeAll(async () => {
  if (!skipped) desk = await jupyterDesk()
})
afterAll(async () => desk?.close())

const path = (chapter: string): string => `notebooks/${chapter}.ipynb`
const whole = { says: [], brokenRows: [], raw: [] }

describe.skipIf(skipped)(`after Run All in Jupyter Notebook ${because}`, () => {
  afterEach(() => desk.leave(page))

  it.each(chapters)('%s has a plot with marks for every figure, whole tables and no raw TeX', async (chapter) => {
    page = await desk.open(path(chapter))
    await runAll(page)
    const figures = await figuresIn(path(chapter))
    expect(await seen(page)).toMatchObject({ figures, drawn: figures, ...whole })
  })
})

describe.skipIf(skipped).each(['00-where-should-it-wait', '04-hold-retrieve-rematerialize'])(
  `%s in Jupyter Notebook ${because}`,
  (chapter) => {
    // One sitting, told in order: each test goes on where the one before it left the page.
    let figures = 0
    beforeAll(async () => {
      figures = await figuresIn(path(chapter))
      page = await desk.open(path(chapter))
      await runAll(page)
      await seen(page)
    })
    afterAll(() => desk.leave(page))

    it('has the committed bytes once it was saved and tidied', async () => {
      await save(page)
      const painter = openPainter()
      const { text } = await tidyNotebook(fileText(desk.path(path(chapter))), path(chapter), painter)
      await painter.close()
      expect(text).toBe(fileText(path(chapter)))
    })

    it('redraws at every step of a slider by key, and keeps the arrow keys from the notebook', async () => {
      await focusSlider(page)
      const before = await selectedCell(page)
      expect(await redrawTimes(page, 25)).toHaveLength(25)
      expect(await selectedCell(page)).toBe(before)
    })

    it('has its figures and tables when it was saved and is opened again', async () => {
      await saveAndReload(page)
      expect(await seen(page)).toMatchObject({ figures, drawn: figures, ...whole })
    })

    it('draws on when the output that brought the library was cleared', async () => {
      await clearOutput(page, 0)
      await runCells(page, 'live(')
      const left = await seen(page)
      expect([left.drawn, left.says]).toEqual([left.figures, []])
    })

    it('says which cells to run where a reopened page has lost the library, and draws once they are run', async () => {
      await clearOutput(page, 0)
      await saveAndReload(page)
      const lost = await seen(page, 5_000)
      expect(new Set(lost.says)).toEqual(
        new Set(['To draw this figure, run the cell with the imports and then this one.']),
      )
      await runCells(page, 'import {', 'live(')
      const found = await seen(page)
      expect([found.drawn, found.says]).toEqual([found.figures, []])
    })

    it('draws what runs in a new kernel, whatever the order in which cells run', async () => {
      await restartAndRunAll(page)
      await runCells(page, 'live(', 'import {', 'live(')
      expect(await seen(page)).toMatchObject({ figures, drawn: figures, ...whole })
    })
  },
)

describe.skipIf(skipped)(`a pause edited in Jupyter Notebook ${because}`, () => {
  it('changes the figure and the sentence of the cells that are run below it', async () => {
    page = await desk.open(path('00-where-should-it-wait'))
    await runAll(page)
    await seen(page)
    const before = await page.evaluate(() => document.querySelector('#notebook')?.textContent ?? '')
    expect(before).toContain('For a pause of 5 min')
    await edit(page, "'5m'", "'1h'")
    await runBelow(page, "'1h'")
    await seen(page)
    const after = await page.evaluate(() => document.querySelector('#notebook')?.textContent ?? '')
    expect(after).toContain('For a pause of 1 h')
    expect(after).not.toContain('For a pause of 5 min')
    await desk.leave(page)
  })
})
