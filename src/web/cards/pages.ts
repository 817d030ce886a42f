// How do the cards become pages? One Markdown page a model, an index to compare them, a preview picture for each.
import { envelopeInWords, shortName } from '../../figures'
import type { Place } from '../../figures/palette'
import { formatDuration, formatNumber, formatQuantity } from '../../units'
import { attributes, escapeHtml } from '../site/html'
import type { Asset, TextFile } from '../site/shown'
import { type Card, cards, contexts } from './card'
import { preview } from './preview'
import { stripHtml, ticksHtml } from './strip'

export const cardsFolder = 'models'

export interface CardPages {
  readonly pages: readonly TextFile[]
  readonly assets: readonly Asset[]
}

/** `address` is where the site is served, with its base: sharing needs whole addresses where they are known. */
export function cardPages(address: string): CardPages {
  const all = cards()
  return {
    pages: [
      { path: `${cardsFolder}/index.md`, content: indexPage(all) },
      ...all.map((card) => ({ path: `${cardsFolder}/${card.model.id}.md`, content: cardPage(card, address) })),
    ],
    assets: all.map((card) => ({ path: `${cardsFolder}/${card.model.id}.png`, content: preview(card) })),
  }
}

function frontMatter(title: string, description: string, image?: string): string {
  const said = { 'og:title': title, 'og:description': description, ...(image && { 'og:image': image }) }
  const head = Object.entries(said).map(([property, content]) => ['meta', { property, content }])
  const card = image ? [['meta', { name: 'twitter:card', content: 'summary_large_image' }]] : []
  const front = { title, description, pageClass: 'card-page', prev: false, next: false, head: [...head, ...card] }
  return `---\n${JSON.stringify(front)}\n---\n\n`
}

function cardPage(card: Card, address: string): string {
  const { model, perToken, perSequence, hidden, stalling, deployment } = card
  const { numbers, devices } = deployment
  const weight = formatQuantity(perToken, 'B/token')
  const description = `${weight} of KV cache. ${envelopeInWords(hidden.envelope)}.`
  const fixed = perSequence > 0 ? ` and ${formatQuantity(perSequence, 'B')} once a sequence` : ''
  const { notes } = hidden
  const image = `${address}${cardsFolder}/${model.id}.png`
  const body = [
    `# ${model.name}`,
    `Every token of a conversation leaves **${weight}** of KV cache${fixed}, at ${formatQuantity(model.bytesPerElement, 'B')} a number. Where should it wait while the conversation is quiet?`,
    `<figure class="strips">${labelled('Loads hidden behind compute', hidden)}${labelled('Devices wait for every load', stalling)}${ticksHtml()}</figure>`,
    winners(hidden),
    crossovers(card),
    '## What it weighs',
    `| tokens | cache |\n| ---: | ---: |\n${card.bytesAt.map(([context, bytes]) => `| ${context.toLocaleString('en-US')} | ${formatQuantity(bytes, 'B')} |`).join('\n')}`,
    `${formatNumber(model.totalParams / 1e9)} billion parameters, ${formatNumber(model.activeParams / 1e9)} billion of them in the way of a token.`,
    '## On what this rests',
    `${devices === 1 ? 'One NVIDIA H100 SXM' : `${devices} x NVIDIA H100 SXM`}, rented, the fewest with room for four such conversations of ${formatNumber(numbers.context ?? 0, 15)} tokens; tiers as bare components. The cheapest place that keeps the user waiting no longer than rematerializing (${formatDuration(hidden.limit.seconds)}). ${notes.map((note) => escapeHtml(note)).join(' ')}`,
    `Architecture: [${escapeHtml(model.source.title)}](${model.source.url}), as of ${model.asOf}.`,
    `Other numbers? \`npx servemath place ${model.id} --accelerator h100-sxm --hold 5m\`, or compare [all models](./index.md).`,
  ]
  return `${frontMatter(`${model.name}: where should its KV cache wait?`, description, image)}<section class="cell">\n\n${body.join('\n\n')}\n\n</section>\n`
}

/** The headline, and the cheapest of all with its wait, for the pause of the command below. */
function winners({ best, cheapest, holdTime, perToken }: Card['hidden']): string {
  const named = (option: string): string => {
    const wait = perToken.find((one) => one.option === option)?.loadTime
    return `${shortName(option)}${wait === undefined ? '' : `, after ${formatDuration(wait)}`}`
  }
  const pause = `After a pause of ${formatDuration(holdTime)} the user is served best from **${named(best)}**`
  return best === cheapest ? `${pause}, the cheapest of all.` : `${pause}; cheapest of all is ${named(cheapest)}.`
}

function labelled(label: string, { envelope }: Card['hidden']): string {
  return `<div class="strip-row"><span>${label}</span>${stripHtml(envelope, true)}</div>`
}

function crossovers({ hidden, stalling }: Card): string {
  const rows = (label: string, { envelope }: Card['hidden']) =>
    envelope.map(({ option, from, to }, at) => {
      const until = to === null ? 'for ever' : formatDuration(to)
      return `| ${at === 0 ? label : ''} | ${shortName(option)} | ${formatDuration(from)} | ${until} |`
    })
  return [
    '| loads | cheapest | from | until |',
    '| --- | --- | ---: | ---: |',
    ...rows('hidden', hidden),
    ...rows('stalling', stalling),
  ].join('\n')
}

const named: readonly (readonly [place: Place, name: string])[] = [
  ['hbm', 'HBM'],
  ['ddr', 'DDR'],
  ['flash', 'flash'],
  ['disk', 'disk'],
  ['remat', 'rematerialize'],
]
const legend = named.map(([place, name]) => `<span class="place place-${place}">${name}</span>`).join(', ')

function indexPage(all: readonly Card[]): string {
  const title = 'What each model’s cache weighs, and where it should wait'
  const [least, most] = [contexts[0] ?? 0, 131_072]
  const rows = all.map((card) => {
    const { model, perToken, bytesAt, hidden } = card
    const large = bytesAt.find(([context]) => context === most)?.[1] ?? 0
    const link = `<a${attributes({ href: `./${model.id}.html` })}>${escapeHtml(model.name)}</a>`
    const cells = [formatQuantity(perToken, 'B/token').replace('/token', ''), formatQuantity(large, 'B')]
    return `<tr><td>${link}</td>${cells.map((cell) => `<td class="number">${cell}</td>`).join('')}<td>${stripHtml(hidden.envelope, false)}</td></tr>`
  })
  const head = `<tr><th>model</th><th>a token</th><th>${most.toLocaleString('en-US')} tokens</th><th>cheapest place, from 1 ms to 1 year</th></tr>`
  const body = [
    `# ${title}`,
    `${all.length} open models, the heaviest cache per token first. Colours as everywhere in this book: ${legend}. Rented H100 SXM, as many as leave room for four conversations; tiers as bare components, loads hidden, nobody waits longer than for a rematerialization.`,
    `<table class="cards"><thead>${head}</thead><tbody>${rows.join('')}</tbody></table>`,
  ]
  const description = `KV-cache bytes and the cheapest place to wait for ${all.length} open models, from ${least} tokens on.`
  return `${frontMatter(title, description)}<section class="cell" v-pre>\n\n${body.join('\n\n')}\n\n</section>\n`
}
