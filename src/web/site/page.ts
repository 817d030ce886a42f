// How does a notebook become a page? Its cells in order as Markdown, each marked with its id, outputs already shown.
import type { Cell, Notebook } from '../../notebook/file/format'
import { Refusal } from '../../units/refusal'
import * as derivations from '../worker/derivations'
import { benchHtml, type Made } from './bench'
import { type Chapter, linkToPages } from './chapters'
import { attributes } from './html'
import { liveAsset, livePath, scenariosOf } from './live'
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
  /** the bar over the chapter, as HTML */
  readonly bench: string
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
    bench: benchHtml(madeOf(chapter, notebook, places), scenariosOf(notebook)),
    markdown: folded(shown),
    assets: [liveAsset(chapter, notebook, places), ...shown.flatMap(({ assets }) => assets)],
  }
}

function madeOf({ slug }: Chapter, { cells }: Notebook, { base, scripts }: Places): Made {
  const code = cells.filter(({ type }) => type === 'code').map(({ source }) => source)
  const needs = (what: RegExp, script: string) => (code.some((source) => what.test(source)) ? [script] : [])
  return {
    chapter: base + livePath(slug),
    worker: scripts.worker,
    modules: [
      ...needs(/from ['"]mathjs['"]/, scripts.mathjs),
      ...needs(derives, scripts.derivations),
      ...needs(/\b(readConfig|defineFamily|measurements)\b/, scripts.families),
      ...needs(/\blecture\(\)/, scripts.lecture),
      ...needs(/\bmeasurements\(\)/, scripts.measurements),
      ...needs(/\btraffic\(\)/, scripts.traffic),
    ],
  }
}

// A cell that takes a name which the derivations' script brings.
const derives = new RegExp(`import\\s*{[^}]*\\b(${Object.keys(derivations).join('|')})\\b[^}]*}\\s*from 'servemath'`)

interface ShownCell {
  /** the word under which it stays shut until asked for */
  readonly fold: string | undefined
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
    fold: foldOf(cell),
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

/** Cells that follow one another under the same word are shut together. */
function folded(cells: readonly ShownCell[]): string {
  return cells
    .map(({ fold, markdown }, index) => {
      const opens = fold && cells[index - 1]?.fold !== fold
      const ends = fold && cells[index + 1]?.fold !== fold
      const before = opens ? `<details class="fold">\n<summary>${fold}</summary>\n\n` : ''
      return `${before}${markdown}${ends ? '\n</details>\n' : ''}`
    })
    .join('\n')
}

function foldOf(cell: Cell): string | undefined {
  const { tags } = cell.metadata
  if (Array.isArray(tags) && tags.includes('solution')) return 'Solution'
  return cell.type === 'code' && isImports(cell.source) ? 'Imports' : undefined
}

/** Nothing but import declarations: a reader of the text can do without. */
function isImports(source: string): boolean {
  return /^(\s*import\s[^'"]*['"][^'"]+['"];?)+\s*$/.test(source)
}
