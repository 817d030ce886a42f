// What does a session cost by each way over its pauses, if the command asks for one?
import { type CacheTariff, type SessionAnswer, sessionPrice } from '../../lecture'
import { parseQuantity, Refusal } from '../../units'
import type { Words } from '../words'

export function sessionIn(words: Words, tariff: CacheTariff): SessionAnswer | undefined {
  const turns = words.value('turns')
  if (turns === undefined) {
    if (words.has('grow')) throw new Refusal('--grow is of a session: give --turns, such as --turns 10.')
    return undefined
  }
  const { prompt, pause } = tariff
  if (prompt === undefined)
    throw new Refusal('--turns needs --prompt, the tokens of the first, such as --prompt 20000.')
  if (pause === undefined) throw new Refusal('--turns needs --pause, the time between two of them, such as --pause 2m.')
  const grow = words.value('grow')
  return sessionPrice(tariff, {
    turns: parseQuantity(turns, '1', '--turns'),
    prompt,
    pause,
    ...(grow !== undefined && { grow: parseQuantity(grow, 'token', '--grow') }),
  })
}
