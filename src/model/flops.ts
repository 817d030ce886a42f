// How much work is the forward pass of one token? Two FLOPs for each weight it uses, and for each entry it attends to.
import type { Architecture } from './architecture'
import { checkContext, entriesAt } from './bytes'
import { parameters } from './parameters'

export type FlopOptions = {
  /** Latent attention with its up-projections folded away, as engines decode; prefill does not. */
  readonly absorbed?: boolean
}

/** Forward FLOPs of a token that attends to the `context` cached tokens its layers let it see. */
export function flopsPerToken(architecture: Architecture, context: number, options: FlopOptions = {}): number {
  checkContext(context)
  let flops = 2 * parameters(architecture).activeWithoutInputEmbedding
  for (const layer of architecture.layers) {
    flops += layer.stateFlops
    for (const attend of layer.attends) {
      const entries = Math.min(entriesAt(attend.reach, context), attend.atMost ?? context)
      flops += entries * (options.absorbed ? attend.absorbedFlops : attend.flops)
    }
  }
  return flops
}
