// What does the operator of a deployment pay for what the buyer is charged?
import { lifeOf, longLifeOf, type OperatorCost, operatorCost, operatorSession, type SessionAnswer } from '../../lecture'
import { Refusal } from '../../units'
import { draftIn, wholeDeployment } from '../deployment/draft'
import type { Io } from '../verb'
import type { Words } from '../words'
import type { Priced } from './tariff'

/** USD/token: what the buyer pays, and what it costs the operator */
interface Both {
  readonly price: number
  readonly cost: number
}

export interface Operator {
  readonly model: string
  readonly accelerator: string
  readonly input: Both
  readonly writePremium: Both & { readonly tier: string; readonly costInMemory: number }
  /** beside real prices */
  readonly longWritePremium?: Both & { readonly tier: string }
  readonly hit: Both
  /** USD/(token*s) */
  readonly storage?: Both
  /** USD, by strategy */
  readonly session?: readonly (Both & { readonly strategy: string })[]
}

const asks = ['deployment', 'model', 'accelerator']

export async function operatorIn(
  words: Words,
  io: Io,
  { tariff, inputPrice: price, inMoney }: Priced,
  session?: SessionAnswer,
): Promise<Operator | undefined> {
  if (!asks.some((flag) => words.has(flag))) return undefined
  const draft = await draftIn(words, io)
  const { model, accelerator } = draft.deployment
  if (price === undefined || model === undefined || accelerator === undefined)
    throw new Refusal('What the operator pays needs --input, --model and --accelerator together.')
  const life = lifeOf(tariff)
  const { prompt, longWrite } = tariff
  const deployment = wholeDeployment(draft)
  const point = { ...(prompt !== undefined && { context: prompt }), ...draft.point }
  const costOver = (time: number): OperatorCost => operatorCost({ deployment, life: time, ...point })
  const cost = costOver(life)
  return {
    model: nameOf(model),
    accelerator: nameOf(accelerator),
    ...pricesBeside(cost, tariff, price, life),
    ...(longWrite !== undefined &&
      inMoney && { longWritePremium: premium(costOver(longLifeOf(tariff)), longWrite, price) }),
    ...(session && {
      session: session.strategies.map((each) => ({
        strategy: each.strategy,
        price: each.price * price,
        cost: operatorSession(cost, each, life),
      })),
    }),
  }
}

function pricesBeside(
  cost: OperatorCost,
  { write, read, storage }: Priced['tariff'],
  price: number,
  life: number,
): Pick<Operator, 'input' | 'writePremium' | 'hit' | 'storage'> {
  const { forwardPass, keptCheapest } = cost
  return {
    input: { price, cost: forwardPass },
    writePremium: { ...premium(cost, write, price), costInMemory: cost.keptInMemory.hold },
    hit: { price: read * price, cost: keptCheapest.retrieve },
    ...(storage !== undefined && { storage: { price: storage * price, cost: keptCheapest.hold / life } }),
  }
}

function premium({ keptCheapest }: OperatorCost, write: number, price: number): Both & { readonly tier: string } {
  const { hold, write: wear, option } = keptCheapest
  return { price: (write - 1) * price, cost: hold + wear, tier: option }
}

// A part is an id, or an object that may have a name.
function nameOf(part: unknown): string {
  if (typeof part === 'string') return part
  const { id, name, like } = part as Readonly<Record<string, unknown>>
  return String(id ?? name ?? like ?? 'the one given')
}
