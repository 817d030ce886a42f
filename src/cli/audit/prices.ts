// Which prices does a reader give for models of a log? Another price list, or every price by itself.
import { apiPriceNamed } from '../../lecture'
import type { ListPrices, OwnLists } from '../../lecture/audit'
import { parseQuantity, Refusal, unknownName } from '../../units'
import type { Words } from '../words'

export const priceFlag = {
  takes: 'MODEL=LIST|MODEL=input:P,…',
  repeats: true,
  says: 'bill a model of the log by this list, or at input:3,read:0.3,write:3.75,long-write:6,output:15 (USD/Mtok); repeatable',
} as const

const names = { input: 'input', read: 'read', write: 'write', 'long-write': 'longWrite', output: 'output' } as const

export function ownLists(words: Words): OwnLists {
  return Object.fromEntries(
    words
      .pairs('price')
      .map(([model, text]) => [model, text.includes(':') ? pricesIn(model, text) : apiPriceNamed(text)]),
  )
}

function pricesIn(model: string, text: string): Omit<ListPrices, 'name'> {
  if (/[€£¥]/.test(text))
    throw new Refusal(`--price ${model} is in another currency: prices are in USD, and currencies are not mixed.`)
  const given: Partial<Record<(typeof names)[keyof typeof names], number>> = {}
  for (const part of text.split(',')) {
    const [name = '', price = ''] = part.split(':').map((word) => word.trim())
    if (!Object.hasOwn(names, name)) throw unknownName('price', name, Object.keys(names))
    const bare = Number.isFinite(Number(price)) ? `${price} USD/Mtok` : price
    given[names[name as keyof typeof names]] = parseQuantity(bare, 'USD/token', `--price ${model}`)
  }
  const { input, output, read = input, write = input, longWrite = write } = given
  if (
    input === undefined ||
    output === undefined ||
    read === undefined ||
    write === undefined ||
    longWrite === undefined
  )
    throw new Refusal(`--price ${model} needs input and output at least, such as ${model}=input:3,output:15.`)
  return { input, output, read, write, longWrite }
}
