// What does a `buy` command ask? Traffic, from a trace or as stated, the deployment that serves it, and what limits a purchase.

import { type Settled, settled } from '../../placement'
import type { BuyOptions, Stream } from '../../placement/buy'
import { returnsIn } from '../../placement/demotion'
import { pointsIn } from '../../placement/demotion/written'
import { parseQuantity, Refusal } from '../../units'
import { draftIn, wholeDeployment } from '../deployment/draft'
import { readBytes } from '../files'
import { askingIn, deadlineIn } from '../place/ask'
import { oneOf } from '../replay/ask'
import { number, whole } from '../replay/reading'
import type { Io } from '../verb'
import { onlyWord, type Words } from '../words'

export interface Ask {
  /** a trace, or a stream that stays as it is */
  readonly path?: string
  readonly stream?: Stream
  readonly question: Settled
  readonly options: BuyOptions
  readonly tokens: 'whole' | 'exact'
}

export async function askIn(words: Words, io: Io): Promise<Ask> {
  const draft = await draftIn(words, io, { flags: { stall: 'stall' } })
  const deployment = wholeDeployment(draft)
  const { stall } = draft.given
  const question = settled({
    ...deployment,
    ...draft.point,
    ...askingIn(words, deployment),
    ...(stall !== undefined && { stall }),
    ...deadlineIn(words),
    holdTime: 0,
  })
  const tokens = oneOf('--tokens', words.value('tokens') ?? 'whole', ['whole', 'exact'])
  return { ...trafficIn(words, question), question, options: optionsIn(words), tokens }
}

function trafficIn(words: Words, { deployment }: Settled): Pick<Ask, 'path' | 'stream'> {
  const [arrivals, returns] = [words.value('arrivals'), words.value('returns')]
  if (arrivals === undefined && returns === undefined)
    return { path: onlyWord(words, 'a trace, or --arrivals with --returns') }
  if (words.free.length > 0)
    throw new Refusal(
      `A trace says who arrives and returns: leave out "${words.free[0]}", or --arrivals and --returns.`,
    )
  if (arrivals === undefined || returns === undefined)
    throw new Refusal(
      'Traffic without a trace needs --arrivals and --returns, such as --arrivals 2/s --returns exp:10m.',
    )
  return {
    stream: {
      arrivals: parseQuantity(arrivals, '1/s', '--arrivals'),
      tokens: deployment.numbers.context as number,
      returns: returnsIn(returns) ?? pointsIn(new TextDecoder().decode(readBytes(returns)), returns),
    },
  }
}

function optionsIn(words: Words): BuyOptions {
  const [gap, branches] = [words.value('gap'), words.value('branches')]
  const limits = words.pairs('at-most').map(([tier, count]) => [tier, number(count, '--at-most')] as const)
  return {
    atMost: Object.fromEntries(limits),
    ...promiseIn(words),
    ...(gap !== undefined && { gap: shareOf(gap) }),
    ...(branches !== undefined && { branches: whole(branches, '--branches') }),
  }
}

function promiseIn(words: Words): { promised?: number } {
  const text = words.value('keep')
  if (text === undefined) return {}
  const promised = parseQuantity(text, 's', '--keep')
  if (!(promised > 0)) throw new Refusal(`--keep is ${text}: expected a time longer than that.`)
  return { promised }
}

function shareOf(text: string): number {
  const share = number(text, '--gap')
  if (share < 0 || share >= 1) throw new Refusal(`--gap is ${text}: expected a share from 0 to below 1, such as 1%.`)
  return share
}
