// Which prices did the reader type? Multiples of input, or money: a bare --input makes every bare price USD per million tokens.
import { type CacheTariff, tariffOf } from '../../lecture'
import { formatQuantity, parseQuantity, Refusal } from '../../units'
import type { Words } from '../words'

export interface OwnPrices {
  readonly tariff: CacheTariff
  /** USD/token */
  readonly inputPrice?: number
  /** prices were typed as money rather than as multiples */
  readonly inMoney: boolean
}

export const priceNames = ['input', 'write', 'read', 'long-write', 'storage'] as const

export function ownPrices(words: Words): OwnPrices {
  const text = words.value('input')
  const input = text === undefined ? undefined : inputIn(text)
  const bareIsMoney = text !== undefined && isBare(text)
  const inMoney = bareIsMoney || ['write', 'read', 'long-write'].some((name) => isMoney(words.value(name)))
  if (inMoney && input === undefined) {
    throw new Refusal('A price in money needs that of input beside it: give --input, such as --input 3USD/Mtok.')
  }
  // In money everything is put over input at the end; in multiples input is 1.
  const unit = inMoney ? (input ?? 1) : 1
  const price = (name: string): number | undefined => amountIn(words, name, bareIsMoney, unit)
  const longWrite = price('long-write')
  const tariff = tariffOf({
    input: unit,
    write: price('write') ?? missing('write', 'a cache write'),
    read: price('read') ?? missing('read', 'a cache hit'),
    ...(longWrite !== undefined && { longWrite }),
  })
  return {
    tariff: { ...tariff, ...storageIn(words, input) },
    inMoney,
    ...(input !== undefined && { inputPrice: input }),
  }
}

/** A word of warning where a write costs less than input, which no provider sells: the multiple was meant. */
export function cheapWrite({ tariff, inputPrice, inMoney }: OwnPrices): readonly string[] {
  if (!inMoney || inputPrice === undefined || tariff.write >= 1) return []
  const [write, input] = [tariff.write * inputPrice, inputPrice].map((price) => formatQuantity(price, 'USD/token'))
  return [
    `A write at ${write} is cheaper than input at ${input}:`,
    'beside a bare --input bare prices are USD/Mtok; for multiples give it a unit.',
  ]
}

function amountIn(words: Words, name: string, bareIsMoney: boolean, unit: number): number | undefined {
  const text = words.value(name)
  if (text === undefined) return undefined
  return isMoney(text) || (bareIsMoney && isBare(text))
    ? moneyIn(text, name)
    : parseQuantity(text, '1', `--${name}`) * unit
}

function inputIn(text: string): number {
  const price = moneyIn(text, 'input')
  if (!(price > 0)) throw new Refusal(`--input is ${text}: expected a price above 0.`)
  return price
}

// Storage always has its unit: nobody knows what a bare price per token and time is.
function storageIn(words: Words, input: number | undefined): { readonly storage?: number } {
  const text = words.value('storage')
  if (text === undefined) return {}
  if (isBare(text)) throw new Refusal(`--storage is ${text} without a unit: write --storage "${text}USD/(Mtok*h)".`)
  if (input === undefined) throw new Refusal('--storage needs --input beside it, such as --input 1.25USD/Mtok.')
  return { storage: parseQuantity(text, 'USD/(token*s)', '--storage') / input }
}

/** USD/token; a bare number is USD per million of them. */
const moneyIn = (text: string, name: string): number =>
  parseQuantity(isBare(text) ? `${text} USD/Mtok` : text, 'USD/token', `--${name}`)

const isBare = (text: string): boolean => Number.isFinite(Number(text))
const isMoney = (text: string | undefined): boolean => text !== undefined && /USD|\$/.test(text)

function missing(name: string, what: string): never {
  throw new Refusal(`--${name} is missing: give the price of ${what} over that of input, or a provider's model.`)
}
