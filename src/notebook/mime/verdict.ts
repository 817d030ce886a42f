// How is a check displayed? Its verdict with its strength, in one sentence.
import { type Verdict, whyUnknown } from '../../algebra'
import { formatApart, formatNumber } from '../../units'
import { type MimeBundle, markdown } from './bundle'

export function verdictBundle(verdict: Verdict): MimeBundle {
  return markdown(sentence(verdict))
}

function sentence(verdict: Verdict): string {
  const { domain } = verdict
  switch (verdict.verdict) {
    case 'proved':
      return `**Proved** on ${domain}: equal, without rounding, ${inCases(verdict.cases)}at ${verdict.trials} random points; ${chance(verdict.bound)}.`
    case 'numerically-equal':
      return `**Numerically equal** on ${domain}: ${inCases(verdict.cases)}to ${verdict.digits} digits at ${verdict.trials} random points; not a proof.`
    case 'different': {
      const [left, right] = formatApart(verdict.left, verdict.right)
      return `**Different** on ${domain}: at ${point(verdict.witness)} the left side is ${left} and the right side ${right}.`
    }
    case 'unknown':
      return `**Unknown** on ${domain}: ${whyUnknown[verdict.reason]}${verdict.case === undefined ? '' : ` (${verdict.case})`}.`
  }
}

function inCases(cases: number | undefined): string {
  return cases === undefined
    ? ''
    : `in ${cases === 1 ? 'the one case' : `each of ${cases} cases`} of max, min and abs, `
}

function chance(bound: number): string {
  return bound === 0 ? 'no chance of error' : `the chance of error is below ${formatNumber(bound, 1)}`
}

function point(witness: Readonly<Record<string, number>>): string {
  const values = Object.entries(witness).map(([name, value]) => `${name} = ${formatNumber(value)}`)
  return values.join(', ') || 'every point'
}
