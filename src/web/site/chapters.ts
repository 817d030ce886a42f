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

/** In Markdown, a link to a notebook becomes a link to its page: `](04-hold.ipynb#why)` is `](./hold#why)`. */
export function linkToPages(markdown: string): string {
  return markdown
    .replace(/(\]\(|\]: )(?:\.\/)?(?:\d+-)?([\w-]+)\.ipynb(?=[#)\s]|$)/g, '$1./$2.md')
    .replace(/(\]\(|\]: )(?:\.\/)?README\.md(?=[#)\s]|$)/g, '$1./reading-orders.md')
}

function place(chapter: Chapter): number {
  return chapter.number === undefined ? Number.POSITIVE_INFINITY : Number(chapter.number)
}
