// How fast is a tier that another server holds? No faster than its ports. What lies on this side of the network is a path like others.
import { link } from '../catalog'
import { portedBandwidth } from '../derivations'
import { formatQuantity, Refusal } from '../units'
import type { TierNumbers } from './deployment'

/**
 * The same with the bandwidth its ports leave it, so that loads, drain time, price of a read and a fleet's parts agree.
 * Then the bytes cross the host link, as RDMA into a device's memory does: `pathBandwidth` narrows both ways alike.
 */
export function throughPorts<T extends TierNumbers>(tier: T): T {
  const { portBandwidth, ports = 1, drives = 1, tierBandwidth = Number.POSITIVE_INFINITY } = tier
  if (portBandwidth === undefined) return tier
  if (portBandwidth === 0) throw new Refusal(`portBandwidth of ${tier.id} is 0: expected a positive number.`)
  return { ...tier, tierBandwidth: portedBandwidth({ tierBandwidth, ports, portBandwidth, drives }) }
}

/** B/s of a port by the name of its link. */
export function portsIn({ link: id }: { readonly link?: unknown }): { portBandwidth?: number } {
  return typeof id === 'string' ? { portBandwidth: link(id).pathBandwidth } : {}
}

export function portNotes(tiers: readonly TierNumbers[]): readonly string[] {
  return tiers.flatMap(({ id, ports = 1, portBandwidth, basis }) => {
    if (portBandwidth === undefined) return []
    const price = basis === 'component' ? ' Its bare price leaves out ports, switch and host.' : ''
    const count = `${ports} network port${ports === 1 ? '' : 's'} of ${formatQuantity(portBandwidth, 'B/s')}`
    return [`${id} is read through ${count}, then the host link.${price}`]
  })
}
