// What do providers charge per token, for a cache hit, and for keeping a cache? Dated price lists, one record per model.
import * as v from 'valibot'
import data from '../../data/api-prices.json'
import { Refusal, unknownName } from '../units'
import { type Fact, type Values, values } from './fact'
import { frozen, table } from './load'
import { factIn, feeIn } from './schema'

export interface ApiPriceFacts {
  /** USD per token read for the first time, read from cache, and written */
  readonly input: Fact
  readonly cachedInput: Fact
  readonly output: Fact
  /** USD per token written to cache and kept five minutes, an hour, or as its note says */
  readonly cacheWrite5min?: Fact
  readonly cacheWrite1h?: Fact
  readonly cacheWrite?: Fact
  /** USD per token and second of explicit storage */
  readonly storage?: Fact
}

/** Above `threshold` tokens of prompt the whole request is billed at these multiples. */
export interface LongContextFacts {
  readonly threshold: Fact
  readonly input: Fact
  readonly cachedInput: Fact
  readonly output: Fact
}

export interface ApiPrice extends Values<ApiPriceFacts> {
  readonly id: string
  readonly provider: string
  readonly model: string
  /** date of the list, as its source gives it */
  readonly period: string
  readonly longContext?: Values<LongContextFacts> & { readonly facts: LongContextFacts }
  readonly note?: string
  readonly facts: ApiPriceFacts
}

const perToken = feeIn('USD/token')
const written = table(
  'data/api-prices.json',
  data,
  v.strictObject({
    provider: v.string(),
    model: v.string(),
    input: perToken,
    cachedInput: perToken,
    output: perToken,
    cacheWrite5min: v.exactOptional(perToken),
    cacheWrite1h: v.exactOptional(perToken),
    cacheWrite: v.exactOptional(perToken),
    storage: v.exactOptional(feeIn('USD/(token*s)')),
    longContext: v.exactOptional(
      v.strictObject({ threshold: factIn('token'), input: factIn('1'), cachedInput: factIn('1'), output: factIn('1') }),
    ),
    note: v.exactOptional(v.string()),
  }),
)

export function apiPriceIds(): readonly string[] {
  return [...written().keys()]
}

export function apiPrice(id: string): ApiPrice {
  const record = written().get(id)
  if (!record) throw unknownName('API price', id, apiPriceIds())
  const { provider, model, longContext, note, ...facts } = record
  return frozen({
    ...values(facts),
    id,
    provider,
    model,
    period: facts.input.period,
    ...(longContext && { longContext: { ...values(longContext), facts: longContext } }),
    ...(note !== undefined && { note }),
    facts,
  })
}

/** They sell models of others: a name alone means its maker's list. */
const resellers = ['Bedrock', 'Groq']

/** Of one model's lists the maker's, where it has one. */
export function soldBy(ids: readonly string[]): readonly string[] {
  const makers = ids.filter((id) => !resellers.some((name) => id.startsWith(`${name}/`)))
  return makers.length > 0 ? makers : ids
}

/** The id a reader means: all of it, or the model's own name where one provider alone sells it. */
export function apiPriceNamed(word: string): string {
  const ids = apiPriceIds()
  if (ids.includes(word)) return word
  const same = soldBy(ids.filter((id) => modelIn(id) === word))
  if (same.length > 1) throw new Refusal(`"${word}" is sold by several: name one of ${same.join(' or ')}.`)
  const [id] = same
  // A name without a provider is nearer to others of its kind.
  if (id === undefined) throw unknownName('API price', word, word.includes('/') ? ids : ids.map(modelIn))
  return id
}

const modelIn = (id: string): string => id.slice(id.indexOf('/') + 1)
