// Which real models and machines stand beside the lecture's round numbers?
import { type Accelerator, accelerator, acceleratorIds, type Model, model, type RentedAccelerator } from '../catalog'
import { type Point, workAt } from '../model'

/** A mixture of experts in 8-bit weights on one rack, as the lecture imagines it. */
export function rack(): RentedAccelerator & { readonly devices: number } {
  return { ...accelerator('gb200-nvl72', { precision: 'fp8' }), devices: 72 }
}

/** A dense model's machine. */
export function node(): RentedAccelerator & { readonly devices: number } {
  return { ...accelerator('h100-sxm'), devices: 8 }
}

export const sparse = (): Model => model('deepseek-v3')
export const dense = (): Model => model('llama-3.1-70b')

/** What a pass needs at a point, for `call`, as the lecture spreads it: one copy of everything, cut over all the devices. */
export function onDevices(
  { architecture }: Model,
  { devices, flops, memoryBandwidth, devicePrice }: ReturnType<typeof rack>,
  point: Point,
): Readonly<Record<string, number>> {
  const { notes: _, ...numbers } = workAt(architecture, point)
  return { ...numbers, devices, flops, memoryBandwidth, devicePrice }
}

/** Accelerators of data centres, in catalogue order; parts for one desk have another trade. */
export function dataCentre(): readonly Accelerator[] {
  const desks = new Set(['rtx-4090', 'rtx-5090', 'apple-m5-max'])
  return acceleratorIds()
    .filter((id) => !desks.has(id))
    .map((id) => accelerator(id))
}

/** What the lecture assumes of a frontier model. */
export const frontier = { activeParams: 100e9, balance: 300, priceStep: 200_000 } as const

/** One parameter, used by every token. */
export const oneDense = { totalParams: 1, activeParams: 1, passLength: 1 } as const
