// How does a reader see a cache move down while nobody knows how long the pause is? Its steps, and what else it might cost.
import { shortName } from '../../figures/place'
import { type Demotion, type DemotionStep, demote, pointsIn, returnsIn, type Settled } from '../../placement'
import { formatDuration, formatMoney, formatNumber } from '../../units'
import { table } from '../columns'
import { readBytes } from '../files'
import type { Words } from '../words'

export const returnsFlag = {
  takes: 'exp:MEAN|lognormal:MEDIAN:SIGMA|FILE',
  says: 'how long pauses are, either with :NEVER, or times with the share still away: when to move down the tiers',
}

export function demotionIn(words: Words, question: Settled): Demotion | undefined {
  const text = words.value('returns')
  if (text === undefined) return undefined
  return demote(question, returnsIn(text) ?? pointsIn(new TextDecoder().decode(readBytes(text)), text))
}

export function demotionText({ steps, cost, bestFixed, clairvoyant, meanPause, notes }: Demotion): string {
  const fixed = `${placeIn(bestFixed.option)}${livesFor(bestFixed)}`
  const costs = [
    ['this schedule', formatMoney(cost * 1e6)],
    [`the best single place: ${fixed}`, formatMoney(bestFixed.cost * 1e6)],
    ['who knew every pause, at the least', formatMoney(clairvoyant * 1e6)],
  ]
  return [
    `Pauses of ${formatDuration(meanPause)} on average, their end not known: where to wait`,
    ...table(['from', 'place', 'still away'], steps.map(stepCells), [0, 2]).map(indented),
    'USD per million tokens, expected',
    ...table(['', 'cost'], costs, [1]).map(indented),
    ...notes.map(indented),
  ].join('\n')
}

const stepCells = ({ option, from, waiting }: DemotionStep): string[] => [
  from === 0 ? 'the start' : formatDuration(from),
  placeIn(option),
  `${formatNumber(100 * waiting)} %`,
]

const indented = (line: string): string => `  ${line}`.trimEnd()

const placeIn = (option: string): string => (option === 'remat' ? 'nowhere: deleted' : shortName(option))

function livesFor({ ttl }: Demotion['bestFixed']): string {
  if (ttl === 0) return ''
  return ttl === null ? ', for ever' : `, deleted after ${formatDuration(ttl)}`
}
