// Which tiers of the catalogue can a conversation on this accelerator wait in, on one price basis and at one date?
import { link, part, type Tier, type TierOptions, tier, tiers } from '../catalog'
import { Refusal } from '../units'
import type { TierNumbers } from './deployment'
import { type Machine, machineOf } from './machine'
import { throughPorts } from './ports'

export interface AttachedOptions extends TierOptions {
  /** accelerators that load together, each over its own host link (default 1) */
  readonly devices?: number
  /** tiers in other servers to stand beside those of this one, by id (default none) */
  readonly network?: readonly string[]
}

export interface Unplaced {
  readonly option: string
  readonly because: string
}

/** Tiers that attach to the accelerator and have a price on this basis (`component` by default), ready for `place`. */
export function tiersFor(acceleratorId: string, options: AttachedOptions = {}): readonly (Tier & TierNumbers)[] {
  const machine = machineOf(acceleratorId)
  return candidates(options)
    .filter((tier) => tier.placeable && whyNotAttached(tier, machine) === undefined)
    .map((tier) => throughPorts({ ...tier, ...pathOf(tier, machine, options.devices ?? 1) }))
}

/** Tiers of the catalogue that `tiersFor` leaves out, each with the reason. */
export function unplacedFor(acceleratorId: string, options: AttachedOptions = {}): readonly Unplaced[] {
  return unplacedOn(machineOf(acceleratorId), options)
}

export function unplacedOn(machine: Machine, options: AttachedOptions): readonly Unplaced[] {
  return candidates(options).flatMap((tier) => {
    const because = tier.placeable ? whyNotAttached(tier, machine) : tier.notPlacedBecause
    return because === undefined ? [] : [{ option: tier.id, because }]
  })
}

/** HBM as a bare part, for `place({ memory })`: the catalogue's price of the memory inside an accelerator. */
export function memoryPart(options: TierOptions = {}): TierNumbers {
  return part('hbm3e-on-package', { ...options, basis: 'component' })
}

// HBM itself is not among them: it is priced by the device, or as `memoryPart`.
export function candidates({ devices: _, network = [], ...options }: AttachedOptions): readonly Tier[] {
  const dated = { ...options, basis: options.basis ?? 'component' }
  const local = tiers(dated).filter(({ medium, link }) => medium !== 'hbm' && link === undefined)
  return [...local, ...network.map((id) => networked(tier(id, dated)))]
}

function networked(tier: Tier): Tier {
  if (tier.link !== undefined) return tier
  throw new Refusal(`${tier.id} is in no other server: it needs no network.`)
}

/** Memory soldered to another host cannot be had here; everything else a server can be given. */
export function whyNotAttached(tier: Tier, { name, hostBandwidth }: Machine): string | undefined {
  if (tier.medium !== 'lpddr' || tier.kind !== 'part' || !tier.placeable || tier.path === undefined) return undefined
  return link(tier.path).pathBandwidth === hostBandwidth
    ? undefined
    : `${tier.id} is the memory of another host than that of ${name}.`
}

/** Each device loads over its own link: a part's to the host, a service's to the network where one is given. */
export function pathOf(
  tier: Tier,
  { hostBandwidth, hostIsGiven, networkBandwidth }: Machine,
  devices: number,
): { pathBandwidth?: number } {
  if (!tier.placeable) return {}
  if (tier.kind === 'service')
    return networkBandwidth === undefined ? {} : { pathBandwidth: devices * networkBandwidth }
  if (tier.path === undefined) return {}
  const own = hostIsGiven ? Number.POSITIVE_INFINITY : link(tier.path).pathBandwidth
  const adapter = (tier.link === undefined ? undefined : networkBandwidth) ?? Number.POSITIVE_INFINITY
  return { pathBandwidth: devices * Math.min(own, hostBandwidth ?? Number.POSITIVE_INFINITY, adapter) }
}
