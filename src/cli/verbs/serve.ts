// servemath serve: how fast are tokens made, and how dear are they?
import { explain, given } from '../../algebra'
import { spelled, tierIds } from '../../catalog'
import { stepTime } from '../../derivations'
import { type Served, serve as served } from '../../serving'
import { formatDuration, formatMoney, formatNumber, parseQuantity } from '../../units'
import { columns } from '../columns'
import { type Comparable, compared } from '../compare'
import { countAfter } from '../counts'
import { draftIn, wholeDeployment } from '../deployment/draft'
import { conversationFlags, deploymentFlags } from '../deployment/flags'
import { stepText } from '../steps'
import type { Io, Verb } from '../verb'
import { onlyWord, type Words } from '../words'

export const serve: Verb = {
  usage: 'serve MODEL|CONFIG.json|--deployment FILE --accelerator ACCELERATOR',
  says: 'Time of a decode step and its arms, tokens per second of each user and in all, time to the first token, and USD per million tokens, at a batch or for a latency.',
  flags: {
    ...deploymentFlags,
    ...conversationFlags,
    batch: { takes: 'N', says: 'sequences in a step (all that fit)' },
    latency: { takes: 'TIME', says: 'the largest batch whose step, a token of each user, takes no longer than this' },
    'hit-ratio': { takes: 'SHARE', says: 'share of the prompt whose cache was kept, such as 0.9 or 90% (0)' },
    from: { takes: 'TIER', says: 'where that cache waited (hbm)' },
    apart: { takes: 'LINK', says: 'prompts on devices of their own, as many again; their caches move over this link' },
    explain: { says: 'also the step time, step by step: formulas, the numbers in them, sources' },
  },
  examples: [
    'serve llama-3.1-70b --accelerator h100-sxm --devices 8 --batch 32 --context 32768',
    'serve llama-3.1-70b --accelerator 8xH100 --latency 20ms --hit-ratio 0.9 --from nvme-tlc-gen5 --json',
    'serve llama-3.1-70b --accelerator h100-sxm --accelerator mi300x --devices 8 --batch 32 --ideal',
  ],
  run: (words, io) => compared(words, head, (own) => answerOf(own, io)),
}

async function answerOf(words: Words, io: Io): Promise<Comparable> {
  const model = words.free.length === 0 ? undefined : onlyWord(words, 'a config.json or a model of the catalogue')
  const draft = await draftIn(words, io, { model })
  const { newTokens: _, ...point } = draft.point
  const found = served({ ...wholeDeployment(draft), ...point, ...askingIn(words) })
  const { kind: __, inputs, ...json } = found
  const explained = words.has('explain')
    ? explain(given(stepTime, Object.keys(inputs.decode)), inputs.decode).steps
    : undefined
  return {
    json: { ...json, ...(explained && { steps: explained }) },
    text: () => [...lines(found), ...(explained ? ['', explained.map(stepText).join('\n\n')] : [])].join('\n'),
    brief: () => briefly(found),
    row: rowOf(found),
  }
}

function askingIn(words: Words) {
  const batch = countAfter(words, 'batch', 'sequences')
  const [latency, hits, from, apart] = ['latency', 'hit-ratio', 'from', 'apart'].map((flag) => words.value(flag))
  return {
    ...(batch !== undefined && { batch }),
    ...(latency !== undefined && { latency }),
    ...(hits !== undefined && { hitRatio: parseQuantity(hits, '1', '--hit-ratio') }),
    ...(from !== undefined && { from: spelled(from, tierIds()) ?? from }),
    ...(apart !== undefined && { apart }),
  }
}

const rate = (perSecond: number): string => `${formatNumber(perSecond)} token/s`
const price = (usd: number | null): string => (usd === null ? 'unknown' : formatMoney(usd))

function briefly({ usdPerMillion, tokensPerSecondPerUser, timeToFirstToken }: Served): string {
  return `${rate(tokensPerSecondPerUser)} a user, first token after ${formatDuration(timeToFirstToken)}, ${price(usdPerMillion.output)} per million out`
}

function lines(found: Served): string[] {
  const { model, accelerator, devices, batch, context, mode, arms, binding, usdPerMillion } = found
  const row = (what: string, value: string, note = ''): string[] => [`  ${what}`, value, note]
  const some = (what: string, time: number): string[][] => (time > 0 ? [row(what, formatDuration(time))] : [])
  return [
    `${model} on ${devices} x ${accelerator}, ${formatNumber(batch, 15)} sequences of ${formatNumber(context, 15)} tokens, ${mode}:`,
    `${briefly(found)}.`,
    '',
    ...columns(
      [
        row('step', formatDuration(found.stepTime), `${binding} decides`),
        row('  compute', formatDuration(arms.compute)),
        row('  weights', formatDuration(arms.weights)),
        row('  caches', formatDuration(arms.kv)),
        ...some('  network', arms.network),
        ...some('  overhead', arms.overhead),
        row('each user', rate(found.tokensPerSecondPerUser)),
        row('in all', rate(found.tokensPerSecond)),
        row('first token', formatDuration(found.timeToFirstToken)),
        ...some('  loading what was kept', found.loadTime),
        ...some('  moving the cache', found.moveTime),
        row('output', price(usdPerMillion.output), 'per million tokens'),
        row('input', price(usdPerMillion.input)),
        row('cached input', price(usdPerMillion.cachedInput)),
      ],
      [1],
    ),
    '',
    'Notes',
    ...found.notes.map((note) => `  ${note}`),
  ]
}

const head = ['accelerator', 'devices', 'batch', 'step', 'token/s', 'in all', 'first', 'out/M', 'in/M']

const rowOf = (found: Served): string[] => [
  found.accelerator,
  `${found.devices}`,
  formatNumber(found.batch, 15),
  formatDuration(found.stepTime),
  formatNumber(found.tokensPerSecondPerUser),
  formatNumber(found.tokensPerSecond),
  formatDuration(found.timeToFirstToken),
  price(found.usdPerMillion.output),
  price(found.usdPerMillion.input),
]
