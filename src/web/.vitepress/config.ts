// How does VitePress shell the pages? Contents at the side, maths, search over prose; everything else is its default.
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type MarkdownIt from 'markdown-it'
import { type DefaultTheme, defineConfig } from 'vitepress'
import { contentsName, pagesFolder } from '../paths'
import { slugify } from '../site/html'
import { inline } from '../site/inline'
import { mathematics } from '../site/math'
import { icon, paletteCss } from '../site/paletteCss'
import { placeCells } from '../site/placeCells'
import { plainFences } from '../site/plainFences'
import { withPolicy } from '../site/policy'
import { searchable } from '../site/searchable'
import type { Entry } from '../site/site'
import { steady } from '../site/steady'

const contentsFile = join(pagesFolder, contentsName)
const contents: readonly Entry[] = existsSync(contentsFile) ? JSON.parse(readFileSync(contentsFile, 'utf8')) : []

export default defineConfig({
  lang: 'en',
  title: 'servemath',
  description: "Where should a paused conversation's KV cache wait? The math behind how LLMs are served, executable.",
  srcDir: resolve(pagesFolder),
  cacheDir: '../../.cache/vitepress',
  head: [
    ['style', {}, paletteCss()],
    ['link', { rel: 'icon', href: icon() }],
  ],
  markdown: {
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    anchor: { slugify },
    linkify: false,
    // VitePress carries a copy of these types of its own.
    config: (md) => {
      mathematics(md as unknown as MarkdownIt)
      placeCells(md as unknown as MarkdownIt)
      plainFences(md as unknown as MarkdownIt)
    },
  },
  transformHtml: (html) => withPolicy(steady(html)),
  // The contents beside every page link to every page: fetched ahead, they would be in the way of the one being read.
  router: { prefetchLinks: false },
  // Pictures are served as they are, from the address the page gives.
  vue: { template: { transformAssetUrls: false } },
  themeConfig: {
    aside: false,
    outline: false,
    sidebar: sidebars(),
    search: {
      provider: 'local',
      options: {
        _render: (source, env, md) => md.render(searchable(source), Object.assign(env, { withoutFormulas: true })),
      },
    },
    notFound: {
      title: 'No such page',
      quote: 'The contents and the search know every page there is.',
      linkText: 'To the first page',
    },
    docFooter: { prev: 'Before', next: 'Next' },
  },
})

/** The whole reading order beside every page, and under the page being read its sections. */
function sidebars(): DefaultTheme.SidebarMulti {
  const around = (open: string | undefined): DefaultTheme.SidebarItem[] => [
    { items: contents.map((entry) => item(entry, entry.slug === open)) },
  ]
  const own = contents.map((entry) => [`/${entry.slug}.md`, around(entry.slug)] as const)
  return { ...Object.fromEntries(own), '/': around(undefined) }
}

function item({ slug, number, title, sections }: Entry, open: boolean): DefaultTheme.SidebarItem {
  const text = `<span class="toc-number">${number === undefined ? '' : Number(number)}</span> <span>${inline(title)}</span>`
  const below = sections.map((section) => ({
    text: inline(section.title),
    link: `/${slug}#${section.anchor}`,
  }))
  return { text, link: `/${slug}`, ...(open && below.length > 0 ? { items: below } : {}) }
}
