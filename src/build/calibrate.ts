// What does `npm run calibrate` do? Reads measured rows, fits, says how far rows that were held out are missed, and writes data/calibration.json.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { measurements } from '../catalog/measurements'
import { borneOut, evidenceIn, type Held, heldOut, heldOutError, models } from '../placement/against/fit/calibrate'
import { recordsOf } from '../placement/against/fit/record'
import type { Fields } from '../placement/against/row'
import { summaryOf } from '../placement/against/summary'

const shared = '../shared/measurements/measurements.jsonl'
const subset = 'data/measurements.json'

function rowsFrom(path: string): readonly Fields[] {
  if (path === subset) return measurements()
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

function tableOf(held: readonly Held[]): string {
  const lines = held.map(({ source, kind, old, ratios }) => {
    const { n, median, p10, p90, within13, within2, typical } = summaryOf(ratios)
    const numbers = [median, p10, p90, within13, within2].map((value) => value.toFixed(2).padStart(6))
    return `  ${source.padEnd(50)} ${(old ? `${kind}, older part` : kind).padEnd(20)} ${String(n).padStart(5)} ${numbers.join(' ')}  x${typical.toFixed(2)}`
  })
  const head = ['median', 'p10', 'p90', '≤1.3x', '≤2x'].map((name) => name.padStart(6)).join(' ')
  return [`  ${'held out: predicted / measured'.padEnd(71)}     n ${head}  typical`, ...lines].join('\n')
}

const [asked] = process.argv.slice(2)
const path = asked ?? (existsSync(shared) ? shared : subset)
const evidence = evidenceIn(rowsFrom(path))
const tried = models.map((model) => {
  const held = heldOut(evidence, model)
  return { model, held, error: heldOutError(held) }
})
const best = borneOut(tried.map(({ error }) => error))

console.log(
  `Rows of ${path}: ${evidence.passes.length} of passes, ${evidence.firstTokens.length} to a first token, ${evidence.loads.length} of loads, ${evidence.exchanges.length} of exchanges.`,
)
console.log('Typical error of a source that was held out:')
for (const { model, error } of tried)
  console.log(`  x${error.toFixed(3)}  ${model.says}${model === best ? '  <- used' : ''}`)
console.log(tableOf(tried.find(({ model }) => model === best)?.held ?? []))

const records = recordsOf(evidence, best, new Date().toISOString().slice(0, 10))
for (const [name, { value, low, high, unit }] of Object.entries(records))
  console.log(`  ${name.padEnd(20)} ${value} ${unit}  (${low} to ${high})`)
// A subset is for checking the fit, not for replacing what all rows gave.
const out = path === subset ? '.cache/calibration.json' : 'data/calibration.json'
writeFileSync(out, `${JSON.stringify(records, null, 2)}\n`)
console.log(`Written to ${out}.`)
