// Where does the web edition keep its things? All relative to the repository's root.

export const notebooksFolder = 'notebooks'
/** What VitePress calls its root: it looks for `.vitepress` in it. */
export const shellFolder = 'src/web'
/** Generated: one Markdown file a page, and under `public` the files served as they are. */
export const pagesFolder = 'src/web/pages'
export const publicFolder = 'src/web/pages/public'
export const contentsFile = 'src/web/pages/contents.json'
export const siteFolder = 'dist/site'
