// servemath cache-price: after how many hits is a cache write paid back, and what does the operator pay meanwhile?
import { continuing, type PauseBorders, pauseBorders, cachePrice as priced, type Strategy } from '../../lecture'
import { borderLines } from '../cachePrice/borders'
import { priceFlags, sessionFlags } from '../cachePrice/flags'
import { listJson, listLines } from '../cachePrice/list'
import { operatorIn } from '../cachePrice/operator'
import { sessionIn } from '../cachePrice/session'
import { type Priced, pricedIn } from '../cachePrice/tariff'
import { continuingLines, operatorLines, pauseLines, priceLines, sessionLines } from '../cachePrice/text'
import { conversationFlags, deploymentFlags } from '../deployment/flags'
import type { Verb } from '../verb'
import type { Words } from '../words'

export const cachePrice: Verb = {
  usage: 'cache-price [PROVIDER_MODEL]',
  says: "When a cache pays for its buyer: at a provider's dated prices, at prices of your own, or with prices as multiples of plain input. With a deployment, what it costs the operator.",
  flags: { ...priceFlags, ...sessionFlags, ...deploymentFlags, ...conversationFlags },
  examples: [
    'cache-price claude-opus-5.5 --pause 40m',
    'cache-price --input 3 --write 3.75 --read 0.30',
    'cache-price claude-opus-5.5 --turns 20 --prompt 20000 --grow 2000 --pause 8m',
    'cache-price --write 1.25 --read 0.1',
    'cache-price --write 1.25 --read 0.1 --long-write 2 --pause 40m --continues',
    'cache-price --write 1.25 --read 0.1 --hits 3 --input 5USD/Mtok --model llama-3.1-70b --accelerator h100-sxm --json',
  ],
  run: async (words, io) => {
    const asked = pricedIn(words)
    const { tariff, list, inputPrice } = asked
    const answer = priced(tariff)
    const onwards = onwardsIn(words, asked)
    const session = sessionIn(words, tariff)
    const operator = await operatorIn(words, io, asked, session)
    return {
      json: {
        ...(list && { list: listJson(list) }),
        tariff,
        ...answer,
        ...onwards,
        ...(session && { session }),
        ...(operator && { operator }),
        ...(asked.notes.length > 0 && { notes: asked.notes }),
      },
      text: () =>
        [
          ...(list ? listLines(list) : []),
          ...priceLines(tariff, answer),
          ...(session ? [] : pauseLines(tariff, answer.pauseStrategies)),
          ...(session ? [] : continuingLines(tariff, onwards.continuing)),
          ...(session || onwards.borders || tariff.pause === undefined ? [] : [hint]),
          ...borderLines(onwards.borders),
          ...sessionLines(tariff, session, words.value('turns'), inputPrice),
          ...operatorLines(operator),
          ...(asked.notes.length > 0 ? ['', ...asked.notes] : []),
        ].join('\n'),
    }
  },
}

const hint = '  That is a last return; --continues asks of a session that goes on.'

interface Onwards {
  readonly continuing?: readonly Strategy[]
  readonly borders?: PauseBorders
}

// Where prices are multiples the answer is as it always was, unless a session that goes on is asked for.
function onwardsIn(words: Words, { tariff, inMoney }: Priced): Onwards {
  if (!inMoney && !words.has('continues')) return {}
  if (tariff.life === null) return {}
  const { pause } = tariff
  return {
    ...(pause !== undefined && { continuing: continuing(tariff, pause) }),
    borders: pauseBorders(tariff),
  }
}
