// How do the notebooks on disk become the pages that the site's shell renders?
import { contentsFile, notebooksFolder, pagesFolder } from './paths'
import { plotlyAsset, plotlyPath } from './plotly'
import { siteOf } from './site/site'
import { readTexts, writeFolder } from './write'

/** `base` is the path the site is served under, with its slashes: `/` or `/servemath/`. */
export async function generatePages(base: string, notebooks = notebooksFolder): Promise<void> {
  const places = { base, plotly: { basic: base + plotlyPath('basic'), full: base + plotlyPath('full') } }
  const site = siteOf(readTexts(notebooks), places)
  const needsFull = site.pages.some(({ content }) => content.includes(places.plotly.full))
  const plotly = await Promise.all([plotlyAsset('basic'), ...(needsFull ? [plotlyAsset('full')] : [])])
  const served = [...site.assets, ...plotly].map((asset) => ({ ...asset, path: `public/${asset.path}` }))
  const contents = { path: contentsFile.slice(pagesFolder.length + 1), content: JSON.stringify(site.contents) }
  writeFolder(pagesFolder, [...site.pages, ...served, contents])
}
