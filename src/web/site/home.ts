// What does the first page say? The question, its picture, and the chapters that answer it.
import type { Place } from '../../figures/palette'
import { deskHtml } from '../desk/printed'
import { readmeSlug } from './chapters'
import { inline } from './inline'
import type { Page } from './page'

const places: readonly (readonly [place: Place, name: string, says: string])[] = [
  ['hbm', 'HBM', 'beside the compute, ready at once, and the dearest byte there is'],
  ['ddr', 'host DDR', 'one link away, cheaper to hold'],
  ['flash', 'flash', 'cheaper again, slower to come back'],
  ['disk', 'disk', 'cheapest to hold, slowest to read'],
  ['remat', 'nowhere', 'delete it, and rematerialize it with a forward pass'],
]

export function homePage(pages: readonly Page[], hasReadingOrders: boolean, desk?: string): string {
  const [opening] = pages
  const front = {
    title: 'Where should it wait?',
    titleTemplate: 'servemath',
    pageClass: 'home',
    prev: false,
    next: false,
  }
  return [
    `---\n${JSON.stringify(front)}\n---`,
    '# A conversation goes quiet. Where should its KV cache wait?',
    desk === undefined ? '' : `<div v-pre>${deskHtml(desk)}</div>`,
    '## The question',
    'The user may be back in a second, in an hour, or never. Until then the keys and values of every token read so far have to be somewhere:',
    `<ul class="places">${places.map(placeItem).join('')}</ul>`,
    'The answer follows from a handful of equations. This workbook derives them, checks them, and puts real models, real machines and real prices in.',
    opening?.cover ? `<div class="cover" v-pre>${opening.cover}</div>` : '',
    opening ? `<p class="begin"><a href="./${opening.chapter.slug}.html">Begin: ${inline(opening.title)}</a></p>` : '',
    '## Chapters',
    '<ol class="contents" v-pre>',
    ...pages.map(contentsItem),
    '</ol>',
    hasReadingOrders ? `[Other orders to read them in](./${readmeSlug}.md)` : '',
  ].join('\n\n')
}

function placeItem([place, name, says]: (typeof places)[number]): string {
  return `<li style="--place: var(--${place})"><strong>${name}</strong> ${says}</li>`
}

function contentsItem(page: Page): string {
  const number = page.chapter.number === undefined ? '' : Number(page.chapter.number)
  return `<li><span class="contents-number">${number}</span><div>\n\n[${page.title}](./${page.chapter.slug}.md)\n\n${page.lead}\n\n</div></li>`
}
