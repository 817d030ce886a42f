// Which sets of assumptions can a reader choose with one click? The lecture's, and machines of the catalogue at a date.
import * as v from 'valibot'
import { accelerator } from '../../catalog'
import { lastDay } from '../../catalog/period'

export interface Scenario {
  readonly id: string
  readonly name: string
  readonly says: string
  /** by vocabulary name, in base units */
  readonly values: Readonly<Record<string, number>>
}

const ofMachine = ['flops', 'memoryBandwidth', 'memoryCapacity', 'devicePrice', 'hostBandwidth'] as const

/** The peak is that of bf16: a chapter that computes in fewer bits multiplies it. */
function machine(id: string, asOf: string): Readonly<Record<string, number>> {
  const found = accelerator(id, { asOf })
  const bought = found.purchases.find((quote) => quote.asOf <= lastDay(asOf))
  return {
    ...Object.fromEntries(
      ofMachine.flatMap((name) => {
        const value = found[name]
        return value === undefined ? [] : [[name, value] as const]
      }),
    ),
    ...(bought && { purchasePrice: bought.value }),
  }
}

const rest = 'Host memory, flash and disk stay as the chapter has them.'

const all = (): readonly Scenario[] => [
  {
    id: 'lecture',
    name: 'The lecture’s own',
    says: 'What the lecture reckons with, wherever this chapter assumes it. It names no rent: that stays as it is.',
    values: {
      context: 100_000,
      holdTime: 300,
      stall: 0,
      reuses: 1,
      memoryShare: 1,
      // Rubin's memory as the lecture has it, and its steady balance: 300 FLOP to a byte in bf16.
      memoryCapacity: 288e9,
      memoryBandwidth: 20e12,
      flops: 300 * 20e12,
      activeParams: 100e9,
      bytesPerToken: 1667,
      readMultiple: 0.1,
      // A tenth of half a billion tokens a second goes to one model, which lives two months.
      serviceTokensPerSecond: 50e6,
      modelLife: 60 * 86_400,
    },
  },
  {
    id: 'h100-2025',
    name: 'H100, 2025 prices',
    says: `One H100 SXM at the rent quoted at the end of 2025. ${rest}`,
    values: machine('h100-sxm', '2025-12'),
  },
  {
    id: 'gb200-2026',
    name: 'GB200, 2026 prices',
    says: `One GPU of a GB200 NVL72 at the newest rent of 2026. ${rest}`,
    values: machine('gb200-nvl72', '2026-12'),
  },
]

const Assumed = v.looseObject({ name: v.string(), min: v.number(), max: v.number() })

/** Those that speak of something the chapter assumes, within its ranges; `assumed` are its stored assumptions. */
export function scenariosFor(assumed: readonly unknown[]): readonly Scenario[] {
  const ranges = new Map(assumed.filter((one) => v.is(Assumed, one)).map((one) => [one.name, one]))
  return all().flatMap((scenario) => {
    const said = Object.entries(scenario.values).filter(([name, value]) => {
      const range = ranges.get(name)
      return range && value >= range.min && value <= range.max
    })
    return said.length === 0 ? [] : [{ ...scenario, values: Object.fromEntries(said) }]
  })
}
