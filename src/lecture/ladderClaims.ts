// The ladder of tiers: is it ordered as said, and how long does each rung take to read?
import { drainTime, fleetKeepCost, memoryHoldPrice, retrievePrice } from '../derivations'
import { formatDuration } from '../units'
import type { Findings, Reading } from './claim'
import { drainConfiguration, drainConfigurations } from './drains'
import { tierOrder } from './tierOrder'
import { twoRules } from './twoRules'

export const ladderClaims: Findings = {
  'costs-order-oppositely': () => ({
    computed: orders().reduce((sum, { exceptions }) => sum + exceptions.length, 0),
    holds: orders().map(({ exceptions }) => exceptions.length === 0),
    equations: [retrievePrice, memoryHoldPrice],
    readings: orders().map(({ says, exceptions }) => ({ says, value: exceptions.length, unit: '1' })),
    note: exceptionsText(),
  }),
  'drain-equals-duration': () => ({
    computed: null,
    // Is the tier that drains in the hold time the cheapest one for it?
    holds: twoRules({ memory: 'rent' }).flatMap(({ agree }) => (agree === undefined ? [] : [agree])),
    equations: [drainTime, fleetKeepCost],
    theorems: ['drain-equals-duration', 'drain-time-is-the-ratio-of-prices', 'drain-time-is-the-minimum-bill'],
    readings: rules(),
    note: 'As an identity it is proved, and in a fleet it is the least that is billed. As advice it is not the cost minimum: that depends on what the next tier charges, and the two rules put most tiers elsewhere.',
  }),
  'drain-ladder': () => ({
    computed: ['hbm-h100', 'ddr-local', 'flash-tlc-gen5', 'disk-hamr'].map(drainOf),
    equations: [drainTime],
    readings: drainConfigurations().map(({ name, drainTime: value, reaches }) => ({
      says: `${name}${reaches ? ': as said' : ''}`,
      value,
      unit: 's',
    })),
    note: `HBM and DDR come out. One flash drive takes ${formatDuration(drainOf('flash-tlc-gen5'))} and one disk ${formatDuration(drainOf('disk-hamr'))}; more of them do not shorten it, since capacity and bandwidth grow together, and a shared network lengthens it. Only small or mostly empty drives reach a minute or an hour.`,
  }),
}

const drainOf = (id: string): number => drainConfiguration(id).drainTime

function orders(): readonly (ReturnType<typeof tierOrder> & { readonly says: string })[] {
  return ['h100-sxm', 'gb200-nvl72'].flatMap((acceleratorId) =>
    (['component', 'owned'] as const).flatMap((basis) =>
      ['2025-Q3', '2026-Q1', '2026-Q3'].map((asOf) => ({
        ...tierOrder({ acceleratorId, basis, asOf }),
        says: `exceptions beside ${acceleratorId}, ${basis} prices of ${asOf}`,
      })),
    ),
  )
}

function exceptionsText(): string {
  const pairs = orders().flatMap(({ exceptions }) =>
    exceptions.map(({ dearer, cheaper }) => `${dearer} against ${cheaper}`),
  )
  return `A property of the catalogue, not of algebra. Exceptions, dearer to hold and to retrieve: ${[...new Set(pairs)].join('; ')}. At 2026 prices a module of DDR5 costs as much a byte as HBM does as a part.`
}

function rules(): readonly Reading[] {
  return twoRules({ memory: 'rent' }).flatMap(({ option, drainTime: drained, cheapest }) => [
    ...(drained === undefined ? [] : [{ says: `${option}: read once in`, value: drained, unit: 's' }]),
    ...(cheapest === undefined ? [] : [{ says: `${option}: cheapest from`, value: cheapest[0], unit: 's' }]),
  ])
}
