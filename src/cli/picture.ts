// How does a picture leave the command line? As SVG, as a page of HTML around it, or as PNG where there is a Chromium to draw it.
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { findChromium } from '../notebook/run/chromium'
import { Refusal } from '../units'
import { writeWhole } from './files'
import type { Flags, Words } from './words'

const formats = ['svg', 'png', 'html'] as const
type Format = (typeof formats)[number]

/** `draws` is what the picture shows, for the help. */
export const pictureFlags = (draws: string): Flags => ({
  svg: { takes: 'FILE', says: `also draw ${draws}` },
  png: { takes: 'FILE', says: 'the same as PNG, where there is a Chromium' },
  html: { takes: 'FILE', says: 'the same as a page' },
})

/** Writes the picture to every file that was asked for; it is drawn only if one was. */
export async function writePictures(words: Words, draw: () => string): Promise<void> {
  const asked = formats.flatMap((format) => {
    const path = words.value(format)
    return path === undefined ? [] : [{ format, path }]
  })
  for (const { format, path } of asked) refuseOther(format, path)
  if (asked.length === 0) return
  const svg = draw()
  for (const { format, path } of asked) await writeWhole(path, await written[format](svg))
}

/** Was any picture asked for? */
export const asksPicture = (words: Words): boolean => formats.some((format) => words.has(format))

// Whoever opens strip.png expects a PNG in it.
function refuseOther(format: Format, path: string): void {
  const other = formats.find((one) => one !== format && extname(path).toLowerCase() === `.${one}`)
  if (other === undefined) return
  throw new Refusal(
    `--${format} writes ${format.toUpperCase()}, and ${path} is called ${other}: give --${other} ${path}.`,
  )
}

const written: Readonly<Record<Format, (svg: string) => Promise<string | Uint8Array>>> = {
  svg: async (svg) => svg,
  html: async (svg) => pageAround(svg),
  png: painted,
}

function pageAround(svg: string): string {
  const title = /<title[^>]*>([^<]*)<\/title>/.exec(svg)?.[1] ?? 'servemath'
  return `<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>${title}</title>\n<body style="margin:0">\n${svg}</body>\n</html>\n`
}

async function painted(svg: string): Promise<Uint8Array> {
  const chromium = findChromium()
  if (chromium === undefined) {
    throw new Refusal('--png needs a Chromium or Chrome, and none is installed: name one in CHROMIUM, or give --svg.')
  }
  const [, width = '760', height = '400'] = /<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? []
  const folder = await mkdtemp(join(tmpdir(), 'servemath-'))
  try {
    const [page, picture] = [join(folder, 'page.html'), join(folder, 'picture.png')]
    await writeFile(page, pageAround(svg))
    const size = [width, height].map((pixels) => Math.ceil(Number(pixels))).join(',')
    await promisify(execFile)(chromium, [
      ...quiet(),
      `--window-size=${size}`,
      `--screenshot=${picture}`,
      `file://${page}`,
    ])
    return await readFile(picture)
  } catch {
    throw new Refusal(`--png: ${chromium} did not draw the picture: name another in CHROMIUM, or give --svg.`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

// Chromium refuses its sandbox to root; the page is our own.
const quiet = (): string[] => [
  ...['--headless', '--disable-gpu', '--hide-scrollbars', '--force-device-scale-factor=2'],
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]
