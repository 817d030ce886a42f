// By which price list is a logged model billed? By its name without date and cloud, or by what the reader says.
import { type ApiPrice, apiPrice, apiPriceIds } from '../../catalog/apiPrices'
import { nearestNames, Refusal } from '../../units'

/** USD/token of everything a bill counts. */
export interface ListPrices {
  readonly name: string
  readonly input: number
  readonly read: number
  readonly write: number
  readonly longWrite: number
  readonly output: number
  /** date of the list */
  readonly period?: string
  /** of prompts above so many tokens: multiples of input and hits, and of output */
  readonly long?: { readonly threshold: number; readonly input: number; readonly read: number; readonly output: number }
}

/** Prices by the name of a model in a log; a list's id, or prices in USD/token. */
export type OwnLists = Readonly<Record<string, string | Omit<ListPrices, 'name'>>>

export function listFor(model: string, own: OwnLists = {}): ListPrices {
  const said = Object.hasOwn(own, model) ? own[model] : undefined
  if (typeof said === 'object') return { name: model, ...said }
  return listPrices(apiPrice(said ?? idFor(model)))
}

export function listPrices({
  id,
  input,
  cachedInput,
  output,
  cacheWrite5min,
  cacheWrite,
  cacheWrite1h,
  longContext,
  period,
}: ApiPrice): ListPrices {
  const write = cacheWrite5min ?? cacheWrite ?? input
  return {
    ...{ name: id, input, read: cachedInput, write, longWrite: cacheWrite1h ?? write, output, period },
    ...(longContext && {
      long: {
        threshold: longContext.threshold,
        input: longContext.input,
        read: longContext.cachedInput,
        output: longContext.output,
      },
    }),
  }
}

const modelIn = (id: string): string => id.slice(id.indexOf('/') + 1)

// us.anthropic.claude-opus-5-5-20260922-v1:0 is claude-opus-5.5 of the list.
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^.*[/]/, '')
    .replace(/^([a-z]{2,4}\.)?anthropic\./, '')
    .replace(/(-v\d+(:\d+)?)$/, '')
    .replace(/[-@](20\d{6}|20\d\d-\d\d-\d\d|latest)$/, '')
    .replaceAll('.', '-')

function idFor(model: string): string {
  const found = apiPriceIds().filter((id) => plain(modelIn(id)) === plain(model))
  const [id, ...more] = found
  if (id !== undefined && more.length === 0) return id
  const near = nearestNames(plain(model), apiPriceIds().map(modelIn))
  const hint = near.length > 0 ? `, the nearest are ${near.join(' and ')}` : ''
  throw new Refusal(
    `No price list is known for ${JSON.stringify(model)}${hint}: say which, as in --price "${model}=claude-opus-5.5", or its prices in USD/Mtok, as in --price "${model}=input:3,read:0.3,write:3.75,long-write:6,output:15".`,
  )
}
