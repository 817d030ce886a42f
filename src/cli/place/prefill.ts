// How much arithmetic does a prompt take per token, exactly? The mean over its positions, layer by layer.
import { type Architecture, type Attend, flopsPerToken } from '../../model'

/** Mean forward FLOPs per token of a prompt of `context` tokens; a token sees on average half of what its layers let it. */
export function meanFlops(architecture: Architecture, context: number): number {
  return flopsPerToken(architecture, 0) + meanAttention(architecture, context)
}

/** The part of it that depends on the context. */
export function meanAttention({ layers }: Architecture, context: number): number {
  let sum = 0
  for (const { attends } of layers) for (const attend of attends) sum += attend.flops * meanEntries(attend, context)
  return sum
}

// First and last position count half each, so that full attention gives context/2 exactly, as the equation has it.
function meanEntries({ reach, atMost = Number.POSITIVE_INFINITY }: Attend, context: number): number {
  const step = reach.over === 'every' ? reach.tokens : 1
  const cap = Math.min(atMost, reach.over === 'last' ? reach.tokens : Number.POSITIVE_INFINITY)
  if (context === 0) return 0
  return (sumOfSteps(step, cap, context) - Math.min(Math.ceil(context / step), cap) / 2) / context
}

/** min(ceil(c / step), cap) added up for c from 1 to `last`. */
function sumOfSteps(step: number, cap: number, last: number): number {
  const rising = Math.min(last, cap * step)
  const whole = Math.floor(rising / step)
  const rest = rising - whole * step
  const flat = last > rising ? (last - rising) * cap : 0
  return (step * whole * (whole + 1)) / 2 + rest * (whole + 1) + flat
}
