// servemath place: where should a paused conversation's cache wait, what does each option cost, and who wins when?
import { kvDtypes } from '../../model'
import { type Placement, place as placed } from '../../placement'
import { Refusal } from '../../units'
import { writeWhole } from '../files'
import { type Ask, askIn } from '../place/ask'
import { placementJson } from '../place/json'
import { winnerStrips } from '../place/strip'
import { type Ends, placementText } from '../place/text'
import { setFlag } from '../settings'
import { datedFlags } from '../spread'
import type { Verb } from '../verb'

export const place: Verb = {
  usage: 'place CONFIG.json|MODEL --accelerator ACCELERATOR --hold TIME',
  says: 'Costs per token of keeping a paused cache in HBM and in every tier, and of rematerializing it; the cheapest for every hold time.',
  flags: {
    accelerator: { takes: 'ACCELERATOR', says: 'what serves the model' },
    hold: { takes: 'TIME', says: 'how long the conversation is quiet, such as 20ms, 5m or 1h' },
    context: { takes: 'N', says: 'its tokens: attention, load times, windows and states enter' },
    deadline: { takes: 'TIME', says: 'how long the user may wait; needs --context' },
    devices: { takes: 'N', says: 'how many serve the model together (the fewest that hold the weights)' },
    ...datedFlags,
    memory: {
      takes: 'all|after-weights|component',
      says: 'how HBM is priced: rent over all bytes, over those the weights leave, or as a part (all)',
    },
    'kv-dtype': { takes: 'DTYPE', says: `${kvDtypes.join(', ')} (bf16)` },
    'no-writes': { says: 'writing wears nothing out' },
    set: setFlag,
    svg: { takes: 'FILE', says: 'also draw the winner at every hold time, with loads hidden and with devices waiting' },
  },
  examples: [
    'place llama-3.1-70b --accelerator h100-sxm --hold 5m',
    'place config.json --accelerator b200-hgx --hold 1h --context 32768 --deadline 2s',
    'place llama-3.1-70b --accelerator h100-sxm --hold 5m --set mfu=0.4 stall=0.2 --svg strip.svg --json',
  ],
  run: async (words, io) => {
    const ask = await askIn(words, io)
    const main = placed(ask.question)
    const file = words.value('svg')
    if (file !== undefined) await writeWhole(file, winnerStrips(bothEnds(main, ask), ask))
    return { json: placementJson(main, ask), text: () => placementText(bothEnds(main, ask), ask) }
  },
}

/** Without a stall of the reader's own: loads hidden, and every device waiting for them. */
function bothEnds(main: Placement, ask: Ask): Ends {
  if (ask.given.stall !== undefined) return { main }
  try {
    const { question } = ask
    return { main, stalled: placed({ ...question, set: { ...question.set, stall: 1 } }) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { main, whyNot: error.message }
  }
}
