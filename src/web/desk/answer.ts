// What is the answer at the desk? That of the library to the same question: nothing is computed here that it does not know.
import { type Declared, type Explanation, explain } from '../../algebra'
import { type Resolved, readDeployment } from '../../deployment'
import { memoryRematCrossover, rematCostAt } from '../../derivations'
import { type PlacedOption, type Placement, place, settled } from '../../placement'
import { fit as fitting } from '../../serving'
import { formatNumber, parseQuantity, Refusal } from '../../units'
import { type DeskState, isRecord } from './state'

export interface Row extends Pick<PlacedOption, 'option' | 'inTime'> {
  /** s the user waits; undefined where it is not known */
  readonly wait: number | undefined
  /** USD for the whole conversation: to hold, to bring back with the room it lands in, to write, and in all */
  readonly hold: number
  readonly retrieve: number
  readonly write: number
  readonly total: number
}

export interface Answer {
  readonly deployment: Resolved
  readonly placement: Placement
  readonly context: number
  readonly rows: readonly Row[]
  /** conversations of that length beside the weights, B left for them, and B of one */
  readonly fits: { readonly conversations: number; readonly free: number; readonly each: number }
  readonly why: readonly Explanation[]
}

/** Refuses with the library's sentence. */
export function answerOf({ deployment: written, asked }: DeskState): Answer {
  const context = wholeContext(asked.context)
  const whole = readDeployment(written)
  const question = settled({
    ...whole,
    context,
    holdTime: time(asked.hold, 'The pause'),
    ...(asked.deadline !== '' && { deadline: time(asked.deadline, 'The wait') }),
  })
  const { deployment } = question
  const placement = place(question)
  const { freeBytes: free, bytesPerSequence: each, sequences: conversations } = fitting({ ...whole, context })
  return {
    deployment,
    placement,
    context,
    rows: placement.perToken.map((option) => rowOf(option, context)),
    fits: { conversations, free, each },
    why: whyOf(placement),
  }
}

function rowOf(option: PlacedOption, context: number): Row {
  const { hold, retrieve, residency, write, capital, remat, wait, total } = option
  const conversation = (perToken: number): number => context * perToken
  return {
    ...{ option: option.option, inTime: option.inTime, wait: option.loadTime },
    hold: conversation(hold),
    retrieve: conversation(retrieve + residency + remat + wait),
    write: conversation(write + capital),
    total: conversation(total),
  }
}

/** What computing again costs, and how long HBM beats it: each with every number it rests on. */
function whyOf({ inputs }: Placement): readonly Explanation[] {
  return [rematCostAt, memoryRematCrossover].flatMap((equation) => {
    try {
      return [explain(equation as Declared, inputs as Readonly<Record<string, number>>)]
    } catch {
      // Numbers of one's own may lack what the equation needs; the table stands without it.
      return []
    }
  })
}

function time(text: string, what: string): number {
  const seconds = parseQuantity(text, 's', what)
  if (!(seconds >= 0 && Number.isFinite(seconds))) throw new Refusal(`${what} is ${text}: expected a time from 0 on.`)
  return seconds
}

function wholeContext(text: string): number {
  const tokens = parseQuantity(text, 'token', 'The conversation')
  if (!Number.isSafeInteger(tokens) || tokens < 1)
    throw new Refusal(
      `The conversation has ${text} tokens: expected a whole number, such as ${formatNumber(32_768, 6)}.`,
    )
  return tokens
}

/** A model's own file in place of a deployment: what people paste first. */
export function modelIn(text: string): unknown {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    const page = /^\s*</.test(text)
    throw new Refusal(
      page
        ? 'That is a web page, not a config.json: copy the raw file.'
        : 'That is not JSON: paste the whole config.json.',
    )
  }
  if (!isRecord(value)) throw new Refusal('That is no config.json: expected one JSON object.')
  return value
}
