// What does `place --json` print? The placement in USD, s and B, with the source and date of every number behind it.
import { rentalRule } from '../../catalog'
import type { Placement } from '../../placement'
import { knownFacts } from '../known'
import type { Ask } from './ask'
import { inputsOf } from './sources'

export function placementJson(placement: Placement, ask: Ask): Readonly<Record<string, unknown>> {
  const { holdTime, perToken, best, envelope, crossovers } = placement
  const { subject, machine, tiers, unplaced, dated, memory } = ask
  return {
    model: subject.name,
    accelerator: machine.id,
    holdTime,
    basis: dated.basis ?? 'component',
    asOf: dated.asOf ?? null,
    memory,
    inputs: inputsOf(placement, ask),
    perToken,
    best,
    envelope,
    crossovers,
    tiers: Object.fromEntries(tiers.map(({ id, name, facts }) => [id, { name, facts: knownFacts(facts) }])),
    unplaced,
    quoteRule: rentalRule,
    notes: notesOf(placement, ask),
  }
}

export function notesOf({ notes }: Placement, { cache, subject }: Ask): readonly string[] {
  return [...notes, ...cache.notes, ...subject.architecture.notes]
}
