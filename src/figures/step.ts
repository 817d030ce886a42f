// What does a decode step need, for a figure? By its layers where they are given, else by the simple forms.
import { call, type Declared } from '../algebra'
import { type Architecture, workAt } from '../model'

export interface Decode {
  readonly activeParams: number
  readonly totalParams: number
  readonly bytesPerParam: number
  readonly bytesPerToken: number
  readonly flops: number
  readonly memoryBandwidth: number
  readonly memoryCapacity: number
  readonly devicePrice: number
  readonly devices: number
  readonly context: number
  /** With the model's layers attention computes, and of experts and caches only what a step needs is read; one copy of all. */
  readonly layersOf?: Architecture
}

/** An equation for a step of so many sequences. */
export function ofStep(equation: Declared, decode: Decode, batch: number): number {
  const { flops, memoryBandwidth, memoryCapacity, devicePrice, devices, context, layersOf } = decode
  const machine = { flops, memoryBandwidth, memoryCapacity, devicePrice, devices }
  if (layersOf === undefined) {
    const { activeParams, totalParams, bytesPerParam, bytesPerToken } = decode
    const simple = { activeParams, totalParams, bytesPerParam, bytesPerToken }
    return call(equation, { ...simple, ...machine, context, batch, passLength: 1 })
  }
  const { notes: _, ...work } = workAt(layersOf, { context, batch })
  return call(equation, { ...work, ...machine })
}
