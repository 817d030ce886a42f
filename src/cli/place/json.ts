// What does `place --json` print? The placement in USD, s and B, with the source and date of every number behind it.
import { rentalRule } from '../../catalog'
import { type Known, knownAs } from '../../deployment/known'
import type { Placement } from '../../placement'
import type { Ask } from './ask'

export function placementJson(placement: Placement, ask: Ask): Readonly<Record<string, unknown>> {
  const { holdTime, perToken, best, cheapest, bestInFleet, limit, envelope, cheapestEnvelope, crossovers, notes } =
    placement
  const { resolved, deployment, memory, question } = ask
  return {
    model: resolved.model,
    accelerator: resolved.accelerator,
    devices: resolved.devices,
    layout: resolved.layout,
    holdTime,
    basis: deployment.basis ?? 'component',
    prices: deployment.prices ?? 'contract',
    asOf: deployment.asOf ?? null,
    memory,
    parallel: question.parallel ?? false,
    compress: question.compress ?? {},
    inputs: knownIn(placement, ask),
    perToken,
    best,
    cheapest,
    bestInFleet,
    // No number is endless in JSON: null for as long as it takes.
    limit: { ...limit, seconds: Number.isFinite(limit.seconds) ? limit.seconds : null },
    envelope,
    cheapestEnvelope,
    crossovers,
    tiers: Object.fromEntries(resolved.tiers.map(({ id, name, known }) => [id, { name, facts: known }])),
    unplaced: resolved.unplaced,
    quoteRule: rentalRule,
    notes,
  }
}

/** Every number that went in, with its unit and source. */
export function knownIn({ inputs }: Placement, { resolved, given }: Ask): Readonly<Record<string, Known>> {
  const asked = Object.fromEntries(
    Object.entries(inputs).filter(
      ([name, value]) => resolved.provenance[name]?.value !== value || Object.hasOwn(given, name),
    ),
  )
  return { ...resolved.provenance, ...knownAs(asked, { source: 'given' }) }
}
