// servemath fit: how many conversations fit beside the weights, and how long may they be?
import { explain, given } from '../../algebra'
import { sequencesThatFit } from '../../derivations'
import { type Fit, fit as fitted } from '../../serving'
import { formatNumber, formatQuantity, Refusal } from '../../units'
import { columns } from '../columns'
import { type Comparable, compared } from '../compare'
import { countAfter } from '../counts'
import { draftIn, wholeDeployment } from '../deployment/draft'
import { conversationFlags, deploymentFlags } from '../deployment/flags'
import { stepText } from '../steps'
import type { Io, Verb } from '../verb'
import { onlyWord, type Words } from '../words'

export const fit: Verb = {
  usage: 'fit MODEL|CONFIG.json|--deployment FILE --accelerator ACCELERATOR',
  says: 'Bytes of the weights and of one conversation, how many conversations of that length fit beside the weights, and how long each of so many users may make theirs.',
  flags: {
    ...deploymentFlags,
    ...conversationFlags,
    users: { takes: 'N', says: 'conversations at once, for the longest context of each (1)' },
    'keep-back': {
      takes: 'BYTES|SHARE',
      says: 'memory of each device for activations and the engine, such as 6GB or 10% (0)',
    },
    explain: { says: 'also step by step: formulas, the numbers in them, sources' },
  },
  examples: [
    'fit llama-3.1-70b --accelerator h100-sxm --devices 8 --context 32768',
    'fit llama-3.1-70b --accelerator 8xH100 --context 32k --kv-dtype fp8 --keep-back 10%',
    'fit llama-3.1-70b --accelerator h100-sxm --accelerator mi300x --devices 8 --users 100 --json',
  ],
  run: (words, io) => compared(words, head, (own) => answerOf(own, io)),
}

async function answerOf(words: Words, io: Io): Promise<Comparable> {
  const model = words.free.length === 0 ? undefined : onlyWord(words, 'a config.json or a model of the catalogue')
  const draft = await draftIn(words, io, { model })
  if (draft.point.batch !== undefined)
    throw new Refusal('batch changes nothing in how many fit: leave it out, or ask with --users how long they may be.')
  const [users, keepBack] = [countAfter(words, 'users', 'conversations'), words.value('keep-back')]
  const found = fitted({
    ...wholeDeployment(draft),
    ...draft.point,
    ...(users !== undefined && { users }),
    ...(keepBack !== undefined && { keepBack }),
  })
  const { kind: _, inputs, ...json } = found
  const explained = words.has('explain')
    ? explain(given(sequencesThatFit, Object.keys(inputs)), inputs).steps
    : undefined
  return {
    json: { ...json, ...(explained && { steps: explained }) },
    text: () => [...lines(found), ...(explained ? ['', explained.map(stepText).join('\n\n')] : [])].join('\n'),
    brief: () => `${found.sequences}`,
    row: rowOf(found),
  }
}

const tokens = (count: number | null): string => (count === null ? 'any length' : `${formatNumber(count, 15)} tokens`)
const bytes = (value: number): string => formatQuantity(value, 'B')

function lines(found: Fit): string[] {
  const { model, accelerator, devices, context, sequences, sequencesAllocated, users, binding } = found
  const many = users === 1 ? 'a single conversation' : `each of ${formatNumber(users, 15)} conversations`
  const ends = binding === 'model' ? 'what the model was made for' : 'the memory ends there'
  const row = (what: string, value: string, note = ''): string[] => [`  ${what}`, value, note]
  const whole = sequencesAllocated === undefined ? [] : [row('  in whole blocks', formatNumber(sequencesAllocated, 15))]
  return [
    `${model} on ${devices} x ${accelerator}: ${formatNumber(sequences, 15)} conversations of ${tokens(context)} fit.`,
    '',
    ...columns(
      [
        row('weights on a device', bytes(found.weightsPerDevice)),
        row('left on all devices', bytes(found.freeBytes)),
        row('a conversation', bytes(found.bytesPerSequence)),
        row('conversations', formatNumber(sequences, 15)),
        ...whole,
        row(`longest, ${many}`, tokens(found.longestContext), ends),
      ],
      [1],
    ),
    '',
    'Notes',
    ...found.notes.map((note) => `  ${note}`),
  ]
}

const head = ['accelerator', 'devices', 'weights each', 'left in all', 'a sequence', 'fit', 'longest']

const rowOf = (found: Fit): string[] => [
  found.accelerator,
  `${found.devices}`,
  bytes(found.weightsPerDevice),
  bytes(found.freeBytes),
  bytes(found.bytesPerSequence),
  formatNumber(found.sequences, 15),
  found.longestContext === null ? 'any' : formatNumber(found.longestContext, 15),
]
