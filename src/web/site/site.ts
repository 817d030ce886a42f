// Which files make the site? From notebooks to Markdown pages and the files beside them: pure, no disk.
import { parseNotebook } from '../../notebook/file/format'
import { linkToPages, readingOrder } from './chapters'
import { homePage } from './home'
import { type Page, pageOf } from './page'
import type { Section } from './prose'
import type { Asset, Places, TextFile } from './shown'

/** What the table of contents needs to know of a page. */
export interface Entry {
  readonly slug: string
  readonly number: string | undefined
  readonly title: string
  readonly sections: readonly Section[]
}

export interface Site {
  readonly contents: readonly Entry[]
  /** Markdown, by file name */
  readonly pages: readonly TextFile[]
  readonly assets: readonly Asset[]
}

/** `files` are the folder's names and texts: notebooks, and README.md with the reading orders. */
export function siteOf(files: ReadonlyMap<string, string>, places: Places): Site {
  const chapters = readingOrder([...files.keys()])
  const pages = chapters.map((chapter) =>
    pageOf(chapter, parseNotebook(files.get(chapter.file) ?? '', chapter.file), places),
  )
  const readme = files.get('README.md')
  return {
    contents: pages.map(({ chapter, title, sections }) => ({
      slug: chapter.slug,
      number: chapter.number,
      title,
      sections,
    })),
    pages: [
      { path: 'index.md', content: homePage(pages, readme !== undefined) },
      ...pages.map((page, index) => ({ path: `${page.chapter.slug}.md`, content: chapterPage(pages, page, index) })),
      ...(readme === undefined ? [] : [{ path: 'reading-orders.md', content: linkToPages(readme) }]),
    ],
    assets: pages.flatMap(({ assets }) => assets),
  }
}

function chapterPage(pages: readonly Page[], page: Page, index: number): string {
  const front = {
    title: page.title,
    description: page.lead,
    pageClass: 'chapter',
    prev: neighbour(pages[index - 1]),
    next: neighbour(pages[index + 1]),
  }
  const number =
    page.chapter.number === undefined ? '' : `<p class="chapter-number">Chapter ${Number(page.chapter.number)}</p>\n\n`
  // JSON is YAML.
  return `---\n${JSON.stringify(front)}\n---\n\n${number}${page.markdown}`
}

function neighbour(page: Page | undefined): { readonly text: string; readonly link: string } | false {
  return page ? { text: page.title, link: `/${page.chapter.slug}` } : false
}
