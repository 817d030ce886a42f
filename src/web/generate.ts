// How do the notebooks on disk become the pages that the site's shell renders?
import { liveScripts, type Scripts } from './bundles'
import { base, contentsName, notebooksFolder, pagesFolder } from './paths'
import { plotlyAsset, plotlyPath } from './plotly'
import type { Places, TextFile } from './site/shown'
import { siteOf } from './site/site'
import { readTexts, writeFolder } from './write'

export async function generatePages(): Promise<void> {
  const scripts = await liveScripts()
  const places = {
    base,
    plotly: { basic: base + plotlyPath('basic'), full: base + plotlyPath('full') },
    scripts: addresses(scripts),
  }
  const site = siteOf(readTexts(notebooksFolder), places)
  const needsFull = site.pages.some(({ content }) => content.includes(places.plotly.full))
  const plotly = await Promise.all([plotlyAsset('basic'), ...(needsFull ? [plotlyAsset('full')] : [])])
  const served = [...site.assets, ...plotly, ...Object.values(scripts)].map((asset) => ({
    ...asset,
    path: `public/${asset.path}`,
  }))
  const contents = { path: contentsName, content: JSON.stringify(site.contents) }
  writeFolder(pagesFolder, [...site.pages, ...served, contents])
}

function addresses({ worker, compiler, mathjs, single }: Scripts): Places['scripts'] {
  const at = ({ path }: TextFile) => base + path
  return { worker: at(worker), compiler: at(compiler), mathjs: at(mathjs), single: at(single) }
}
