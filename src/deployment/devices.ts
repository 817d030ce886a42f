// How many devices serve the model? As many as were asked for, or the fewest that hold its weights and leave room to serve.
import { assumption } from '../catalog'
import { type Layout as WholeLayout, workAt } from '../model'
import { formatNumber, formatQuantity, Refusal } from '../units'
import { wholeIn } from './amount'
import type { Asked } from './asked'
import { given, type Known } from './known'
import { devicesAsked, wholeLayout } from './layout'
import { kvOf } from './modelNumbers'
import { weightFormats } from './operating'

/** Bytes on the device that holds most. */
interface Load {
  readonly weights: number
  readonly cache: number
}

const most = 4096

export function devicesFor(asked: Asked): { devices: number; known: Known } {
  const { deployment, own } = asked
  const said = deployment.devices ?? own.devices
  if (said !== undefined) return { devices: wholeIn(said, 'devices'), known: { value: said, unit: '1', ...given } }
  const product = devicesAsked(deployment.layout ?? {})
  if (product !== undefined) {
    return {
      devices: wholeIn(product, 'devices'),
      known: { value: product, unit: '1', source: 'as many as the layout takes' },
    }
  }
  const count = Math.max(assumption('conversations').value, asked.batch)
  const devices = fewestDevices(asked, count)
  const source = `the fewest on which the weights and ${count} conversations of ${formatNumber(asked.context, 15)} tokens fit`
  return { devices, known: { value: devices, unit: '1', source } }
}

/** Refuses weights, or so many conversations beside them, that the devices cannot hold. */
export function refuseUnfit(asked: Asked, devices: number, layout: WholeLayout): void {
  const { own, machine, subject, context, batch } = asked
  const { memoryCapacity } = own
  const load = loadOn(asked, devices, layout, batch)
  if (memoryCapacity === undefined || load === undefined || load.weights + load.cache <= memoryCapacity) return
  const holds = `${devices} x ${machine.name} ${devices === 1 ? 'holds' : 'hold'} ${formatQuantity(memoryCapacity, 'B')}${devices === 1 ? '' : ' each'}`
  const more = suggestion(asked, batch, devices)
  if (load.weights >= memoryCapacity) {
    throw new Refusal(
      `The weights of ${subject.name} do not fit: ${holds}, and ${formatQuantity(load.weights, 'B')} of weights fall to one: ${more}.`,
    )
  }
  const what = `${batch === 1 ? 'A conversation' : `${formatNumber(batch, 15)} conversations`} of ${formatNumber(context, 15)} tokens`
  throw new Refusal(
    `${what} ${batch === 1 ? 'does' : 'do'} not fit beside the weights of ${subject.name}: ${holds}, of which the weights leave ${formatQuantity(memoryCapacity - load.weights, 'B')} for ${formatQuantity(load.cache, 'B')} of cache: ${more}.`,
  )
}

function suggestion(asked: Asked, batch: number, devices: number): string {
  try {
    const { devices: _, layout: __, ...deployment } = asked.deployment
    const { devices: ___, ...own } = asked.own
    const enough = fewestDevices({ ...asked, deployment, own }, batch)
    return enough > devices ? `give ${enough} devices` : 'give more devices, or a layout that cuts them'
  } catch (error) {
    if (error instanceof Refusal) return 'give more devices'
    throw error
  }
}

function fewestDevices(asked: Asked, count: number): number {
  const { own, machine, deployment, subject } = asked
  const { memoryCapacity } = own
  if (memoryCapacity === undefined) throw unknownDevices()
  for (const devices of sizes(machine.scaleUpDevices)) {
    const layout = layoutIfAny(() => wholeLayout(devices, deployment.layout ?? {}, subject, machine.scaleUpDevices))
    if (layout === undefined) continue
    const load = loadOn(asked, devices, layout, count)
    if (load === undefined) throw unknownDevices()
    if (load.weights + load.cache <= memoryCapacity) return devices
  }
  throw new Refusal(
    `Up to ${formatNumber(most, 15)} devices of ${formatQuantity(memoryCapacity, 'B')} do not hold ${subject.name} and ${count} conversations of ${formatNumber(asked.context, 15)} tokens: give devices and a layout that cuts them.`,
  )
}

/** 1, 2, 4 … up to a whole domain of the fast fabric, then whole domains: what one can rent and cut evenly. */
function* sizes(scaleUpDevices: number): Generator<number> {
  for (let n = 1; n < scaleUpDevices; n *= 2) yield n
  for (let n = scaleUpDevices; n <= most; n += scaleUpDevices) yield n
}

function layoutIfAny(make: () => WholeLayout): WholeLayout | undefined {
  try {
    return make()
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

const unknownDevices = (): Refusal =>
  new Refusal(
    'The number of devices cannot be chosen without totalParams, bytesPerParam and memoryCapacity: give devices.',
  )

/** What lies on the fullest device; undefined where the weights are not known. */
function loadOn(asked: Asked, devices: number, layout: WholeLayout, batch: number): Load | undefined {
  const { subject, deployment, own, context } = asked
  const { architecture } = subject
  if (architecture === undefined) return loadOfNumbers(own, context * batch, devices)
  const weights = deployment.precision?.weights
  const precision = {
    kv: kvOf(deployment, architecture.quantization.kv),
    ...(weights && { weights: weightFormats[weights] }),
  }
  const work = workAt(architecture, { context, batch, layout, precision })
  const bytes = work.sequenceBytes / context
  return {
    weights: work.weightBytesPerDevice * (givenWeights(own, work.weightBytes) / work.weightBytes),
    cache: work.cacheBytesPerDevice * (bytes === 0 ? 1 : (own.bytesPerToken ?? bytes) / bytes),
  }
}

function givenWeights(own: Asked['own'], shipped: number): number {
  const { totalParams, bytesPerParam } = own
  return totalParams !== undefined && bytesPerParam !== undefined ? totalParams * bytesPerParam : shipped
}

function loadOfNumbers(
  { totalParams, bytesPerParam, bytesPerToken = 0 }: Asked['own'],
  tokens: number,
  devices: number,
) {
  if (totalParams === undefined || bytesPerParam === undefined) return undefined
  return { weights: (totalParams * bytesPerParam) / devices, cache: (tokens * bytesPerToken) / devices }
}
