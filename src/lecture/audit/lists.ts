// By which price list is a logged model billed? By its name without date and cloud, or by what the reader says.
import { type ApiPrice, apiPrice, apiPriceIds, soldBy } from '../../catalog/apiPrices'
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

/** By model; a refusal that names every one without a list. */
export function listsFor(models: readonly string[], own: OwnLists = {}): ReadonlyMap<string, ListPrices> {
  const found = models.map((model) => [model, listFor(model, own)] as const)
  const lacking = found.flatMap(([model, list]) => (list === undefined ? [model] : []))
  if (lacking.length > 0) throw noList(lacking)
  return new Map(found.flatMap(([model, list]) => (list === undefined ? [] : [[model, list]])))
}

function listFor(model: string, own: OwnLists): ListPrices | undefined {
  const said = Object.hasOwn(own, model) ? own[model] : undefined
  if (typeof said === 'object') return { name: model, ...said }
  const id = said ?? idFor(model)
  return id === undefined ? undefined : listPrices(apiPrice(id))
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

// Of several with one name, such as at peak and off-peak hours, the reader says which.
function idFor(model: string): string | undefined {
  const [id, ...more] = soldBy(apiPriceIds().filter((one) => plain(modelIn(one)) === plain(model)))
  return more.length === 0 ? id : undefined
}

function noList(models: readonly string[]): Refusal {
  const [first = ''] = models
  const near = nearestNames(plain(first), apiPriceIds().map(modelIn))
  const hint = near.length > 0 ? ` (the nearest of the first: ${near.join(', ')})` : ''
  return new Refusal(
    `No price list is known for ${models.map((model) => JSON.stringify(model)).join(', ')}${hint}: say which, as in --price "${first}=claude-opus-5.5", or its prices in USD/Mtok, as in --price "${first}=input:3,read:0.3,write:3.75,long-write:6,output:15".`,
  )
}
