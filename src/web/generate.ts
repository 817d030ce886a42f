// How do the notebooks on disk become the pages that the site's shell renders?
import { deskFile, liveScripts, type Scripts, typesFiles } from './bundles'
import { cardPages, cardsFolder } from './cards/pages'
import { base, contentsName, notebooksFolder, origin, pagesFolder } from './paths'
import { plotlyAsset, plotlyPath } from './plotly'
import type { Places, TextFile } from './site/shown'
import { type Entry, siteOf } from './site/site'
import { readTexts, writeFolder } from './write'

const models: Entry = { slug: `${cardsFolder}/`, number: undefined, title: 'Models compared', sections: [] }

// The same for every page and every change of one.
let typesBuilt: ReturnType<typeof typesFiles> | undefined

export async function generatePages(): Promise<void> {
  typesBuilt ??= typesFiles()
  const [scripts, types, desk] = await Promise.all([liveScripts(), typesBuilt, deskFile()])
  const places: Places = {
    base,
    plotly: { basic: base + plotlyPath('basic'), full: base + plotlyPath('full') },
    scripts: addresses(scripts),
    desk: base + desk.path,
    types: { worker: base + types.worker.path, definitions: base + types.definitions.path },
  }
  const site = siteOf(readTexts(notebooksFolder), places)
  const needsFull = site.pages.some(({ content }) => content.includes(places.plotly.full))
  const plotly = await Promise.all([plotlyAsset('basic'), ...(needsFull ? [plotlyAsset('full')] : [])])
  const cards = cardPages(origin + base)
  const live = [...Object.values(scripts), ...Object.values(types), desk]
  const served = [...site.assets, ...cards.assets, ...plotly, ...live].map((asset) => ({
    ...asset,
    path: `public/${asset.path}`,
  }))
  const contents = { path: contentsName, content: JSON.stringify([...site.contents, models]) }
  writeFolder(pagesFolder, [...site.pages, ...cards.pages, ...served, contents])
}

function addresses(scripts: Scripts): Places['scripts'] {
  const at = Object.entries(scripts).map(([name, { path }]: [string, TextFile]) => [name, base + path])
  return Object.fromEntries(at) as Places['scripts']
}
