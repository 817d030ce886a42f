// Under which conventions do the numbers of a pass hold? Said only where they matter.
import type { CacheWork } from './cacheWork'
import type { CheckedPoint } from './point'
import type { Tally } from './tally'
import type { WeightWork } from './weightWork'

export function notesOf(
  { routed }: Tally,
  { layout, experts, skew, bytesPerParam, newTokens, logits, attentionSlowdown }: CheckedPoint,
  { copies }: CacheWork,
  { expertShare, weightBytes, weightBytesKept }: WeightWork,
): readonly string[] {
  const notes: string[] = []
  const say = (matters: boolean, text: () => string): void => {
    if (matters) notes.push(text())
  }
  const percent = (): string => (100 * expertShare).toPrecision(3)
  const routing = skew === 0 ? 'routed evenly' : `routed with skew ${skew}`
  say(
    routed !== undefined && experts === 'ideal',
    () => `Only the experts of one token are read (${percent()} %): a bound.`,
  )
  say(
    routed !== undefined && experts === 'expected',
    () => `The tokens touch ${percent()} % of the experts, ${routing}.`,
  )
  say(copies > 1, () => `The cache is there ${copies.toPrecision(3)} times: what has fewer heads than ranks is copied.`)
  say(
    weightBytesKept > weightBytes,
    () => 'Weights outside the experts are repeated on devices that work on other sequences.',
  )
  say(
    layout.pipelineStages > 1,
    () =>
      `Each of ${layout.pipelineStages} stages reads its weights once for every micro-batch, as many as there are stages.`,
  )
  say(newTokens > 1 && logits < newTokens, () => `The head works for ${logits} of ${newTokens} tokens a sequence.`)
  say(bytesPerParam !== undefined, () => `Weights take ${bytesPerParam} B a parameter, as given.`)
  say(attentionSlowdown !== 1, () => `Attention's arithmetic runs ${attentionSlowdown} times slower than the weights'.`)
  return Object.freeze(notes)
}
