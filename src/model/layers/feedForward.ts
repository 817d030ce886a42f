// What do the blocks weigh that work on each token alone? A dense MLP, or experts of which a token uses a few.
import { type Weight, weight } from '../architecture'

export type Mlp = {
  readonly hidden: number
  readonly width: number
  /** Gated blocks have three matrices (up, gate, down), plain ones two. */
  readonly gated: boolean
  readonly bias?: boolean
}

export function mlp({ hidden, width, gated, bias }: Mlp): Weight[] {
  const biases = bias ? (gated ? 2 : 1) * width + hidden : 0
  return [weight('mlp', (gated ? 3 : 2) * hidden * width), weight('norm', biases)]
}

export type Experts = {
  readonly hidden: number
  readonly count: number
  readonly perToken: number
  readonly width: number
  readonly gated: boolean
  readonly bias?: boolean
  readonly routerBias?: boolean
  /** Experts may work in a narrower space than the layer; projections lead there and back. */
  readonly latentDim?: number | undefined
  /** Width of the experts every token uses, all of them together. */
  readonly sharedWidth?: number
  /** One weight per hidden unit that scales what the shared experts give. */
  readonly sharedGate?: boolean
}

export function experts(moe: Experts): Weight[] {
  const { hidden, count, perToken, width, gated, latentDim } = moe
  const matrices = gated ? 3 : 2
  const one = matrices * (latentDim ?? hidden) * width
  const biases = moe.bias ? (gated ? 2 : 1) * width + hidden : 0
  const shared = matrices * hidden * (moe.sharedWidth ?? 0) + (moe.sharedGate ? hidden : 0)
  return [
    weight('experts', count * one, perToken * one),
    weight('norm', count * biases, perToken * biases),
    weight('router', count * hidden + (moe.routerBias ? count : 0)),
    ...(shared > 0 ? [weight('sharedExperts', shared)] : []),
    ...(latentDim === undefined ? [] : [weight('mlp', 2 * hidden * latentDim)]),
  ]
}
