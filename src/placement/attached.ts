// Which tiers of the catalogue can a conversation on this accelerator wait in, on one price basis and at one date?
import { type Accelerator, accelerator, link, part, type Tier, type TierOptions, tiers } from '../catalog'
import type { TierNumbers } from './candidate'

export interface AttachedOptions extends TierOptions {
  /** accelerators that load together, each over its own host link (default 1) */
  readonly devices?: number
}

export interface Unplaced {
  readonly option: string
  readonly because: string
}

/** Tiers that attach to the accelerator and have a price on this basis (`component` by default), ready for `place`. */
export function tiersFor(acceleratorId: string, options: AttachedOptions = {}): readonly (Tier & TierNumbers)[] {
  const host = accelerator(acceleratorId)
  return candidates(options)
    .filter((tier) => tier.placeable && whyNotAttached(tier, host) === undefined)
    .map((tier) => ({ ...tier, ...pathOf(tier, host, options.devices ?? 1) }))
}

/** Tiers of the catalogue that `tiersFor` leaves out, each with the reason. */
export function unplacedFor(acceleratorId: string, options: AttachedOptions = {}): readonly Unplaced[] {
  const host = accelerator(acceleratorId)
  return candidates(options).flatMap((tier) => {
    const because = tier.placeable ? whyNotAttached(tier, host) : tier.notPlacedBecause
    return because === undefined ? [] : [{ option: tier.id, because }]
  })
}

/** HBM as a bare part, for `place({ memory })`: the catalogue's price of the memory inside an accelerator. */
export function memoryPart(options: TierOptions = {}): TierNumbers {
  return part('hbm3e-on-package', { ...options, basis: 'component' })
}

// HBM itself is not among them: it is priced by the device, or as `memoryPart`.
function candidates({ devices: _, ...options }: AttachedOptions): readonly Tier[] {
  return tiers({ ...options, basis: options.basis ?? 'component' }).filter(({ medium }) => medium !== 'hbm')
}

// Memory soldered to another host cannot be had here; everything else a server can be given.
function whyNotAttached(tier: Tier, { id, hostBandwidth }: Accelerator): string | undefined {
  if (tier.medium !== 'lpddr' || tier.kind !== 'part' || !tier.placeable || tier.path === undefined) return undefined
  return link(tier.path).pathBandwidth === hostBandwidth
    ? undefined
    : `${tier.id} is the memory of another host than that of ${id}.`
}

function pathOf(tier: Tier, { hostBandwidth }: Accelerator, devices: number): { pathBandwidth?: number } {
  const path = tier.kind === 'part' && tier.placeable ? tier.path : undefined
  if (path === undefined) return {}
  return { pathBandwidth: devices * Math.min(link(path).pathBandwidth, hostBandwidth ?? Number.POSITIVE_INFINITY) }
}
