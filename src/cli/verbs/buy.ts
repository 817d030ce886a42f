// servemath buy: what is the cheapest to buy for a trace of requests, such that every second has its room and its bandwidth?
import { buy as bought, demandOf, type Fullest, type Purchase, steadyDemand, walk } from '../../placement/buy'
import type { Trace } from '../../placement/trace'
import { formatDuration, formatNumber, Refusal } from '../../units'
import { type Ask, askIn } from '../buy/ask'
import { fillingPicture } from '../buy/svg'
import { purchaseText } from '../buy/text'
import { askingFlags, conversationFlags, deploymentFlags } from '../deployment/flags'
import { asksPicture, pictureFlags, writePictures } from '../picture'
import { readingFlags, readingIn, readTrace } from '../replay/reading'
import type { Verb } from '../verb'

export const buy: Verb = {
  usage: 'buy TRACE --deployment FILE',
  says: 'The cheapest whole number of parts of each tier for a trace of requests, or for steady traffic: room and reads of every second and yearly ratings hold at once; why each part is bought, and a bound below which no purchase can be.',
  flags: {
    ...deploymentFlags,
    ...conversationFlags,
    ...askingFlags,
    deadline: { takes: 'TIME', says: 'how long a load may take (as long as rematerializing takes), or any' },
    keep: { takes: 'TIME', says: 'a promise: every cache is kept so long, wherever that is cheapest' },
    'at-most': { takes: 'TIER=N', repeats: true, says: 'parts of a tier that can be had; repeatable' },
    arrivals: {
      takes: 'RATE',
      says: 'without a trace: conversations that begin to pause, such as 2/s, each of --context',
    },
    returns: {
      takes: 'exp:MEAN|lognormal:MEDIAN:SIGMA|FILE',
      says: 'without a trace: how long their pauses are, either with :NEVER, or times with the share still away',
    },
    gap: { takes: 'SHARE', says: 'stop once no purchase can be cheaper by more than this (0.01%)' },
    branches: { takes: 'N', says: 'or after so many (400)' },
    ...readingFlags,
    ...pictureFlags('room and reads over time against what was bought'),
  },
  examples: [
    'buy trace.jsonl --model llama-3.1-70b --accelerator h100-sxm',
    'buy trace.jsonl.gz --deployment ours.json --keep 30m --at-most ddr5-rdimm-server=4',
    'buy --arrivals 2/s --returns lognormal:3m:1.5:20% --model llama-3.1-70b --accelerator h100-sxm --json',
  ],
  run: async (words, io) => {
    const ask = await askIn(words, io)
    const { path, stream, question, options, tokens } = ask
    if (stream !== undefined) {
      if (asksPicture(words))
        throw new Refusal('--svg draws a trace second by second: steady traffic has none to draw.')
      return answer(await bought(steadyDemand(stream, options), question, options), [], streamIn(ask))
    }
    const trace = await readTrace(path as string, readingIn(words), io)
    const purchase = await bought(demandOf(trace, { ...options, tokens }), question, options)
    const carried = walked(trace, purchase, tokens)
    await writePictures(words, () => fillingPicture(purchase, carried, traceIn(ask, trace)))
    return answer(purchase, carried, traceIn(ask, trace))
  },
}

function answer(purchase: Purchase, carried: readonly Fullest[], setting: string) {
  const { kind: _, offers, shares, ...rest } = purchase
  const fullest = carried.map(({ tier, space, reads }) => ({ tier, space, reads }))
  const byTier = Object.fromEntries(offers.offers.map(({ id }, i) => [id, shares[i]]))
  return {
    json: { setting, ...rest, shares: byTier, fullest },
    text: () => purchaseText(purchase, carried, setting),
  }
}

function walked(trace: Trace, { ages, shares, offers, tiers }: Purchase, tokens: 'whole' | 'exact') {
  const parts = offers.offers.map((offer, i) => ({ offer, count: tiers[i]?.count ?? 0 }))
  return walk(trace, ages, shares, parts, offers.bytesPerToken, tokens)
}

const served = ({ question: { deployment } }: Ask): string =>
  `${deployment.model} on ${deployment.devices} x ${deployment.accelerator}`

const traceIn = (ask: Ask, { totals, duration }: Trace): string =>
  `${served(ask)}, ${formatNumber(totals.requests, 12)} requests in ${formatDuration(duration)}`

const streamIn = (ask: Ask): string => `${served(ask)}, ${formatNumber(ask.stream?.arrivals ?? 0)} pauses a second`
