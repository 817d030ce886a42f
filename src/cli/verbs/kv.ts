// servemath kv: what does the KV cache of a model weigh?
import { type AllocationOptions, kvDtype, kvDtypes, kvReport } from '../../model'
import { countAfter, countsAfter } from '../counts'
import { isThere } from '../files'
import { folderReports, folderText } from '../kv/folder'
import { reportText } from '../kv/report'
import { subjectNamed } from '../subject'
import type { Verb } from '../verb'
import { onlyWord, type Words } from '../words'

const usualContexts = [1024, 8192, 131_072, 1_048_576]

export const kv: Verb = {
  usage: 'kv CONFIG.json|MODEL|FOLDER|-',
  says: 'Bytes of the KV cache, parameters and FLOPs of a model; of a folder, one row for each config in it.',
  flags: {
    context: { takes: 'N,N…', says: `tokens of a sequence (${usualContexts.join(',')})` },
    'kv-dtype': { takes: 'DTYPE', says: `${kvDtypes.join(', ')} (bf16)` },
    allocated: { says: 'also what vLLM reserves: whole blocks, equal pages' },
    'max-len': { takes: 'N', says: "the engine's longest sequence, for --allocated (the context)" },
    'in-flight': { takes: 'N', says: 'tokens the scheduler may have in flight, for --allocated (8192)' },
    'no-prefix-caching': { says: 'one page of state instead of two, for --allocated' },
    speculative: { says: 'count the layers that speculative decoding adds' },
  },
  examples: [
    'kv llama-3.1-70b',
    'kv config.json --context 1024,131072 --kv-dtype fp8 --json',
    'kv config.json --allocated --max-len 262144 --in-flight 16384',
  ],
  run: async (words, io) => {
    const word = onlyWord(words, 'a config.json, a model of the catalogue, a folder, or - for standard input')
    const options = optionsIn(words)
    const contexts = countsAfter(words, 'context', usualContexts, 'tokens')
    if (isThere(word) === 'folder') {
      const reports = folderReports(word, (architecture) => kvReport(architecture, contexts, options))
      return { json: reports, text: () => folderText(word, reports, contexts) }
    }
    const { architecture, name } = await subjectNamed(word, io)
    const report = { ...kvReport(architecture, contexts, options), model: architecture.model ?? name }
    const shown = { ...options, allocated: words.has('allocated') }
    return { json: report, text: () => reportText(name, architecture, report, shown) }
  },
}

function optionsIn(words: Words): AllocationOptions {
  const dtype = words.value('kv-dtype')
  const maxLength = countAfter(words, 'max-len', 'tokens')
  const inFlight = countAfter(words, 'in-flight', 'tokens')
  return {
    kvDtype: kvDtype(dtype ?? 'bf16'),
    prefixCaching: !words.has('no-prefix-caching'),
    speculative: words.has('speculative'),
    ...(maxLength !== undefined && { maxLength }),
    ...(inFlight !== undefined && { inFlight }),
  }
}
