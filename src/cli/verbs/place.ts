// servemath place: where should a paused conversation's cache wait, what does each option cost, and who wins when?
import { shortName } from '../../figures/place'
import { type Placement, place as placed } from '../../placement'
import { Refusal } from '../../units'
import { type Comparable, compared } from '../compare'
import { askingFlags, conversationFlags, deploymentFlags, sourcesFlag } from '../deployment/flags'
import { pictureFlags, writePictures } from '../picture'
import { type Ask, askIn } from '../place/ask'
import { flipFlags, flipsIn, flipsText } from '../place/flips'
import { placementJson } from '../place/json'
import { practiceFlags } from '../place/practice'
import { demotionIn, demotionText, returnsFlag } from '../place/returns'
import { placeHead, placeRow } from '../place/row'
import { winnerStrips } from '../place/strip'
import { type Ends, placementText } from '../place/text'
import { uncertainFlags, uncertainIn } from '../uncertain/asked'
import { oddsAsked, oddsJson, oddsText } from '../uncertain/place'
import type { Io, Verb } from '../verb'
import type { Words } from '../words'

export const place: Verb = {
  usage: 'place CONFIG.json|MODEL --accelerator ACCELERATOR --hold TIME',
  says: 'Costs per token of keeping a paused cache in HBM and in every tier, and of rematerializing it; the cheapest no slower than rematerializing and the cheapest of all, for every hold time.',
  flags: {
    hold: { takes: 'TIME', says: 'how long the conversation is quiet, such as 20ms, 5m or 1h' },
    deadline: { takes: 'TIME', says: 'how long the user may wait (as long as rematerializing takes), or any' },
    'wait-price': { takes: 'PRICE', says: "of a second of the user's, such as 1USD/h, in place of a deadline" },
    ...deploymentFlags,
    ...conversationFlags,
    ...askingFlags,
    ...practiceFlags,
    returns: returnsFlag,
    ...flipFlags,
    ...uncertainFlags,
    sources: sourcesFlag,
    ...pictureFlags('the winner at every hold time, with loads hidden and with devices waiting'),
  },
  examples: [
    'place llama-3.1-70b --accelerator h100-sxm --hold 5m',
    'place config.json --accelerator b200-hgx --hold 1h --context 131072 --deadline 2s --save ours.json',
    'place llama-3.1-70b --accelerator h100-sxm --hold 1d --parallel --compress fp8=2',
    'place llama-3.1-70b --accelerator h100-sxm --hold 5m --flips --within 2',
    'place llama-3.1-70b --accelerator h100-sxm --hold 5m --set mfu=0.4 stall=0.2 --svg strip.svg --json',
    'place llama-3.1-70b --accelerator h100-sxm --hold 1h --uncertain --range devicePrice=$1.50/h..$4/h',
  ],
  run: (words, io) => compared(words, placeHead, (own) => answerOf(own, io)),
}

async function answerOf(words: Words, io: Io): Promise<Comparable> {
  const asked = uncertainIn(words)
  const ask = await askIn(words, io)
  const main = placed(ask.question)
  await writePictures(words, () => winnerStrips(bothEnds(main, ask), ask))
  const demotion = demotionIn(words, ask.question)
  const flips = flipsIn(words, ask)
  const odds = asked && oddsAsked(ask, asked)
  return {
    json: {
      ...placementJson(main, ask),
      ...(demotion && { demotion }),
      ...(flips && { flips }),
      ...(odds && { uncertain: oddsJson(odds) }),
    },
    text: (width) =>
      [
        odds ? oddsText(odds, ask) : placementText(bothEnds(main, ask), ask, { width, sources: words.has('sources') }),
        ...(demotion ? ['', demotionText(demotion)] : []),
        ...(flips ? ['', flipsText(flips)] : []),
      ].join('\n'),
    brief: () => shortName(main.best),
    row: placeRow(main, ask),
  }
}

/** Without a stall of the reader's own: loads hidden, and every device waiting for them. */
function bothEnds(main: Placement, ask: Ask): Ends {
  if (ask.given.stall !== undefined) return { main }
  try {
    const { question } = ask
    return { main, stalled: placed({ ...question, stall: 1 }) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { main, whyNot: error.message }
  }
}
