// servemath check: are two formulas the same?
import { check as compared, namesIn, print, type Verdict, whyUnknown } from '../../algebra'
import { onSidesOf } from '../../algebra/prove/domain'
import { spelledOut } from '../../derivations'
import { Refusal } from '../../units'
import { columns } from '../columns'
import type { Verb } from '../verb'

export const check: Verb = {
  usage: 'check "FORMULA" "FORMULA"',
  says: 'Compares two formulas on all positive values, or where the assumptions hold; names of declared equations stand for their formulas.',
  flags: {
    assume: {
      takes: 'COMPARISON',
      repeats: true,
      says: 'what narrows the positive values of the names: "a > b"; >, <, >= or <=, between two formulas',
    },
  },
  examples: [
    'check "(a + b)^2" "a^2 + 2*a*b + b^2"',
    'check "retrievePrice / holdPrice" "drainTime * fill"',
    'check "max(a, b)" "a" --assume "a > b"',
    'check "max(a, b)" "(a + b + abs(a - b)) / 2" --json',
  ],
  run: ({ free, values }) => {
    const [left, right, ...more] = free
    if (left === undefined || right === undefined || more.length > 0) {
      throw new Refusal(`check takes two formulas but got ${free.length}: put each in quotes.`)
    }
    const sides = [spelledOut(left), spelledOut(right)] as const
    const { kind: _, ...verdict } = compared(...sides, { assume: values('assume').map(inLeaves) })
    const names = [...namesIn(sides[1], namesIn(sides[0]))]
    return { json: verdict, text: () => sentence(verdict, names), brief: () => verdict.verdict }
  },
}

// Names of declared equations stand for their formulas here too.
const inLeaves = (comparison: string): string => onSidesOf(comparison, (side) => print(spelledOut(side)))

type Plain<V> = V extends unknown ? Omit<V, 'kind'> : never

function sentence(verdict: Plain<Verdict>, names: readonly string[]): string {
  const { domain } = verdict
  switch (verdict.verdict) {
    case 'proved':
      return `proved on ${domain}: equal ${inCases(verdict.cases)}at ${verdict.trials} exact random points; the chance of being wrong is at most ${power(verdict.bound)}.`
    case 'numerically-equal':
      return `numerically-equal on ${domain}: ${inCases(verdict.cases)}to ${verdict.digits} digits at ${verdict.trials} random points; not a proof.`
    case 'unknown':
      return `unknown on ${domain}: ${whyUnknown[verdict.reason]}${verdict.case === undefined ? '' : ` (${verdict.case})`}.`
    case 'different':
      return [
        `different on ${domain}: ${verdict.left} against ${verdict.right}${names.length > 0 ? ' at' : ''}`,
        ...columns(Object.entries(verdict.witness).map(([name, value]) => [`  ${name}`, `${value}`])),
      ].join('\n')
  }
}

const inCases = (cases: number | undefined): string =>
  cases === undefined ? '' : `in ${cases === 1 ? 'the one case' : `all ${cases} cases`} of max, min and abs, `

const power = (bound: number): string => (bound === 0 ? '10^-300' : `10^${Math.ceil(Math.log10(bound))}`)
