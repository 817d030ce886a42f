// What do the catalogue's accelerators say of the lecture's two machine numbers: balance and drain time of HBM?
import { accelerator } from '../catalog'
import { balancedBatch, drainTime, machineBalance } from '../derivations'
import type { Reading } from './claim'
import { dataCentre, oneDense } from './examples'

/** FLOP per byte at the bf16 peak. */
export function balances(): readonly Reading[] {
  return dataCentre().flatMap(({ name, flops, memoryBandwidth }) =>
    flops === undefined ? [] : [{ says: name, value: machineBalance({ flops, memoryBandwidth }), unit: 'FLOP/B' }],
  )
}

/** The balanced batch of a dense model in 8 bits, for three generations. */
export function eightBit(): readonly Reading[] {
  return ['h100-sxm', 'b200-hgx', 'vr200-nvl72'].flatMap((id) => {
    const { name, flops, memoryBandwidth } = accelerator(id, { precision: 'fp8' })
    if (flops === undefined) return []
    const value = balancedBatch({ flops, memoryBandwidth, ...oneDense, bytesPerParam: 1 })
    return [{ says: `${name}, balanced batch of a dense model in 8 bits`, value, unit: '1' }]
  })
}

/** Which of them are not within a factor of two of 300? */
export function outside(): string {
  const far = balances().filter(({ value }) => value < 150 || value > 600)
  return far.length === 0
    ? 'Every catalogued accelerator of a data centre is within a factor of two.'
    : `Outside a factor of two: ${far.map(({ says }) => says).join(', ')}.`
}

/** Time to read HBM once, by marketed capacity and, where it differs, by that of the driver. */
export function drains(): readonly Reading[] {
  return dataCentre().flatMap(({ name, memoryCapacity, marketedCapacity, memoryBandwidth: tierBandwidth }) => [
    {
      says: `${name}, marketed capacity`,
      value: drainTime({ tierCapacity: marketedCapacity, tierBandwidth }),
      unit: 's',
    },
    ...(memoryCapacity === marketedCapacity
      ? []
      : [
          {
            says: `${name}, as the driver reports it`,
            value: drainTime({ tierCapacity: memoryCapacity, tierBandwidth }),
            unit: 's',
          },
        ]),
  ])
}
