// Which tariff does a command ask about? A provider's by the name of its model, or one of the reader's own.
import { apiPriceNamed, type CacheTariff, type ListedTariff, listedTariff, shortPrompt } from '../../lecture'
import { Refusal } from '../../units'
import { onlyWord, type Words } from '../words'
import { cheapWrite, ownPrices, priceNames } from './ownPrices'
import { rulesIn } from './rules'

export interface Priced {
  readonly tariff: CacheTariff
  /** USD/token of plain input, where it is known */
  readonly inputPrice?: number
  /** the price list, where one was named */
  readonly list?: ListedTariff
  /** real prices rather than multiples */
  readonly inMoney: boolean
  readonly notes: readonly string[]
}

export function pricedIn(words: Words): Priced {
  if (words.free.length > 0) return listed(words)
  const own = ownPrices(words)
  // The order of keys is that of an answer without a name or a session, which scripts may compare as text.
  const { write, read, ...prices } = own.tariff
  const { hits, ...rules } = rulesIn(words)
  const tariff = { write, read, ...(hits !== undefined && { hits }), ...prices, ...rules }
  return { ...own, tariff, notes: [...cheapWrite(own), ...shortPrompt(tariff)] }
}

// What promises no lifetime can be asked about hits, but not about a pause.
const needLife = ['pause', 'continues', 'deployment', 'model', 'accelerator']

function listed(words: Words): Priced {
  const word = onlyWord(words, "a provider's model, such as claude-opus-5.5")
  const twice = priceNames.find((flag) => words.has(flag))
  if (twice !== undefined) {
    throw new Refusal(
      `"${word}" is one word too many beside --${twice}: give a provider's model or prices of your own.`,
    )
  }
  const list = listedTariff(apiPriceNamed(word))
  const tariff = { ...list.tariff, ...rulesIn(words) }
  if (tariff.life === null && needLife.some((flag) => words.has(flag))) {
    throw new Refusal(
      `No lifetime of the cache of ${list.id} is known: give the one to reckon with, such as --life 1h.`,
    )
  }
  return { tariff, inputPrice: list.inputPrice, list, inMoney: true, notes: shortPrompt(tariff) }
}
