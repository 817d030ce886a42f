// What is printed of a provider's price list? Its prices and rules, each source with its date.
import type { Fact, Source } from '../../catalog'
import type { ListedTariff } from '../../lecture'
import { formatDuration, formatNumber, formatQuantity } from '../../units'
import { columns } from '../columns'

export interface ListJson {
  readonly id: string
  readonly asOf: string
  readonly inputPrice: number
  readonly sources: readonly { readonly title: string; readonly url: string; readonly asOf: string }[]
  readonly doubtful: readonly string[]
  readonly note?: string
}

export function listJson({ id, inputPrice, price, rules }: ListedTariff): ListJson {
  const { output: _, ...prices } = price.facts
  const facts: readonly (readonly [string, Dated])[] = [prices, rules, price.longContext?.facts ?? {}].flatMap(
    (group) => Object.entries<Dated>({ ...group }),
  )
  return {
    id,
    asOf: price.period,
    inputPrice,
    sources: sourcesOf(facts.map(([, fact]) => fact)),
    doubtful: facts.flatMap(([name, { confidence }]) => (confidence === 'low' ? [name] : [])),
    ...(price.note !== undefined && { note: price.note }),
  }
}

type Dated = Pick<Fact, 'asOf'> & { readonly source: Source; readonly period?: string; readonly confidence?: string }

function sourcesOf(facts: readonly Dated[]): ListJson['sources'] {
  const found = facts.map(({ source: { title, url }, asOf, period = asOf }) => ({ title, url, asOf: period }))
  return [...new Map(found.map((source) => [source.title, source])).values()]
}

export function listLines(list: ListedTariff): string[] {
  const { id, asOf, sources, note } = listJson(list)
  return [
    `${id}, prices of ${asOf}:`,
    ...(note === undefined ? [] : [`  Note: ${note}.`]),
    ...columns(priceRows(list), [1]),
    ...ruleText(list).map((line) => `  ${line}`),
    ...sources.flatMap(({ title, url, asOf: date }) => [
      `  Source: ${title}, ${date}`,
      ...(url === '' ? [] : [`    ${url}`]),
    ]),
    '',
  ]
}

function priceRows({ inputPrice, tariff }: ListedTariff): string[][] {
  const row = (name: string, multiple: number): string[] => [
    `  ${name}`,
    formatQuantity(multiple * inputPrice, 'USD/token'),
    multiple === 1 ? '' : `${formatNumber(multiple)} of input`,
  ]
  const { write, read, longWrite, storage, life, longLife } = tariff
  const lives = (time: number | null | undefined): string =>
    typeof time === 'number' ? `, ${formatDuration(time)}` : ''
  return [
    row('input', 1),
    row(`write${lives(life)}`, write),
    ...(longWrite === undefined ? [] : [row(`longer write${lives(longLife)}`, longWrite)]),
    row('hit', read),
    ...(storage === undefined ? [] : [['  storage', formatQuantity(storage * inputPrice * 3600, 'USD/(token*h)'), '']]),
  ]
}

function ruleText({ tariff, rules }: ListedTariff): string[] {
  const { life, renewed, countedFrom, minimumPrefix, prefixStep, longContext } = tariff
  const assumed = rules.renewed?.kind === 'assumed' ? ', we assume' : ''
  const about = rules.minimumPrefix?.confidence === 'low' ? '~' : ''
  return [
    ...(life === null ? ['No lifetime of its cache is known.'] : []),
    ...(renewed === undefined ? [] : [`A read ${renewed ? 'starts' : 'does not start'} the life anew${assumed}.`]),
    ...(countedFrom === 'start' ? ['The life is counted from the start of a request (--request-time).'] : []),
    ...(minimumPrefix === undefined
      ? []
      : [`Prompts below ${about}${formatNumber(minimumPrefix, 6)} tokens are not cached.`]),
    ...(prefixStep === undefined ? [] : [`A prefix hits in steps of ${prefixStep} tokens.`]),
    ...(longContext === undefined
      ? []
      : [`Above ${formatNumber(longContext.threshold, 6)} tokens input costs ${longContext.input} times as much.`]),
  ]
}
