// Is each page sound as a document? What it is checked for before it is found, shared, printed or read aloud.
import { existsSync, readdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { base, siteOf } from './books'
import { executablePath, servedSite } from './site'

const title = executablePath ? 'every document of the book' : 'every document (SKIPPED: no Chromium here)'

interface Told {
  readonly path: string
  readonly lang: string
  readonly title: string
  readonly description: string
  readonly viewport: string
  readonly policy: string
  readonly headings: readonly number[]
  readonly ids: readonly string[]
  /** addresses and anchors of links within the site */
  readonly links: readonly (readonly [path: string, anchor: string])[]
  readonly foreign: readonly string[]
  readonly picturesWithoutRoom: number
  readonly picturesWithoutWords: number
}

describe.skipIf(!executablePath)(title, () => {
  const visit = servedSite('book')
  let told: readonly Told[] = []
  const all = <T>(of: (page: Told) => readonly T[]) =>
    told.flatMap((page) => of(page).map((what) => `${page.path}: ${what}`))

  beforeAll(async () => {
    const site = siteOf('book')
    const files = readdirSync(site, { recursive: true, encoding: 'utf8' })
    const paths = files.filter((file) => file.endsWith('.html') && file !== '404.html')
    const { page } = await visit('index.html')
    told = await tell(page, paths)
  })

  it('says in which language it is, what it is, and how it fits a screen', () => {
    expect(told.length).toBeGreaterThan(80)
    for (const { lang, title, description, viewport } of told) {
      expect(lang).toBe('en')
      expect(title.length).toBeGreaterThan(9)
      expect(description.length).toBeGreaterThan(29)
      expect(viewport).toContain('width=device-width')
    }
    expect(new Set(told.map(({ title }) => title)).size).toBe(told.length)
  })

  it('has one first heading, and never skips a level', () => {
    const broken = told.filter(
      ({ headings }) =>
        headings.filter((level) => level === 1).length !== 1 ||
        headings.some((level, at) => level > (headings[at - 1] ?? 0) + 1),
    )
    expect(broken.map(({ path }) => path)).toEqual([])
  })

  it('links only to pages and places that exist', () => {
    const ids = new Map(told.map((page) => [page.path, new Set(page.ids)]))
    const broken = all(({ links }) =>
      links.filter(([path, anchor]) => {
        const file =
          path === '' || path.endsWith('/')
            ? `${path}index.html`
            : path.replace(/(\.\w+)?$/, (ending) => ending || '.html')
        const anchors = ids.get(file)
        return anchors ? anchor !== '' && !anchors.has(anchor) : !existsSync(`${siteOf('book')}/${file}`)
      }),
    )
    expect(broken).toEqual([])
  })

  it('names no two things alike', () => {
    expect(all(({ ids }) => ids.filter((id, at) => ids.indexOf(id) !== at))).toEqual([])
  })

  it('has words and room for every picture', () => {
    expect(
      told.filter((page) => page.picturesWithoutRoom + page.picturesWithoutWords > 0).map(({ path }) => path),
    ).toEqual([])
  })

  it('loads nothing from elsewhere, and has a policy that forbids it', () => {
    expect(all(({ foreign }) => foreign)).toEqual([])
    for (const { policy } of told) expect(policy).toMatch(/default-src 'self'.*connect-src 'self'/)
  })
})

/** Reads the pages as they are served, without running them. */
function tell(on: Page, paths: readonly string[]): Promise<readonly Told[]> {
  return on.evaluate(
    async ({ paths, base }) => {
      const read = async (path: string) => {
        const html = await (await fetch(base + path)).text()
        const page = new DOMParser().parseFromString(html, 'text/html')
        const meta = (name: string) => page.querySelector(`meta[name="${name}"]`)?.getAttribute('content') ?? ''
        const here = new URL(base + path, location.href)
        const links = [...page.querySelectorAll('a[href]')].map(
          (link) => new URL(link.getAttribute('href') ?? '', here),
        )
        const own = links.filter(({ origin }) => origin === location.origin)
        const loaded = [
          ...page.querySelectorAll(
            'script[src], img[src], iframe[src], link[rel~=stylesheet], link[rel~=preload], link[rel~=modulepreload], link[rel~=icon]',
          ),
        ]
        const addresses = loaded.map((one) => one.getAttribute('src') ?? one.getAttribute('href') ?? '')
        const pictures = [...page.querySelectorAll('img')]
        return {
          path,
          lang: page.documentElement.lang,
          title: page.title,
          description: meta('description'),
          viewport: meta('viewport'),
          policy: page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? '',
          headings: [...page.querySelectorAll('main :is(h1, h2, h3, h4, h5, h6)')].map(({ tagName }) =>
            Number(tagName[1]),
          ),
          ids: [...page.querySelectorAll('[id]')].map(({ id }) => id),
          links: own.map(
            ({ pathname, hash }) => [pathname.slice(base.length), decodeURIComponent(hash.slice(1))] as const,
          ),
          foreign: addresses.filter(
            (address) => !/^data:/.test(address) && new URL(address, here).origin !== location.origin,
          ),
          picturesWithoutRoom: pictures.filter(
            (picture) => !picture.hasAttribute('width') && !picture.classList.contains('output-image'),
          ).length,
          picturesWithoutWords: pictures.filter((picture) => !picture.hasAttribute('alt')).length,
        }
      }
      return Promise.all(paths.map(read))
    },
    { paths, base },
  )
}
