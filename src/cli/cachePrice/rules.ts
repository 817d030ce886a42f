// By which rules is the cache of a command kept, and what is asked of it? Flags that are no prices.
import type { CacheTariff } from '../../lecture'
import { parseQuantity, unknownName } from '../../units'
import type { Words } from '../words'

const quantities = {
  hits: ['hits', '1'],
  life: ['life', 's'],
  longLife: ['long-life', 's'],
  pause: ['pause', 's'],
  requestTime: ['request-time', 's'],
  prompt: ['prompt', 'token'],
  minimumPrefix: ['minimum-prefix', 'token'],
} as const

export function rulesIn(words: Words): Partial<CacheTariff> {
  const numbers = Object.entries(quantities).flatMap(([name, [flag, unit]]) => {
    const text = words.value(flag)
    return text === undefined ? [] : [[name, parseQuantity(text, unit, `--${flag}`)]]
  })
  const from = words.value('counted-from')
  if (from !== undefined && from !== 'start' && from !== 'end')
    throw unknownName('value of --counted-from', from, ['start', 'end'])
  return {
    ...Object.fromEntries(numbers),
    ...(from !== undefined && { countedFrom: from }),
    ...(words.has('not-renewed') && { renewed: false }),
  }
}
