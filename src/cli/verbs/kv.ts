// servemath kv: what does the KV cache of a model weigh?
import { modelIds } from '../../catalog'
import { kvOf } from '../../deployment/modelNumbers'
import { subjectOf } from '../../deployment/subject'
import { type AllocationOptions, type KvDtype, kvDtype, kvReport } from '../../model'
import { Refusal } from '../../units'
import { countAfter, countsAfter } from '../counts'
import { draftIn } from '../deployment/draft'
import { conversationFlags, deploymentFlags } from '../deployment/flags'
import { isThere } from '../files'
import { folderReports, folderText } from '../kv/folder'
import { reportText } from '../kv/report'
import { servedIn, servedLines } from '../kv/served'
import { readingIn } from '../reading'
import type { Verb } from '../verb'
import { onlyWord, type Words } from '../words'

const usualContexts = [1024, 8192, 131_072, 1_048_576]

export const kv: Verb = {
  usage: 'kv CONFIG.json|MODEL|FOLDER|-',
  says: 'Bytes of the KV cache, parameters and FLOPs of a model; with an accelerator also how many conversations fit; of a folder, one row for each config in it.',
  flags: {
    ...deploymentFlags,
    ...conversationFlags,
    context: { takes: 'N,N…', says: `tokens of a sequence (${usualContexts.join(',')})` },
    allocated: { says: 'also what vLLM reserves: whole blocks, equal pages' },
    'max-len': { takes: 'N', says: "the engine's longest sequence, for --allocated (the context)" },
    'in-flight': { takes: 'N', says: 'tokens the scheduler may have in flight, for --allocated (8192)' },
    'no-prefix-caching': { says: 'one page of state instead of two, for --allocated' },
    speculative: { says: 'count the layers that speculative decoding adds' },
    'draft-layers': { takes: 'N', says: 'so many of them, where the engine runs more or fewer than the file has' },
  },
  examples: [
    'kv llama-3.1-70b',
    'kv deepseek-v3 --accelerator h200-sxm --dp-attention',
    'kv config.json --context 1024,131072 --kv-dtype fp8 --json',
    'kv config.json --allocated --max-len 262144 --in-flight 16384',
  ],
  run: async (words, io) => {
    const what = 'a config.json, a model of the catalogue, a folder, or - for standard input'
    const word =
      words.free.length === 0 && (words.has('model') || words.has('deployment')) ? undefined : onlyWord(words, what)
    const contexts = countsAfter(words, 'context', usualContexts, 'tokens')
    if (word !== undefined && isThere(word) === 'folder' && !modelIds().includes(word)) {
      const kv = kvNamed(words.value('kv-dtype') ?? 'bf16')
      const reports = folderReports(
        word,
        (architecture) =>
          kvReport(architecture, contexts, optionsIn(words, kvOf({ precision: { kv } }, architecture.quantization.kv))),
        readingIn(words),
      )
      return { json: reports, text: () => folderText(word, reports, contexts) }
    }
    const draft = await draftIn(words, io, { model: word, ownContext: true })
    const { model } = draft.deployment
    if (model === undefined) throw new Refusal(`Nothing was named: expected ${what}.`)
    const { name, architecture } = subjectOf(model)
    if (architecture === undefined)
      throw new Refusal('Bytes of a cache need the config.json of a model, not its numbers.')
    const options = optionsIn(words, kvOf(draft.deployment, architecture.quantization.kv))
    const served = servedIn(draft, contexts)
    const report = {
      ...kvReport(architecture, contexts, options),
      model: architecture.model ?? name,
      ...(served && { deployment: served }),
    }
    const shown = { ...options, allocated: words.has('allocated') }
    return {
      json: report,
      text: () => [reportText(name, architecture, report, shown), ...servedLines(served)].join('\n'),
    }
  },
}

const kvNamed = (name: string): KvDtype | 'auto' => (name === 'auto' ? name : kvDtype(name))

function optionsIn(words: Words, dtype: KvDtype): AllocationOptions {
  const maxLength = countAfter(words, 'max-len', 'tokens')
  const inFlight = countAfter(words, 'in-flight', 'tokens')
  const drafts = countAfter(words, 'draft-layers', 'layers')
  return {
    kvDtype: dtype,
    prefixCaching: !words.has('no-prefix-caching'),
    speculative: drafts ?? words.has('speculative'),
    ...(maxLength !== undefined && { maxLength }),
    ...(inFlight !== undefined && { inFlight }),
  }
}
