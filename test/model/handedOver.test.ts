// Do families of which each is a row of a table, or a file of its own, give the bytes and parameters counted by hand from their class?
import { describe, expect, it } from 'vitest'
import { parameters, perSequence, perToken, readConfig } from '../../src/model'
import { type Fixture, otherFixtures, plainFixtures } from './fixtures/families'

const holds = ({ config, perToken: grows, perSequence: stays = 0, total }: Fixture): void => {
  const a = readConfig(config)
  expect(perToken(a)).toBe(grows)
  expect(perSequence(a)).toBe(stays)
  if (total !== undefined) expect(parameters(a).total).toBe(total)
}

describe('plain decoders, a row each', () => {
  it.each(plainFixtures.map((one) => [one.name, one.source, one] as const))('%s (%s)', (_, __, one) => holds(one))
})

describe('decoders with a file of their own, and those nested in another', () => {
  it.each(otherFixtures.map((one) => [one.name, one.source, one] as const))('%s (%s)', (_, __, one) => holds(one))
})
