// In which order are the notebooks read, and at which address? The file name's number is the order, its slug the address.

export interface Chapter {
  /** `04-hold-retrieve-rematerialize.ipynb` */
  readonly file: string
  /** `04`; a notebook without a number, such as a glossary, comes last. */
  readonly number: string | undefined
  /** `hold-retrieve-rematerialize` */
  readonly slug: string
}

const notebookName = /^(?:(\d+)-)?([^/]+)\.ipynb$/

export function readingOrder(files: readonly string[]): readonly Chapter[] {
  return files
    .flatMap((file): Chapter[] => {
      const [, number, slug] = notebookName.exec(file) ?? []
      return slug ? [{ file, number, slug }] : []
    })
    .sort((a, b) => place(a) - place(b) || a.slug.localeCompare(b.slug))
}

/** The page that README.md becomes. */
export const readmeSlug = 'reading-orders'

const target = '(\\]\\(|\\]: )(?:\\./)?'
const notebookLink = new RegExp(`${target}(?:\\d+-)?([\\w-]+)\\.ipynb(?=[#)\\s]|$)`, 'g')
const readmeLink = new RegExp(`${target}README\\.md(?=[#)\\s]|$)`, 'g')
const linkOutside = /(?<!!)\[([^\]]*)\]\(\.\.\/[^)]*\)/g

/** Links between notebooks become links between pages; what lies elsewhere in the repository keeps only its words. */
export function linkToPages(markdown: string): string {
  return markdown
    .replace(notebookLink, '$1./$2.md')
    .replace(readmeLink, `$1./${readmeSlug}.md`)
    .replace(linkOutside, '$1')
}

function place(chapter: Chapter): number {
  return chapter.number === undefined ? Number.POSITIVE_INFINITY : Number(chapter.number)
}
