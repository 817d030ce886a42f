// Does `check` ever err? Two judges that share nothing with it are asked about the same thousands of pairs.
import { describe, expect, it } from 'vitest'
import { check, type Verdict } from '../../../src/algebra'
import { type Asked, areClose, byMathjs, bySympy, hasSympy, pointsOf } from './judges'
import { mistakenPairs, type Pair, truePairs } from './pairs'

const seed = 20261126
const count = 1000
const points = pointsOf(seed, 4)

interface Judged extends Asked {
  readonly ours: Verdict
  readonly mathjs: number
  readonly sympy: number | undefined
}

function judged(pairs: readonly Pair[]): readonly Judged[] {
  const ours = pairs.map(({ left, right }) => check(left, right))
  // Where we say different we say where: that point is put to the others too.
  const asked = pairs.map((pair, i): Asked => ({ ...pair, points: [...witness(ours[i]), ...points] }))
  const sympy = hasSympy ? bySympy(asked) : []
  return asked.map((pair, i) => ({ ...pair, ours: ours[i] as Verdict, mathjs: byMathjs(pair), sympy: sympy[i] }))
}

function witness(verdict: Verdict | undefined) {
  if (verdict?.verdict !== 'different') return []
  const found = Object.entries(verdict.witness).map(([name, value]) => [name, String(value)])
  return [{ ...points[0], ...Object.fromEntries(found) }]
}

const saysEqual = ({ ours }: Judged) => ours.verdict === 'proved' || ours.verdict === 'numerically-equal'
const saysDifferent = ({ ours }: Judged) => ours.verdict === 'different'
const othersSayEqual = ({ mathjs, sympy = 0 }: Judged) => areClose(mathjs) && areClose(sympy)
const othersSayDifferent = ({ mathjs, sympy = 1 }: Judged) => !areClose(mathjs) && !areClose(sympy)
const inShort = ({ left, right, ours, mathjs, sympy }: Judged) => ({ left, right, ours: ours.verdict, mathjs, sympy })

describe(`check, mathjs at 80 digits and ${hasSympy ? 'sympy' : '(SKIPPED: python3-sympy is not installed) sympy'} agree`, () => {
  it(`on ${count} true identities (seed ${seed}), of which it leaves few open`, () => {
    const all = judged(truePairs(count, seed))
    expect(all.filter((one) => saysDifferent(one) || !othersSayEqual(one)).map(inShort)).toEqual([])
    const open = all.filter(({ ours }) => ours.verdict === 'unknown')
    const plain = all.filter(({ kind }) => kind !== 'transcendental')
    const openPlain = open.filter(({ kind }) => kind !== 'transcendental')
    console.log(
      `unknown: ${openPlain.length} of ${plain.length} without exp and log, ${open.length} of ${count} in all`,
    )
    expect(openPlain.length / plain.length).toBeLessThan(0.05)
  })

  it(`on ${count} false ones (seed ${seed})`, () => {
    // A mistake may change nothing: a pair that the others take for true is not counted, unless we contradict them.
    const all = judged(mistakenPairs(count + 150, seed))
    const real = all.filter((one) => !othersSayEqual(one) || saysDifferent(one)).slice(0, count)
    expect(real).toHaveLength(count)
    expect(real.filter((one) => saysEqual(one) || !othersSayDifferent(one)).map(inShort)).toEqual([])
    console.log(`unknown: ${real.filter(({ ours }) => ours.verdict === 'unknown').length} of ${count} false ones`)
  })
})
