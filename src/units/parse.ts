// How is a unit or a quantity read? `USD/(GB*month)` to a scale and a dimension, `20 ms` to 0.02.
import { combine, dimensionless, dimensionText, sameDimension } from './dimension'
import { Refusal, unknownName } from './refusal'
import { countPrefixes, type Unit, unitTable } from './table'

const one: Unit = { scale: 1, dimension: dimensionless }

/** A unit as scale and dimension: products (`*`, `·`, `.`), quotients, powers and parentheses of known unit words. */
export function parseUnit(text: string): Unit {
  const tokens = text.match(/[\p{L}%$]+|\^|-?\d+|[*·./()]|\S/gu) ?? []
  let at = 0

  function product(): Unit {
    let unit = factor()
    while (at < tokens.length && tokens[at] !== ')') {
      const operator = tokens[at++]
      if (operator !== '*' && operator !== '·' && operator !== '.' && operator !== '/') throw unreadable(text)
      unit = times(unit, factor(), operator === '/' ? -1 : 1)
    }
    return unit
  }

  function factor(): Unit {
    const base = atom()
    if (tokens[at] !== '^') return base
    const exponent = Number(tokens[at + 1])
    if (!Number.isInteger(exponent)) throw unreadable(text)
    at += 2
    return times(one, base, exponent)
  }

  function atom(): Unit {
    const token = tokens[at++]
    if (token === '1') return one
    if (token === '(') {
      const inside = product()
      if (tokens[at++] !== ')') throw unreadable(text)
      return inside
    }
    if (token === undefined || !/^[\p{L}%$]+$/u.test(token)) throw unreadable(text)
    const unit = unitTable.get(token)
    if (unit === undefined)
      throw isCurrency(token) ? otherCurrency(token) : unknownName('unit', token, unitTable.keys())
    return unit
  }

  const unit = product()
  if (at < tokens.length) throw unreadable(text)
  return unit
}

function times(a: Unit, b: Unit, exponent: number): Unit {
  return { scale: a.scale * b.scale ** exponent, dimension: combine(a.dimension, b.dimension, exponent) }
}

function unreadable(text: string): Refusal {
  return new Refusal(
    `Cannot read the unit "${text}": expected a product or quotient of units, such as USD/(GB*month) or B/token.`,
  )
}

/** A number in `unit` to the same quantity in base units: `toBase(5, 'USD/GB')` is 5e-9 USD/B. */
export function toBase(value: number, unit: string): number {
  return value * parseUnit(unit).scale
}

/**
 * A quantity a person wrote, as a number in base units: `5m`, `1h`, `20 ms`, `989 TFLOP/s`, `0.4`, `40%`, `$3,900`, `$1.89/h`, `400Gbps`;
 * of tokens and other counts also `128k` (128,000), `128Ki` (131,072) and `1M`.
 * A bare number is taken to be in base units. Refuses a quantity whose dimension is not that of `unit`.
 */
export function parseQuantity(text: string, unit: string, name = 'The quantity'): number {
  refuseForeign(text, name)
  const match = /^\s*([+-]?(?:\d{1,3}(?:,\d{3})+(?:\.\d*)?|\d[\d_]*\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*(.*?)\s*$/.exec(
    unitLast(text),
  )
  const expected = parseUnit(unit).dimension
  if (match === null) throw new Refusal(`${name} cannot be "${text}": expected ${expectation(unit)}.`)
  const value = Number((match[1] ?? '').replaceAll(/[_,]/g, ''))
  if (match[2] === '' || match[2] === undefined) return value
  if (/^(token|1)$/.test(unit) && Object.hasOwn(countPrefixes, match[2])) return value * (countPrefixes[match[2]] ?? 1)
  // 2/s is two per second.
  const given = parseUnit(match[2].replace(/^\//, '1/'))
  if (!sameDimension(given.dimension, expected)) {
    throw new Refusal(
      `${name} cannot be "${text}", which is in ${dimensionText(given.dimension)}: expected ${expectation(unit)}.`,
    )
  }
  return value * given.scale
}

// Money is in dollars throughout, and no rate of exchange is a fact of ours.
function refuseForeign(text: string, name: string): void {
  const [sign] = /[€£¥₹]|\b(?:EUR|GBP|JPY|CNY|RMB|CHF|INR)\b/.exec(text) ?? []
  if (sign === undefined) return
  throw new Refusal(
    `${name} is in ${sign}, and no rate of exchange is known here: write it in dollars, such as $1.89/h.`,
  )
}

// `$1.89/h` is 1.89 $/h.
const unitLast = (text: string): string =>
  text.replace(/^\s*(\$|USD\s)\s*([+-]?[\d.][\d.,_]*(?:[eE][+-]?\d+)?)/, '$2 $1')

function expectation(unit: string): string {
  const examples: Record<string, string> = {
    s: ' such as 20 ms, 5m or 1h',
    B: ' such as 80 GB or 64 GiB',
    'B/s': ' such as 3.35 TB/s',
    'FLOP/s': ' such as 989 TFLOP/s',
    'USD/s': ' such as 2.5 USD/h',
  }
  if (unit === '1') return 'a number without unit'
  return `a quantity in ${unit}${examples[unit] ?? ''}`
}

const isCurrency = (token: string): boolean => /^(EUR|GBP|CNY|RMB|JPY|CHF|INR|KRW|CAD|AUD)$/.test(token)

const otherCurrency = (token: string): Refusal =>
  new Refusal(`Prices are in USD, and no rate of ${token} is known: write the price in USD.`)
