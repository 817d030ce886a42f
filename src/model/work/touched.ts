// Which share of the experts do the tokens of a pass touch? Those of one token at least; more as tokens are routed apart.
import type { CheckedPoint } from './point'

/** `share` of the experts is what one token uses; 1 - (1 - share)^tokens where tokens are routed evenly and independently. */
export function touchedShare(share: number, tokens: number, { experts, skew }: CheckedPoint): number {
  if (experts === 'ideal') return share
  if (skew === 0) return atLeastOne(share, tokens)
  let sum = 0
  for (const popularity of popularities(skew)) sum += atLeastOne(Math.min(1, share * popularity), tokens)
  return Math.max(share, sum / steps)
}

const atLeastOne = (share: number, tokens: number): number => -Math.expm1(tokens * Math.log1p(-share))

const steps = 256

/** Experts in order of favour: the one at x of the way gets (1 - skew) / x^skew times an even share, in `steps` equal parts. */
function popularities(skew: number): number[] {
  const upTo = (part: number): number => (part / steps) ** (1 - skew)
  return Array.from({ length: steps }, (_, part) => steps * (upTo(part + 1) - upTo(part)))
}
