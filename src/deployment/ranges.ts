// Between which values do a deployment's numbers lie? As far apart as the catalogue's own confidence in them says.
import type { Range, Ranges } from '../algebra'
import { checkedRange } from '../algebra/sample'
import type { Confidence, Kind } from '../catalog'
import { Refusal } from '../units'
import { checkedNumbers, sharesAtMostOne } from './checked'
import type { Known } from './known'
import type { Resolved } from './resolve'
import { tierUnits } from './store'

/**
 * One number in ten is off by more than this factor: ours, since sources give no ranges.
 * A data sheet and a driver are read off: nothing, unless it is unclear which part they mean. Offers for one machine on one day differ by
 * half, list prices of parts less; of a part whose price had to be pieced together nothing is known but its size. What is assumed with high
 * confidence is a choice, such as how much memory a server is given; what is assumed otherwise is a guess at what others do.
 */
export const usualFactors: { readonly [kind in Kind]: { readonly [confidence in Confidence]: number } } = {
  spec: { high: 1, medium: 1.1, low: 1.5 },
  measured: { high: 1, medium: 1.1, low: 1.3 },
  quoted: { high: 1.25, medium: 1.5, low: 2 },
  assumed: { high: 1, medium: 1.3, low: 1.5 },
}

// What a reader chooses, and nobody can be wrong about.
const chosen = [
  'context',
  'tierCapacity',
  'devices',
  'drives',
  'ports',
  'conversations',
  'batch',
  'passLength',
  'holdTime',
]

/** Log-normal around the value; nothing where a number is given, chosen or read off. */
export function usualRange(name: string, { value, kind, confidence }: Known): Range | undefined {
  if (kind === undefined || confidence === undefined || value <= 0 || chosen.includes(name)) return undefined
  const factor = usualFactors[kind][confidence]
  if (factor === 1) return undefined
  const high = sharesAtMostOne.has(name) ? Math.min(1, value * factor) : value * factor
  return possibleRange(name, { kind: 'lognormal', low: value / factor, high })
}

/** The range cut off where its quantity ends, or a refusal of one that reaches beyond. */
export function possibleRange(name: string, range: Range): Range {
  checkedRange(name, range)
  const ends = range.kind === 'discrete' ? range.values : [range.low, range.high]
  for (const end of ends) checkedNumbers({ [name]: end })
  if (range.kind !== 'lognormal') return range
  if (name === 'pue')
    throw new Refusal('The range of pue is log-normal, which reaches below 1: give a uniform or triangular one.')
  return sharesAtMostOne.has(name) ? { most: 1, ...range } : range
}

/** The usual ranges of everything that is known, by name. */
export function usualRanges(known: Readonly<Record<string, Known>>): Ranges {
  return Object.fromEntries(
    Object.entries(known).flatMap(([name, one]) => {
      const range = usualRange(name, one)
      return range === undefined ? [] : [[name, range]]
    }),
  )
}

/** Of the machine and conventions by name, of each tier by `tier.name`. Electricity has one price wherever it is drawn. */
export function rangesOf({ provenance, tiers }: Resolved): Ranges {
  const own: Record<string, Range> = { ...usualRanges(provenance) }
  for (const tier of tiers) {
    for (const [name, range] of Object.entries(usualRanges(tier.known))) {
      if (!Object.hasOwn(tierUnits, name) || tier[name as keyof typeof tierUnits] !== tier.known[name]?.value) continue
      own[name === 'energyPrice' ? name : `${tier.id}.${name}`] = range
    }
  }
  return own
}
