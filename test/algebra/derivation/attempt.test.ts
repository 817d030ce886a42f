import { describe, expect, it } from 'vitest'
import { attempt, derive } from '../../../src/algebra/derivation'
import { fleetKeepCost, forgetCost, holdPrice, keepCost } from '../../../src/derivations'
import { derivationOf } from '../../../src/derivations/steps'

const crossover = () => attempt(derivationOf('rematCrossover'))
const answerTo = (...lines: readonly string[]) => {
  let written = crossover()
  for (const line of lines) written = written.then(line)
  return written.answer
}
const start = 'q_x + q_h + r*q_g = q_f'

describe("a student's line is read in names or letters and answered", () => {
  it('follows, and by which rule', () => {
    expect(answerTo(start)).toMatchObject({ verdict: 'follows', says: 'That follows (substitute keepCost).' })
    expect(answerTo(start, 'q_h = r*(q_r - q_g) - q_x')?.verdict).toBe('follows')
    expect(answerTo('writeCost + holdCost + reuses * retrieveCost = forgetCost')?.rule).toContain('keepCost')
  })
  it('arrives at what was to be shown by a way of its own', () => {
    const way = [start, 'q_h = r*(q_r - q_g) - q_x', 'b*h*T = r*(q_r - q_g) - q_x', 'T = (r*(q_r - q_g) - q_x)/(b*h)']
    expect(answerTo(...way)).toMatchObject({ verdict: 'arrived', rule: 'isolate `holdTime`' })
  })
  it('differs, with numbers a reader can put in by hand', () => {
    const wrong = answerTo(start, 'q_h = 2*r*(q_r - q_g) - q_x')
    expect(wrong?.verdict).toBe('differs')
    const { reuses: r = 0, rematCost = 0, retrieveCost = 0, writeCost = 0, holdCost = 0 } = wrong?.point ?? {}
    expect(writeCost + holdCost + r * retrieveCost).toBeCloseTo(r * rematCost, 9)
    expect(holdCost).not.toBeCloseTo(2 * r * (rematCost - retrieveCost) - writeCost, 6)
  })
  it('a dropped term makes it equal only where that term is 0', () => {
    expect(answerTo(start, 'q_h = r*(q_r - q_g)')).toMatchObject({
      verdict: 'only if',
      says: expect.stringMatching(/^Equal only if writeCost = 0: at .*where the line before holds/),
    })
  })
  it('an arm of a max is equal only on its side', () => {
    const fleet = derive(fleetKeepCost)
    const answer = attempt(fleet).then('fleetKeepCost = bytesPerToken * holdPrice * holdTime').answer
    expect(answer).toMatchObject({
      verdict: 'only if',
      says: expect.stringMatching(/^Equal only if holdTime - drainTime > 0/),
    })
  })
  it('a special case is equal only if the letter has that value', () => {
    const answer = attempt(derive(holdPrice)).then('h = p_t / C').answer
    expect(answer).toMatchObject({ verdict: 'only if', says: expect.stringMatching(/^Equal only if fill = 1/) })
  })
  it('units that do not close are named', () => {
    expect(answerTo(start, 'q_h = T')).toMatchObject({
      verdict: 'units do not close',
      says: 'The units do not close: USD/token on the left and s on the right of holdCost = holdTime.',
    })
  })
})

describe('bad lines get one sentence', () => {
  const cases: readonly (readonly [line: string, verdict: string, says: RegExp])[] = [
    ['T = (', 'unreadable', /^Cannot read "\(": expected a number/],
    ['T', 'unreadable', /^Cannot read "T" as a line: expected two formulas with one =/],
    ['T = zz', 'unreadable', /^Unknown letter "zz": did you mean/],
    [
      'T*(b-b)/(b-b) = T',
      'divides by zero',
      /^The line divides by bytesPerToken - bytesPerToken, which is always 0\.$/,
    ],
    ['q_k = q_f', 'loop', /^This is line 1 again/],
    [
      'T = (r*(q_r - q_g) - q_x)/(b*h)',
      'the answer itself',
      /show a step on the way; the nearest rule: substitute keepCost\.$/,
    ],
  ]
  it.each(cases)('%s', (line, verdict, says) => {
    const answer = answerTo(line)
    expect(answer?.verdict).toBe(verdict)
    expect(answer?.says).toMatch(says)
  })
  it('a line that divides by a difference holds only where that is not 0', () => {
    const free = derive('keepCost = forgetCost', { with: [keepCost, forgetCost] })
    const answer = attempt(free).then('q_k / (q_r - q_g) = q_f / (q_r - q_g)').answer
    expect(answer).toMatchObject({
      verdict: 'follows',
      says: expect.stringContaining('where rematCost - retrieveCost is not 0: the line divides by it'),
    })
  })
  it('a wrong line is not built upon', () => {
    const written = crossover().then(start).then('q_h = T')
    expect(written.lines).toHaveLength(2)
    expect(written.then('q_h = r*(q_r - q_g) - q_x').lines).toHaveLength(3)
  })
  it('nothing to attempt is said when it is asked for', () => {
    expect(() => attempt(derivationOf('drainTime'), { from: 5 })).toThrow(
      'There is nothing to attempt from line 6: the derivation has 2 lines.',
    )
  })
})

it('a cell that awaits an attempt is given it, not left waiting', async () => {
  const given = (await (crossover().then(start) as unknown as Promise<{ kind: string; lines: unknown[] }>)) as {
    kind: string
    lines: unknown[]
  }
  expect([given.kind, given.lines.length]).toEqual(['attempt', 2])
})
