// Where does the web edition keep its things? Relative to the repository's root; tests point it elsewhere.

const { NOTEBOOKS, PAGES, SITE, BASE, ORIGIN } = process.env

export const notebooksFolder = NOTEBOOKS ?? 'notebooks'
/** What VitePress calls its root: it looks for `.vitepress` in it. */
export const shellFolder = 'src/web'
/** Generated: one Markdown file a page, the table of contents, and under `public` the files served as they are. */
export const pagesFolder = PAGES ?? 'src/web/pages'
export const contentsName = 'contents.json'
export const siteFolder = SITE ?? 'dist/site'
/** The path the site is served under, with its slashes: `/` or `/servemath/`. */
export const base = BASE ?? '/'
/** Where the site will be found, such as https://example.org: only what is shared elsewhere needs whole addresses. */
export const origin = ORIGIN ?? ''
