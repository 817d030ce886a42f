// Ratios and durations on API price lists: what do they say, and what must be assumed first?
import { hitOverMiss, impliedDecodeMfu, impliedHoldPrice, inferredBytesFromHit, outputOverInput } from '../derivations'
import { Refusal } from '../units'
import type { Findings, Reading } from './claim'
import { contradictions } from './contradictions'
import { type DrainMedium, drainConfigurations } from './drains'
import { priceAssumptions } from './priceAssumptions'
import { type PriceReading, priceReadings } from './priceReadings'

export const priceClaims: Findings = {
  'output-5x-input': () => {
    const ratios = priceReadings().map(({ output }) => output)
    return {
      computed: median(ratios),
      holds: ratios.map((ratio) => ratio === 5),
      equations: [outputOverInput, impliedDecodeMfu],
      readings: [
        ...range('output over input', ratios),
        ...byProvider(({ output }) => output, 'output over input, median of'),
        {
          says: 'utilization of decode it means if prefill reaches 40 %',
          value: impliedDecodeMfu({ mfu: 0.4, inputPrice: 1, outputPrice: median(ratios) }),
          unit: '1',
        },
      ],
      note: 'The computed number is the median of the lists. That it is the distance from the roof needs the same margin on both prices, which no list states, so it cannot be decided from prices.',
    }
  },
  'hit-10x-cheaper': () => {
    const ratios = priceReadings().map(({ hit }) => hit)
    const assumed = priceAssumptions()
    return {
      computed: median(ratios),
      holds: ratios.map((ratio) => Math.abs(ratio - 0.1) < 1e-9),
      equations: [hitOverMiss, inferredBytesFromHit],
      readings: [
        ...range('hit over input', ratios),
        ...byProvider(({ hit }) => hit, 'hit over input, median of'),
        {
          says: 'KV bytes a tenth would pay to load over PCIe while an H100 stands still',
          value: inferredBytesFromHit({ ...assumed, inputPrice: 1, hitPrice: 0.1 }),
          unit: 'B/token',
        },
      ],
      note: 'A tenth is the commonest ratio of late 2026, but lists run from under a hundredth to a quarter, and change between two dates for the same model: a ratio of two costs would not.',
    }
  },
  'write-price-5m': () => {
    const lists = priceReadings()
    const said = lists.find(({ id }) => id === 'Anthropic/claude-opus-5')
    return {
      computed: said?.write5min ?? null,
      equations: [],
      readings: lists.flatMap(({ provider, model: name, write5min, write1h }) =>
        write5min === undefined || write1h === undefined
          ? []
          : [
              { says: `${provider} ${name}, five minutes`, value: write5min, unit: '1' },
              { says: `${provider} ${name}, one hour`, value: write1h, unit: '1' },
            ],
      ),
      note: 'Claude Opus 4.5 to 5, the list whose five dollars the lecture reads out.',
    }
  },
  'five-minutes-one-hour': () => {
    const { inferences, spread } = contradictions()
    const lists = priceReadings().filter(({ implies }) => implies.holdPrice !== undefined)
    const stored = lists.flatMap(({ provider, model: name, implies: { holdPrice, tier } }) =>
      holdPrice === undefined
        ? []
        : [{ says: `${provider} ${name}, at 100 kB a token: nearest to ${tier}`, value: holdPrice, unit: 'USD/(B*s)' }],
    )
    return {
      computed: median(stored.map(({ value }) => value)),
      // By the durations, then by the prices.
      holds: [
        drainsIn('flash', 300),
        drainsIn('disk', 3600),
        ...lists.map(({ implies }) => /nvme|hdd/.test(String(implies.tier))),
      ],
      equations: [impliedHoldPrice],
      readings: [
        ...stored,
        ...inferences.map(({ assumes, bytesPerToken }) => ({ says: assumes, value: bytesPerToken, unit: 'B/token' })),
        { says: 'largest over smallest of the bytes the same list implies', value: spread, unit: '1' },
      ],
      note: 'Durations point at flash and disk, prices at HBM or dearer, unless a token takes megabytes. Bytes per token are not published, and the writes of one provider are the same multiples of input for all its models, so they follow the price of input and not of memory: undecidable from lists.',
    }
  },
}

/** Is there a configuration of this medium that is read once in that time, within a factor of two? */
function drainsIn(medium: DrainMedium, time: number): boolean {
  return drainConfigurations().some(
    (each) => each.medium === medium && each.drainTime >= time / 2 && each.drainTime <= time * 2,
  )
}

function range(says: string, values: readonly number[]): readonly Reading[] {
  return [
    { says: `${says}, least of ${values.length} lists`, value: Math.min(...values), unit: '1' },
    { says: `${says}, most`, value: Math.max(...values), unit: '1' },
  ]
}

function byProvider(pick: (reading: PriceReading) => number, says: string): readonly Reading[] {
  const lists = priceReadings()
  return [...new Set(lists.map(({ provider }) => provider))].map((provider) => {
    const own = lists.filter((each) => each.provider === provider).map(pick)
    return { says: `${says} ${own.length} of ${provider}`, value: median(own), unit: '1' }
  })
}

// The lower middle one: a price somebody lists.
function median(values: readonly number[]): number {
  const middle = [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)]
  if (middle === undefined) throw new Refusal('There is no median of nothing: expected at least one price list.')
  return middle
}
