import { describe, expect, it } from 'vitest'
import { check, parse, print } from '../../src/algebra'
import { type DerivedStep, lineText } from '../../src/algebra/derivation'
import { follows } from '../../src/algebra/derivation/follows'
import { openedIn } from '../../src/algebra/derivation/judged'
import { type Line, onBothSides } from '../../src/algebra/derivation/line'
import { opened } from '../../src/algebra/derivation/scope'
import { binary, type Expression, number, substitute } from '../../src/algebra/expression'
import { onSidesOf } from '../../src/algebra/prove/domain'
import { random } from '../../src/algebra/random'
import { equations } from '../../src/derivations'
import { derivationOf, derived } from '../../src/derivations/steps'

const ids = Object.keys(derived)

describe('every shipped derivation', () => {
  it('there are more than a dozen, of the subject named', () => {
    const given = new Set(Object.values(derived).map(({ gives }) => gives.name))
    const subject =
      'groupedQueryBytes forwardFlops balancedBatch balancedContext drainTime holdPrice retrievePrice rematCrossover memoryRematCrossover tierCrossover fleetKeepCost breakEvenBandwidth hitsToPayBack equalPretraining inferredBytesPerToken'
    expect(subject.split(' ').filter((name) => !given.has(name))).toEqual([])
  })
  it.each(ids)('%s ends in the equation it is for, every step with a verdict of proof', (id) => {
    const derivation = derivationOf(id)
    expect(derivation.steps.length).toBeGreaterThan(0)
    expect(derivation.steps.map(({ verdict }) => verdict.verdict)).toEqual(derivation.steps.map(() => 'proved'))
    const gives = derived[id]?.gives
    expect(gives && derivation.gives(gives).verdict).toBe('proved')
    expect(gives && equations[gives.name]).toBe(gives)
    expect(JSON.parse(JSON.stringify(derivation.written())).lines).toHaveLength(derivation.steps.length + 1)
  })
  it('each says by what it is derived, in words that an equation carries itself', () => {
    expect(Object.values(derived).filter(({ from }) => from === '')).toEqual([])
    const saying = Object.values(equations).filter(({ from }) => from !== '')
    expect(saying.map(({ name }) => name).sort()).toEqual(ids.filter((id) => equations[id]).sort())
  })
  it('an equation that is declared, not derived, is refused as such, a misspelled one with the nearest', () => {
    expect(() => derivationOf('rematCost')).toThrow('rematCost has no derivation: it is declared, not derived.')
    expect(() => derivationOf('rematCrosover')).toThrow(
      'Unknown derivation "rematCrosover": did you mean rematCrossover',
    )
  })
  it('a derivation that ends elsewhere does not give the equation', () => {
    const { holdPrice, drainTime } = equations
    expect(() => holdPrice && derivationOf('drainTime').gives(holdPrice)).toThrow(
      /^The derivation does not end in holdPrice: /,
    )
    expect(drainTime && derivationOf('drainTime').gives(drainTime).verdict).toBe('proved')
  })
})

const seed = 20260429
const mutants = 500

/** A sign, a factor 2, a dropped term or an exponent, at one place of a formula. */
function mutated(expression: Expression, source: ReturnType<typeof random>): Expression {
  const places: ((change: (part: Expression) => Expression) => Expression)[] = []
  const walk = (part: Expression, back: (fresh: Expression) => Expression): void => {
    places.push((change) => back(change(part)))
    if (part.kind === 'negate') walk(part.of, (of) => back({ kind: 'negate', of }))
    if (part.kind === 'binary' && part.operator !== '^') {
      walk(part.left, (left) => back({ ...part, left }))
      walk(part.right, (right) => back({ ...part, right }))
    }
  }
  walk(expression, (fresh) => fresh)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(source.unit() * list.length)] as T
  return pick(places)((part) => {
    const sum = part.kind === 'binary' && (part.operator === '+' || part.operator === '-')
    const kinds = [
      (): Expression => binary('*', number(2), part),
      (): Expression => binary('^', part, number(2)),
      ...(sum ? [(): Expression => part.left, (): Expression => part.right] : []),
      ...(sum ? [(): Expression => binary(part.operator === '+' ? '-' : '+', part.left, part.right)] : []),
    ]
    return pick(kinds)()
  })
}

/** What the steps so far suppose, each letter with its value. */
function suppositions(steps: readonly DerivedStep[]): ReadonlyMap<string, Expression> {
  const conditions = steps.flatMap(({ rule, conditions: [condition = ''] }) => (rule === 'suppose' ? [condition] : []))
  return new Map(
    conditions.map((condition) => {
      const [letter = '', value = ''] = condition.split(' = ')
      return [letter, parse(value)]
    }),
  )
}

it(`${mutants} mutated steps are all refused with a point at which they fail (seed ${seed})`, () => {
  const source = random(seed)
  const steps = ids.flatMap((id) => {
    const derivation = derivationOf(id)
    return derivation.steps
      .map((step, i) => ({ id, step, derivation, supposed: suppositions(derivation.steps.slice(0, i + 1)) }))
      .filter(({ step }) => step.rule !== 'leading term')
  })
  const survivors: string[] = []
  for (let n = 0; n < mutants; n++) {
    const { id, step, derivation, supposed } = steps[Math.floor(source.unit() * steps.length)] as (typeof steps)[number]
    const mutation = mutated(step.after.right, source)
    const after: Line = { ...step.after, right: mutation }
    // 1^2 is still 1.
    if (check(opened(mutation, derivation.scope), opened(step.after.right, derivation.scope)).verdict === 'proved')
      continue
    const suppose = (side: Expression): Expression => substitute(side, (word) => supposed.get(word))
    const open = (line: Line): Line => onBothSides(line, (side) => suppose(opened(side, derivation.scope)))
    const before = step.rule === 'suppose' ? step.after : step.before
    const verdict = follows(open(before), open(after), {
      assume: derivation.assumed.map((text) =>
        onSidesOf(openedIn(text, derivation.scope), (side) => print(suppose(parse(side)))),
      ),
    })
    const refuted = verdict.verdict === 'different' && Object.keys(verdict.witness).length > 0
    if (!refuted)
      survivors.push(
        `${id}: ${lineText(step.before)} -> ${print(after.left)} = ${print(after.right)}: ${verdict.verdict}`,
      )
  }
  expect(survivors).toEqual([])
})
