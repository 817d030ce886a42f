// How does the desk look? One sentence with controls in it, and the answer under it, as HTML: printed with the site, redrawn at the desk.
import type { Explanation } from '../../algebra'
import { shortName } from '../../figures'
import { formatDuration, formatMoney, formatNumber, formatQuantity } from '../../units'
import { along, stripHtml, ticksHtml } from '../cards/strip'
import { attributes, escapeHtml } from '../site/html'
import type { Answer, Row } from './answer'
import { cellOf, commandOf } from './spelled'
import type { DeskState } from './state'

export const headlineHtml = ({ placement }: Answer): string => {
  const { best, cheapest, limit, perToken } = placement
  const wait = (option: string): string => {
    const seconds = perToken.find((one) => one.option === option)?.loadTime
    return seconds === undefined ? '' : `, back after ${formatDuration(seconds)}`
  }
  const keep = best === 'remat' ? 'Delete it and rematerialize it' : `Keep it in ${shortName(best)}`
  const beside =
    best === cheapest
      ? 'It is also the cheapest of all.'
      : `Cheapest of all, for who may wait longer than ${formatDuration(limit.seconds)}: ${shortName(cheapest)}${wait(cheapest)}.`
  return `<p class="desk-answer"><strong>${escapeHtml(keep)}</strong>${escapeHtml(`${wait(best)}. ${beside}`)}</p>`
}

export function answerHtml(answer: Answer, state: DeskState): string {
  return [
    stripOf(answer),
    tableOf(answer),
    fitsLine(answer),
    details('Why?', answer.why.map(explained).join('')),
    details('What it rests on', list(answer.placement.notes)),
    details('The same question elsewhere', elsewhere(state, answer)),
  ].join('\n')
}

function stripOf({ placement }: Answer): string {
  const at = `left:${(100 * along(placement.holdTime)).toFixed(2)}%`
  return `<div class="desk-strip">${stripHtml(placement.envelope, true)}<span class="desk-pause" aria-hidden="true" style="${at}"></span>${ticksHtml()}</div>`
}

function tableOf({ rows, placement }: Answer): string {
  const head = ['place', 'hold', 'bring back', 'write', 'in all', 'the user waits']
    .map((name, i) => `<th${attributes({ scope: 'col', class: i > 0 ? 'number' : '' })}>${name}</th>`)
    .join('')
  const body = rows.map((row) => rowOf(row, row.option === placement.best)).join('')
  return `<table class="desk-table"><caption>This conversation, this pause, in USD</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`
}

function rowOf({ option, inTime, hold, retrieve, write, total, wait }: Row, best: boolean): string {
  const money = [hold, retrieve, write, total].map(
    (usd) => `<td class="number">${usd === 0 ? '0' : formatMoney(usd)}</td>`,
  )
  const waits = `${wait === undefined ? '' : formatDuration(wait)}${inTime ? '' : ' <span class="desk-late">too slow</span>'}`
  const name = `${escapeHtml(shortName(option))}${best ? ' <span class="visually-hidden">(the answer)</span>' : ''}`
  const kind = [best ? 'desk-best' : '', inTime ? '' : 'desk-slow'].filter(Boolean).join(' ')
  return `<tr${attributes({ class: kind })}><th scope="row">${name}</th>${money.join('')}<td class="number">${waits}</td></tr>`
}

function fitsLine({ fits, context, deployment }: Answer): string {
  const machines = deployment.devices === 1 ? 'The device has' : `The ${deployment.devices} devices have`
  return `<p>${machines} ${formatQuantity(fits.free, 'B')} beside the weights, room for <strong>${formatNumber(fits.conversations, 12)}</strong> such conversations of ${formatNumber(context, 12)} tokens, ${formatQuantity(fits.each, 'B')} each.</p>`
}

function explained({ steps }: Explanation): string {
  const lines = steps.map(({ name, says, text, inputs }) => {
    const from = inputs.map((input) => `${input.name} ${input.text}`).join(', ')
    return `<li><code>${name}</code> = <strong>${escapeHtml(text)}</strong>: ${escapeHtml(says)} <span class="desk-from">(${escapeHtml(from)})</span></li>`
  })
  return `<ol>${lines.join('')}</ol>`
}

function elsewhere(state: DeskState, { context }: Answer): string {
  const spellings = [
    ['On the command line', commandOf(state)],
    ['In a cell', cellOf(state, context)],
    ['As a file, desk.json', JSON.stringify(state.deployment, undefined, 1)],
  ]
  return spellings
    .map(([name = '', text = '']) => `<p>${name}:</p><pre tabindex="0"><code>${escapeHtml(text)}</code></pre>`)
    .join('')
}

const details = (name: string, inside: string): string =>
  inside === '' ? '' : `<details><summary>${name}</summary>${inside}</details>`

const list = (lines: readonly string[]): string =>
  `<ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`
