// What does a `place` command ask? The question for the library, its deployment resolved, and what the reader gave.
import type { Prices } from '../../catalog'
import { type Deployment, memoryPart, type Numbers, type Resolved } from '../../deployment'
import { type Asking, type Question, type Settled, settled } from '../../placement'
import { parseQuantity, Refusal, unknownName } from '../../units'
import { draftIn, wholeDeployment } from '../deployment/draft'
import { allRatings } from '../deployment/flags'
import { refuseBare } from '../settings'
import type { Io } from '../verb'
import { oneOf, onlyWord, type Words } from '../words'
import { checkEffective } from './effective'
import { practiceIn } from './practice'

export interface Ask {
  readonly question: Settled
  /** the same before its deployment is resolved, for asking it at another context */
  readonly asked: Question
  readonly resolved: Resolved
  readonly deployment: Deployment
  /** every number the reader gave, by flag or by --set */
  readonly given: Numbers
  readonly memory: Memory
}

const memories = ['all', 'after-weights', 'component'] as const
type Memory = (typeof memories)[number]

export async function askIn(words: Words, io: Io): Promise<Ask> {
  const model = words.free.length === 0 ? undefined : onlyWord(words, 'a config.json or a model of the catalogue')
  const draft = await draftIn(words, io, { model, flags: { hold: 'holdTime', stall: 'stall' } })
  const { given, point } = draft
  const { holdTime, stall } = given
  if (holdTime === undefined) throw new Refusal('No hold time was given: give --hold, such as --hold 5m.')
  checkEffective(given)
  const deployment = wholeDeployment(draft)
  const memory = memoryIn(words)
  const asked: Question = {
    ...deployment,
    ...point,
    ...askingIn(words, deployment, memory),
    ...practiceIn(words),
    ...(stall !== undefined && { stall }),
    holdTime,
    ...deadlineIn(words),
  }
  const question = settled(asked)
  return { question, asked, resolved: question.deployment, deployment, given, memory }
}

/** How a placement or a replay is counted, by the flags that both take. */
export function askingIn(
  words: Words,
  { asOf, prices }: Pick<Deployment, 'asOf' | 'prices'>,
  memory: Memory = memoryIn(words),
): Partial<Asking> {
  const { stage, ratings } = { stage: words.value('stage'), ratings: oneOf(words, 'ratings', allRatings) }
  const residency = oneOf(words, 'residency', ['whole', 'streamed', 'off'] as const)
  return {
    ...(stage !== undefined && { stage }),
    ...(ratings !== undefined && { ratings }),
    ...(residency !== undefined && { landing: { whole: 1, streamed: 0.5, off: 0 }[residency] }),
    ...rateIn(words, 'capital', '1', 'capitalCost'),
    ...rateIn(words, 'wait-price', 'USD/s', 'waitPrice'),
    attention: words.has('no-attention') ? 'leave-out' : 'attend',
    writes: words.has('no-writes') ? 'free' : 'wear',
    memory: memory === 'component' ? memoryPart(dated(asOf, prices)) : memory,
  }
}

const dated = (asOf?: string, prices?: Prices) => ({
  ...(asOf !== undefined && { asOf }),
  ...(prices !== undefined && { prices }),
})

function rateIn(words: Words, flag: string, unit: string, name: keyof Asking): Partial<Asking> {
  const text = words.value(flag)
  if (text === undefined) return {}
  refuseBare(`--${flag}`, text, unit)
  return { [name]: parseQuantity(text, unit, `--${flag}`) }
}

function memoryIn(words: Words): Memory {
  const asked = words.value('memory') ?? 'all'
  const found = memories.find((memory) => memory === asked)
  if (found === undefined) throw unknownName('way to price HBM', asked, memories)
  return found
}

export function deadlineIn(words: Words): { deadline?: number } {
  const text = words.value('deadline')
  if (text === undefined) return {}
  if (text === 'any') return { deadline: Number.POSITIVE_INFINITY }
  const deadline = parseQuantity(text, 's', '--deadline')
  if (deadline < 0) throw new Refusal(`--deadline is ${text}: expected a time that is not negative, or any.`)
  return { deadline }
}
