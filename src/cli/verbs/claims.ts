// servemath claims: what does the lecture say, and does it come out?
import { type Claim, claim, claims as ledger, type Numbers } from '../../lecture'
import { formatNumber, formatQuantity } from '../../units'
import { columns, table } from '../columns'
import type { Answer, Verb } from '../verb'
import { onlyWord } from '../words'

export const claims: Verb = {
  usage: 'claims [ID]',
  says: 'Every claim of the lecture beside what our equations and catalogue say, or one of them with its readings.',
  flags: {},
  examples: ['claims', 'claims kv-1667-bytes', 'claims --json'],
  run: (words) => (words.free.length === 0 ? all() : one(claim(onlyWord(words, 'the id of a claim')))),
}

function all(): Answer {
  const every = ledger()
  return {
    json: every.map(told),
    text: () => {
      const rows = every.map((each) => [
        each.id,
        each.verdict,
        numbersText(each.value, each.unit),
        numbersText(each.computed, each.unit),
        each.proof?.verdict ?? '',
        each.notebook,
      ])
      return [
        ...table(['claim', 'verdict', 'said', 'computed', 'proof', 'chapter'], rows),
        '',
        `${every.length} claims: ${counted(every)}. servemath claims ID says why.`,
      ].join('\n')
    },
  }
}

function one(found: Claim): Answer {
  return { json: told(found), text: () => claimText(found) }
}

/** The record without the tag that tells a cell how to show it. */
function told({ kind: _, ...rest }: Claim): Omit<Claim, 'kind'> {
  return rest
}

function counted(every: readonly Claim[]): string {
  return (['agrees', 'depends', 'disagrees'] as const)
    .map((verdict) => `${every.filter((each) => each.verdict === verdict).length} ${verdict}`)
    .join(', ')
}

function claimText(found: Claim): string {
  const { id, says, chapter, said, value, computed, unit, verdict, tolerance, note, url, notebook } = found
  return [
    `${id}: ${verdict}`,
    says,
    '',
    ...columns([
      ...said.map(({ who, at, words }) => ['said', `"${words}" (${who}, ${at})`]),
      ['so', value === null ? 'no number' : numbersText(value, unit)],
      ['computed', computed === null ? 'no number' : numbersText(computed, unit)],
      ['tolerance', tolerance],
      ...found.theorems.map(({ says: theorem, proof }) => ['theorem', `${proof.verdict}: ${theorem}`]),
      ...(found.equations.length > 0 ? [['equations', found.equations.join(', ')]] : []),
    ]),
    '',
    note,
    ...(found.readings.length > 0 ? ['', ...readingLines(found)] : []),
    '',
    `${chapter}: ${url}   chapter ${notebook}`,
  ].join('\n')
}

function readingLines({ readings }: Claim): string[] {
  return columns(
    readings.map(({ says, value, unit }) => [`  ${says}`, formatQuantity(value, unit)]),
    [1],
  )
}

function numbersText(numbers: Numbers, unit: string): string {
  if (numbers === null) return ''
  if (typeof numbers === 'number') return numberText(numbers, unit)
  return numbers
    .map((each) =>
      typeof each === 'number' ? numberText(each, unit) : each.map((end) => numberText(end, unit)).join(' to '),
    )
    .join(', ')
}

// Four digits: 1,667 bytes are not 1.67 kB to a reader who knows the number.
const numberText = (value: number, unit: string): string =>
  unit === '1' ? formatNumber(value, 4) : formatQuantity(value, unit, { digits: 4 })
