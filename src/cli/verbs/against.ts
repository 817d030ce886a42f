// servemath against: how far are the equations from what machines were measured to do?
import { measuredMachine } from '../../catalog/measured'
import { measurementSources } from '../../catalog/measurements'
import { predictedMeasured } from '../../figures/predictedMeasured'
import {
  type Answered,
  against as beside,
  type Mode,
  type Predicted,
  refuseMilliseconds,
  reasons as skipReasons,
  summaries,
} from '../../placement/against'
import { Refusal } from '../../units'
import { rowsAsked, toldFlags } from '../against/rows'
import { againstText } from '../against/text'
import { writeWhole } from '../files'
import type { Verb } from '../verb'
import { onlyWord, type Words } from '../words'

export const against: Verb = {
  usage: 'against FILE|SOURCE|-',
  says: `Measured times beside those of the equations, row by row: { id, quantity, measured, predicted, ratio, used }, or { id, skipped } with one of ${Object.keys(skipReasons).join(', ')}. A file has rows of JSON, or is the result of vLLM's bench serve, of SGLang's bench_serving, or the CSV of genai-perf or aiperf; sources at hand: ${measurementSources().join(', ')}.`,
  flags: {
    ideal: { says: 'full rates: a bound (the default)' },
    calibrated: { says: 'what is expected: the rates that npm run calibrate fitted to measurements' },
    summary: { says: 'with --json: a summary for each source and quantity in place of rows' },
    figure: { takes: 'FILE.json', says: 'also write predicted against measured as a Plotly figure' },
    ...toldFlags,
  },
  examples: [
    'against measurements.jsonl',
    'against trtllm-0.6 --calibrated',
    'against bench.json --accelerator h100-sxm --tp 4 --calibrated --json',
    'against profile_export_aiperf.csv --model llama-3.1-70b --accelerator h100-sxm --tp 4',
  ],
  run: async (words, io) => {
    const word = onlyWord(words, 'a file of measured rows, a source at hand, or - for standard input')
    const mode = modeIn(words)
    const rows = await rowsAsked(word, words, io)
    const bounds = rows.map((row) => beside(row))
    refuseMilliseconds(bounds, word === '-' ? 'standard input' : word)
    const answers = mode === 'ideal' ? bounds : rows.map((row) => beside(row, mode))
    const named = answers.flatMap((answer, index) => comparedIn(answer, rows[index]))
    const figure = words.value('figure')
    if (figure !== undefined) await writeWhole(figure, `${JSON.stringify(predictedMeasured(named, mode))}\n`)
    const sums = summaries(named)
    return { json: words.has('summary') ? sums : answers, text: () => againstText(answers, sums, mode) }
  },
}

function modeIn(words: Words): Mode {
  if (words.has('ideal') && words.has('calibrated')) throw new Refusal('Give --ideal or --calibrated, not both.')
  return words.has('calibrated') ? 'calibrated' : 'ideal'
}

// Makers apart: what was fitted to one must not be judged by the other.
function comparedIn(answer: Answered, row: Readonly<Record<string, unknown>> = {}): (Predicted & { source: string })[] {
  if ('skipped' in answer) return []
  const [maker = ''] = measuredMachine(answer.used.accelerator)?.name.split(' ') ?? []
  const source = [row.source_key ?? 'rows without a source_key', row.system].filter((word) => typeof word === 'string')
  return [{ ...answer, source: `${source.join(', ')} on ${maker}` }]
}
