// Does a command line take exactly the numbers that a placement depends on?
import { describe, expect, it } from 'vitest'
import { checkEffective } from '../../src/cli/place/effective'
import * as derivations from '../../src/derivations'
import { type Placement, place, type Question } from '../../src/placement'

const question = { model: 'llama-3.1-70b', accelerator: 'h100-sxm', tiers: ['nvme-tlc-gen5', 'hdd-hamr'] } as const
/** With every cost counted, in the ways that exclude each other. */
const counted: readonly Question[] = [
  { ...question, holdTime: 300, deadline: 1e9, basis: 'owned', capitalCost: 0.1 },
  { ...question, holdTime: 300, deadline: 1e9, memory: 'after-weights', stall: 0.5 },
  { ...question, holdTime: 300, tiers: ['ddr5-rdimm-server', 'hdd-hamr'], stage: 'ddr5-rdimm-server' },
  { ...question, holdTime: 300, tiers: [{ like: 'hdd-hamr', ports: 1, portBandwidth: 1e9 }], set: { hitShare: 0.5 } },
]

const answered = (asked: Question): string | undefined => {
  try {
    return costsOf(place(asked))
  } catch {
    return undefined
  }
}
const costsOf = ({ perToken }: Placement): string => JSON.stringify(perToken)
const plain = counted.map((asked) => costsOf(place(asked)))

const moves = (name: string): boolean =>
  counted.some((asked, i) =>
    [0.3, 1.5, 8, 1e13].some((value) => {
      const after = answered({ ...asked, set: { ...asked.set, [name]: value } } as Question)
      return after !== undefined && after !== plain[i]
    }),
  )

const saidOf = (name: string): string => {
  try {
    checkEffective({ [name]: 1 })
    return 'accepted'
  } catch (error) {
    return (error as Error).message
  }
}

describe('--set of a placement', () => {
  const names = [...Object.keys(derivations.inputs), ...Object.keys(derivations.equations)]
  const moving = new Set(names.filter(moves))

  it('takes every number that changes an answer, or says that each option has its own', () => {
    expect(moving.size).toBeGreaterThan(30)
    const silent = [...moving].filter((name) => saidOf(name) === `A placement does not depend on ${name}.`)
    expect(silent).toEqual([])
  })
  it('takes no number that changes nothing; the hold time is that of its flag', () => {
    const idle = names.filter((name) => saidOf(name) === 'accepted' && !moving.has(name))
    expect(idle).toEqual(['holdTime'])
  })
  it('names what differs from option to option', () => {
    for (const name of ['tierPrice', 'loadTime', 'frontShare', 'decodeTime', 'stageBandwidth', 'portBandwidth'])
      expect(saidOf(name)).toBe(
        `${name} differs from option to option, so it cannot be set for all of them: use servemath eval.`,
      )
  })
})
