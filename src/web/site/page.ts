// How does a notebook become a page? Its cells in order as Markdown, each marked with its id, outputs already shown.
import type { Cell, Notebook } from '../../notebook/file/format'
import { Refusal } from '../../units/refusal'
import { type Chapter, linkToPages } from './chapters'
import { attributes } from './html'
import { liveAsset } from './live'
import { showOutput } from './output'
import { headings, lead, type Section } from './prose'
import type { Asset, Places } from './shown'

export interface Page {
  readonly chapter: Chapter
  /** Markdown */
  readonly title: string
  /** what the chapter says of itself first, as Markdown */
  readonly lead: string
  readonly sections: readonly Section[]
  /** its first figure, for the page that presents it */
  readonly cover: string | undefined
  readonly markdown: string
  readonly assets: readonly Asset[]
}

export function pageOf(chapter: Chapter, notebook: Notebook, places: Places): Page {
  const shown = notebook.cells.map((cell, index) => showCell(chapter, cell, index, places))
  const prose = notebook.cells.flatMap((cell) => (cell.type === 'markdown' ? [cell.source] : [])).join('\n\n')
  const [first, ...rest] = headings(prose)
  return {
    chapter,
    title: first?.title ?? chapter.slug,
    lead: linkToPages(lead(prose)),
    sections: rest.filter(({ level }) => level === 2),
    cover: shown.flatMap(({ outputs }) => outputs).find((html) => html.startsWith('<figure')),
    markdown: foldSolutions(shown),
    assets: [liveAsset(chapter, notebook, places), ...shown.flatMap(({ assets }) => assets)],
  }
}

interface ShownCell {
  readonly isSolution: boolean
  readonly markdown: string
  readonly outputs: readonly string[]
  readonly assets: readonly Asset[]
}

function showCell(chapter: Chapter, cell: Cell, index: number, places: Places): ShownCell {
  const id = cell.id ?? `cell-${index + 1}`
  const outputs = cell.outputs.map((output, at) =>
    naming(`${chapter.file}, cell ${id}`, () => showOutput(output, `${chapter.slug}-${id}-${at}`, places)),
  )
  const html = outputs.map((output) => output.html)
  const inner = cell.type === 'code' ? [fenced(cell.source), ...stacked(html)].join('\n\n') : prose(cell)
  const mark = attributes({ class: `cell cell-${cell.type}`, 'data-cell': id })
  const section = inner.trim() === '' ? '' : `<section${mark} v-pre>\n\n${inner}\n\n</section>\n`
  return {
    isSolution: isSolution(cell),
    markdown: section,
    outputs: html,
    assets: outputs.flatMap(({ assets }) => assets),
  }
}

/** What goes wrong inside says where. */
function naming<T>(place: string, act: () => T): T {
  try {
    return act()
  } catch (error) {
    throw new Refusal(`${place}: ${error instanceof Error ? error.message : error}`)
  }
}

/** Raw cells are meant for other converters. */
function prose(cell: Cell): string {
  return cell.type === 'markdown' ? linkToPages(cell.source.trim()) : ''
}

function stacked(outputs: readonly string[]): readonly string[] {
  const each = outputs.map((html) => `<div class="output">${html}</div>`)
  return outputs.length > 0 ? ['<div class="outputs">', ...each, '</div>'] : []
}

/** A fence longer than any run of backticks inside. */
function fenced(source: string): string {
  const longest = Math.max(2, ...[...source.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return source.trim() === '' ? '' : `${fence}ts\n${source.trim()}\n${fence}`
}

/** Solution cells that follow one another are one solution, and stay shut until asked for. */
function foldSolutions(cells: readonly ShownCell[]): string {
  const opens = '<details class="solution">\n<summary>Solution</summary>\n\n'
  return cells
    .map(({ isSolution, markdown }, index) => {
      const before = isSolution && !cells[index - 1]?.isSolution ? opens : ''
      const after = isSolution && !cells[index + 1]?.isSolution ? '\n</details>\n' : ''
      return before + markdown + after
    })
    .join('\n')
}

function isSolution(cell: Cell): boolean {
  const { tags } = cell.metadata
  return Array.isArray(tags) && tags.includes('solution')
}
