// How does a chapter fit into one HTML file that works from file://? Styles, pictures, data and scripts lie in the page.
import type { LiveChapter } from '../../site/live'
import { textAt } from '../textAt'

/** Only what the file itself holds: no network at all. */
const policy =
  "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval' blob:; worker-src blob:; style-src 'unsafe-inline'; img-src data: blob:; font-src data:"

/** `kept` are the reader's changes, which the file starts from. */
export async function onePage(chapter: LiveChapter, address: string, kept: unknown): Promise<string> {
  const page = new DOMParser().parseFromString(await textAt(pageAddress()), 'text/html')
  const main = page.querySelector('.vp-doc')
  if (!main) throw new Error('This page has no chapter')
  const texts = new Map<string, string>()
  await Promise.all([...main.querySelectorAll('img[src]')].map(embedPicture))
  for (const box of main.querySelectorAll<HTMLElement>('[data-figure]')) {
    await embed(box, 'figure', texts)
    await embed(box, 'plotly', texts)
  }
  for (const link of main.querySelectorAll('.figure-numbers a')) link.remove()
  const { scripts, plotly } = chapter.places
  const inside = async (name: string, from: string) => {
    texts.set(name, await textAt(from))
    return `#${name}`
  }
  const { single: own, ...fetched } = scripts
  const held = await Promise.all(
    Object.entries(fetched).map(async ([name, from]) => [name, await inside(name, from)] as const),
  )
  const places = {
    base: '',
    plotly: { basic: await inside('plotly-basic', plotly.basic), full: '#plotly-basic' },
    scripts: {
      ...Object.fromEntries(held),
      single: '#single',
    },
  }
  texts.set('chapter', JSON.stringify({ ...chapter, places }))
  texts.set('kept', JSON.stringify(kept))
  const bench = main.querySelector<HTMLElement>('[data-chapter]')
  if (bench) Object.assign(bench.dataset, { chapter: '#chapter', worker: '#worker', modules: '' })
  const single = await textAt(own)
  return [
    '<!doctype html>',
    `<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<title>${document.title.replaceAll('<', '&lt;')}</title><style>${await styles()}</style></head>`,
    `<body class="one-page"><main class="vp-doc" data-from="${address}">${main.innerHTML}</main>`,
    ...[...texts].map(([name, text]) => `<script type="text/plain" id="${name}">${asleep(text)}</script>`),
    `<script>${asleep(single)}</script></body></html>`,
  ].join('\n')
}

function pageAddress(): string {
  return location.href.replace(/#.*$/, '')
}

// The end of a script element is looked for in text and code alike; in JSON, strings and templates `<\/` says the same.
function asleep(text: string): string {
  return text.replace(/<(\/script|!--)/gi, '\\u003c$1')
}

async function embed(box: HTMLElement, what: 'figure' | 'plotly', texts: Map<string, string>): Promise<void> {
  const address = box.dataset[what] ?? ''
  const name = (address.split('/').at(-1) ?? '').replace(/\W/g, '-')
  texts.set(name, await textAt(address))
  box.dataset[what] = `#${name}`
}

async function embedPicture(image: Element): Promise<void> {
  const src = image.getAttribute('src') ?? ''
  if (!src.startsWith('data:')) image.setAttribute('src', await dataUrl(src))
}

async function dataUrl(address: string): Promise<string> {
  const response = await fetch(address)
  const blob = await response.blob()
  return new Promise((resolve) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.readAsDataURL(blob)
  })
}

/** Every rule of the page's sheets, with the fonts in use inside. */
async function styles(): Promise<string> {
  const rules = [...document.styleSheets].flatMap((sheet) => rulesOf(sheet))
  const text = await Promise.all(rules.map((rule) => (rule instanceof CSSFontFaceRule ? fontRule(rule) : rule.cssText)))
  return text.join('\n').replaceAll('</', '<\\/')
}

function rulesOf(sheet: CSSStyleSheet): readonly CSSRule[] {
  try {
    return [...sheet.cssRules]
  } catch {
    return []
  }
}

async function fontRule(rule: CSSFontFaceRule): Promise<string> {
  const family = rule.style.getPropertyValue('font-family').replaceAll('"', '')
  const weight = rule.style.getPropertyValue('font-weight')
  const style = rule.style.getPropertyValue('font-style')
  const used = [...document.fonts].some(
    (face) =>
      face.status === 'loaded' &&
      face.family.replaceAll('"', '') === family &&
      face.weight === weight &&
      face.style === style,
  )
  const address = /url\("?([^")]+\.woff2)"?\)/.exec(rule.cssText)?.[1]
  if (!used || !address) return ''
  const url = await dataUrl(new URL(address, rule.parentStyleSheet?.href ?? location.href).href)
  return `@font-face{font-family:${family};font-weight:${weight};font-style:${style};src:url(${url}) format("woff2")}`
}
