// Which files make the site? From notebooks to Markdown pages and the files beside them: pure, no disk.
import { parseNotebook } from '../../notebook/file/format'
import { linkToPages, readingOrder, readmeSlug } from './chapters'
import { homePage } from './home'
import { inline } from './inline'
import { type Page, pageOf } from './page'
import { headings, plainText, type Section } from './prose'
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
    contents: [
      ...pages.map(({ chapter: { slug, number }, title, sections }) => ({ slug, number, title, sections })),
      ...(readme === undefined ? [] : [readmeEntry(readme)]),
    ],
    pages: [
      { path: 'index.md', content: homePage(pages, readme !== undefined, places.desk) },
      ...pages.map((page, index) => ({
        path: `${page.chapter.slug}.md`,
        content: chapterPage(pages, page, index),
      })),
      ...(readme === undefined ? [] : [{ path: `${readmeSlug}.md`, content: verbatim(readme) }]),
    ],
    assets: pages.flatMap(({ assets }) => assets),
  }
}

function chapterPage(pages: readonly Page[], page: Page, index: number): string {
  const front = {
    title: plainText(page.title),
    description: plainText(page.lead),
    pageClass: 'chapter',
    prev: neighbour(pages[index - 1]),
    next: neighbour(pages[index + 1]),
  }
  const { number } = page.chapter
  const named = number === undefined ? '' : `Chapter ${Number(number)}, `
  const place = `<p class="chapter-number">${named}page ${index + 1} of ${pages.length}</p>\n\n`
  // JSON is YAML.
  return `---\n${JSON.stringify(front)}\n---\n\n${place}${page.bench}\n\n${page.markdown}`
}

function readmeEntry(readme: string): Entry {
  return { slug: readmeSlug, number: undefined, title: headings(readme)[0]?.title ?? 'Reading orders', sections: [] }
}

function verbatim(markdown: string): string {
  return `<section class="cell" v-pre>\n\n${linkToPages(markdown)}\n\n</section>\n`
}

function neighbour(page: Page | undefined): { readonly text: string; readonly link: string } | false {
  return page ? { text: inline(page.title), link: `/${page.chapter.slug}` } : false
}
