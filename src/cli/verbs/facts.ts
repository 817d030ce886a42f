// servemath facts: how old is every number of the catalogue, how sure, and what rests on it?
import { staleAfter } from '../../catalog/age'
import { formatNumber, formatQuantity } from '../../units'
import { table } from '../columns'
import { type AgedDatum, agedData, isDoubtful } from '../facts/aged'
import type { Verb } from '../verb'

export const facts: Verb = {
  usage: 'facts [RECORD|QUANTITY|EQUATION]…',
  says: 'Every number of the catalogue with its age, kind, confidence and source and the equations that rest on it; first those that answers use and that are stale or of low confidence.',
  flags: {
    on: { takes: 'DATE', says: 'the day to count ages to, such as 2026-11-30 (today)' },
    doubtful: { says: 'only those that answers use and that are stale or of low confidence' },
  },
  examples: ['facts --doubtful', 'facts holdPrice --on 2026-11-30', 'facts h100-sxm ddr5-rdimm-server --json'],
  run: (words) => {
    const on = words.value('on') ?? new Date().toISOString().slice(0, 10)
    const asked = agedData(on, words.free)
    const shown = words.has('doubtful') ? asked.filter(isDoubtful) : asked
    return { json: { on, facts: shown }, text: () => factsText(shown, on) }
  },
}

function factsText(shown: readonly AgedDatum[], on: string): string {
  const doubtful = shown.filter(isDoubtful)
  const stale = doubtful.filter((datum) => datum.stale)
  const terms = (['quoted', 'assumed', 'measured'] as const).map((kind) => `${kind} after ${staleAfter[kind]} days`)
  return [
    ...table(['fact', 'value', 'age', 'kind', 'confidence', 'of', 'source', 'conclusions'], shown.map(cells), [2]),
    '',
    `${shown.length} facts on ${on}. Of those that answers use ${stale.length} are stale (${terms.join(', ')}; a specification never), ${doubtful.length - stale.length} more of low confidence.`,
    'A number in brackets is history: another quote stands for it.',
  ].join('\n')
}

function cells(datum: AgedDatum): string[] {
  const { list, record, field, age, stale, kind, confidence, period, source, used, conclusions } = datum
  const name = `${list}/${record} ${field}`
  return [
    used ? name : `(${name})`,
    valueText(datum),
    `${formatNumber(age, 12)} d${stale && used ? ' !' : ''}`,
    kind,
    confidence,
    period,
    source,
    used ? few(conclusions) : '',
  ]
}

const valueText = ({ value, unit }: AgedDatum): string =>
  value === undefined || unit === undefined ? '' : formatQuantity(value, unit)

/** The first of them, and how many more there are. */
function few(names: readonly string[]): string {
  const first = names.slice(0, 3).join(', ')
  return names.length > 3 ? `${first} and ${names.length - 3} more` : first
}
