// How is a check displayed? Its verdict with its strength, in one sentence.
import type { Verdict } from '../../algebra'
import { formatNumber } from '../../units'
import { type MimeBundle, markdown } from './bundle'

export function verdictBundle(verdict: Verdict): MimeBundle {
  return markdown(sentence(verdict))
}

function sentence(verdict: Verdict): string {
  switch (verdict.verdict) {
    case 'proved':
      return `**Proved**: equal, without rounding, at ${verdict.trials} random points; ${chance(verdict.bound)}.`
    case 'no-counterexample':
      return `**No counterexample**: equal, without rounding, at ${verdict.trials} random points that reach all ${verdict.arms} arms of max and min; not a proof.`
    case 'numerically-equal':
      return `**Numerically equal** to ${verdict.digits} digits at ${verdict.trials} random points; not a proof.`
    case 'different':
      return `**Different**: at ${point(verdict.witness)} the left side is ${formatNumber(verdict.left)} and the right side ${formatNumber(verdict.right)}.`
    case 'unknown':
      return `**Unknown**: ${reasons[verdict.reason]}.`
  }
}

const reasons = {
  poles: 'too few random points lie where both sides are defined',
  domain: 'no points were found where the assumptions hold',
  'arm-not-reached': 'one arm of a max or min was never reached',
  'too-large': 'the formulas are too large to decide',
}

function chance(bound: number): string {
  return bound === 0 ? 'no chance of error' : `the chance of error is below ${formatNumber(bound, 1)}`
}

function point(witness: Readonly<Record<string, number>>): string {
  const values = Object.entries(witness).map(([name, value]) => `${name} = ${formatNumber(value)}`)
  return values.join(', ') || 'every point'
}
