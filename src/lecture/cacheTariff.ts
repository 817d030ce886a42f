// What does a buyer pay for a cache, in multiples of plain input, and by which rules is it kept?
import { type ApiCachingFacts, apiCaching } from '../catalog/apiCaching'
import { type ApiPrice, apiPrice } from '../catalog/apiPrices'
import { formatNumber, Refusal } from '../units'

export interface CacheRules {
  /** s a cache lives after its last use (default 300); null where nobody promises any */
  readonly life?: number | null
  readonly longLife?: number
  /** a read starts the life anew (default), or it runs from the write alone */
  readonly renewed?: boolean
  /** the life is counted from the end of a request (default), or from its start, whose time then uses it up */
  readonly countedFrom?: 'start' | 'end'
  /** tokens below which nothing is cached */
  readonly minimumPrefix?: number
  /** tokens: a prefix hits in whole multiples of this */
  readonly prefixStep?: number
}

export interface CacheTariff extends CacheRules {
  /** multiples of the input price */
  readonly write: number
  readonly read: number
  /** of the cache that lives longer, where there is one */
  readonly longWrite?: number
  /** 1/s: price of keeping a token for a second over that of input; such a cache lives as long as it is paid for */
  readonly storage?: number
  /** of requests above `threshold` tokens: what input and hits are then multiplied by */
  readonly longContext?: { readonly threshold: number; readonly input: number; readonly cachedInput: number }
  /** expected hits after a write */
  readonly hits?: number
  /** s between the end of one use and the start of the next */
  readonly pause?: number
  /** s from the start of a request to its end (default 0) */
  readonly requestTime?: number
  /** tokens of the prompt */
  readonly prompt?: number
}

/** USD/token, storage USD/(token*s) */
export interface CachePrices {
  readonly input: number
  readonly write: number
  readonly read: number
  readonly longWrite?: number
  readonly storage?: number
}

/** Prices as multiples of that of input. */
export function tariffOf({ input, write, read, longWrite, storage }: CachePrices): CacheTariff {
  if (!(input > 0))
    throw new Refusal(`The price of input is ${input}: expected one above 0, to compare the others with.`)
  return {
    write: write / input,
    read: read / input,
    ...(longWrite !== undefined && { longWrite: longWrite / input }),
    ...(storage !== undefined && { storage: storage / input }),
  }
}

export interface ListedTariff {
  /** of the price list, such as Anthropic/claude-opus-5.5 */
  readonly id: string
  /** USD/token of plain input */
  readonly inputPrice: number
  readonly tariff: CacheTariff
  readonly price: ApiPrice
  readonly rules: ApiCachingFacts
}

/** The tariff of a dated price list; what it does not price is taken from the rules, and a write nobody prices is plain input. */
export function listedTariff(id: string): ListedTariff {
  const [price, rules] = [apiPrice(id), apiCaching(id)]
  const { input, cachedInput, storage, longContext } = price
  const write = price.cacheWrite5min ?? price.cacheWrite ?? input * (rules.write?.value ?? 1)
  const longWrite = price.cacheWrite1h ?? (rules.longWrite && input * rules.longWrite.value)
  const prices = { input, write, read: cachedInput, ...(longWrite && { longWrite }), ...(storage && { storage }) }
  const tariff = {
    ...tariffOf(prices),
    ...rulesOf(rules, price),
    ...(longContext && { longContext: { threshold: longContext.threshold, ...factors(longContext) } }),
  }
  return { id, inputPrice: input, tariff, price, rules }
}

const factors = ({ input, cachedInput }: { readonly input: number; readonly cachedInput: number }) => ({
  input,
  cachedInput,
})

// A list that sells a write by its minutes says how long it lives, whoever else does not.
function rulesOf(rules: ApiCachingFacts, { cacheWrite5min, cacheWrite1h, storage }: ApiPrice): CacheRules {
  const life = rules.life?.value ?? (cacheWrite5min === undefined ? null : 300)
  const longLife = rules.longLife?.value ?? (cacheWrite1h === undefined ? undefined : 3600)
  const { renewed, counted, minimumPrefix, prefixStep } = rules
  return {
    ...(storage === undefined && { life }),
    ...(longLife !== undefined && { longLife }),
    ...(renewed && { renewed: renewed.value === 'by reads' }),
    ...(counted && { countedFrom: counted.value === 'from the start of a request' ? 'start' : 'end' }),
    ...(minimumPrefix && { minimumPrefix: minimumPrefix.value }),
    ...(prefixStep && { prefixStep: prefixStep.value }),
  }
}

/** The same, or a refusal of what no cache can charge. */
export function checkedTariff(tariff: CacheTariff): CacheTariff {
  for (const [name, value] of Object.entries(tariff)) {
    if (typeof value === 'number' && (!Number.isFinite(value) || value < 0))
      throw new Refusal(`${name} is ${value}: expected a number that is not negative.`)
  }
  for (const name of ['life', 'longLife'] as const) {
    if (tariff[name] === 0) throw new Refusal(`${name} is 0: expected a time longer than that.`)
  }
  const { read, write } = tariff
  if (read > write)
    throw new Refusal(
      `A hit at ${formatNumber(read)} of input is dearer than a write at ${formatNumber(write)}: were the two swapped?`,
    )
  return tariff
}
