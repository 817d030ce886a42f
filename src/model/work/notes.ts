// Under which conventions do the numbers of a pass hold? Said only where they matter.
import type { Architecture } from '../architecture'
import type { CacheWork } from './cacheWork'
import type { CheckedPoint } from './point'
import type { WeightWork } from './weightWork'

export function notesOf(
  architecture: Architecture,
  { layout, experts, skew, bytesPerParam, newTokens, logits, attentionSlowdown }: CheckedPoint,
  { copies }: CacheWork,
  { expertShare, weightBytes, weightBytesKept }: WeightWork,
): readonly string[] {
  const routed = architecture.layers.some(({ weights }) => weights.some(({ role }) => role === 'experts'))
  const percent = (100 * expertShare).toPrecision(3)
  const routing = skew === 0 ? 'routed evenly' : `routed with skew ${skew}`
  return Object.freeze([
    ...(routed && experts === 'ideal' ? [`Only the experts of one token are read (${percent} %): a bound.`] : []),
    ...(routed && experts === 'expected' ? [`The tokens touch ${percent} % of the experts, ${routing}.`] : []),
    ...(copies > 1
      ? [`The cache is there ${copies.toPrecision(3)} times: what has fewer heads than ranks is copied.`]
      : []),
    ...(weightBytesKept > weightBytes
      ? ['Weights outside the experts are repeated on devices that work on other sequences.']
      : []),
    ...(layout.pipelineStages > 1
      ? [
          `Each of ${layout.pipelineStages} stages reads its weights once for every micro-batch, as many as there are stages.`,
        ]
      : []),
    ...(newTokens > 1 && logits < newTokens ? [`The head works for ${logits} of ${newTokens} tokens a sequence.`] : []),
    ...(bytesPerParam === undefined ? [] : [`Weights take ${bytesPerParam} B a parameter, as given.`]),
    ...(attentionSlowdown === 1
      ? []
      : [`Attention's arithmetic runs ${attentionSlowdown} times slower than the weights'.`]),
  ])
}
