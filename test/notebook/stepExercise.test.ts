import { describe, expect, it } from 'vitest'
import { attempt } from '../../src/algebra/derivation'
import { derivationOf } from '../../src/derivations/steps'
import { stepExercise } from '../../src/notebook'

const slope = 'bytesPerToken * (nearHoldPrice - farHoldPrice)'
const lines = [`${slope} * holdTime = farOnce - nearOnce`, `holdTime = (farOnce - nearOnce) / (${slope})`]

describe('an exercise in steps', () => {
  it('builds on each line that follows, and a wrong one is answered with numbers and not taken', () => {
    const asked = stepExercise('handover', { ask: 'After which time?', of: derivationOf('tierCrossover') })
    expect(asked.ask).toContain('Begin at `nearOnce + ')
    expect(asked.check(`${slope} * holdTime = farOnce + nearOnce`).says).toMatch(/does not follow: at .+ would be/)
    expect(lines.map((line) => asked.check(line).verdict)).toEqual(['follows', 'arrived'])
  })
  it('is not answered by a solution that is shown beside it', () => {
    const asked = stepExercise('handover', { ask: 'After which time?', of: derivationOf('tierCrossover') })
    const solution = lines.reduce((before, line) => before.then(line), attempt(asked.of))
    expect(solution.arrived).toBe(true)
    expect(lines.map((line) => asked.check(line).verdict)).toEqual(['follows', 'arrived'])
  })
})
