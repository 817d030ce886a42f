// Which real configurations of a tier are read in the time the lecture names, and which are not?
import * as v from 'valibot'
import data from '../../data/drains.json'
import { accelerator, type Fact, link, tier } from '../catalog'
import { frozen, table } from '../catalog/load'
import { factIn } from '../catalog/schema'
import { configurationDrainTime } from '../derivations'
import { Refusal, unknownName } from '../units'
import { lectureFacts } from './facts'

const media = ['hbm', 'ddr', 'flash', 'disk'] as const
export type DrainMedium = (typeof media)[number]

const count = v.exactOptional(factIn('1'))
const written = table(
  'data/drains.json',
  data,
  v.strictObject({
    medium: v.picklist(media),
    scale: v.picklist(['part', 'node', 'rack']),
    name: v.string(),
    /** whose capacity and bandwidth: an accelerator's memory, a tier's, or its own */
    accelerator: v.exactOptional(v.string()),
    tier: v.exactOptional(v.string()),
    tierCapacity: v.exactOptional(factIn('B')),
    tierBandwidth: v.exactOptional(factIn('B/s')),
    parts: count,
    fill: count,
    path: v.exactOptional(v.string()),
    paths: count,
    note: v.exactOptional(v.string()),
  }),
)

export interface DrainConfiguration {
  readonly id: string
  readonly medium: DrainMedium
  readonly scale: 'part' | 'node' | 'rack'
  readonly name: string
  /** arguments of configurationDrainTime */
  readonly at: Parameters<typeof configurationDrainTime>[0]
  /** s */
  readonly drainTime: number
  /** what the lecture says of this tier, s */
  readonly said: readonly [number, number]
  /** is it read within a factor of two of that? */
  readonly reaches: boolean
  /** share of it that may be used for the drain time to be what was said; above 1 it is shorter already */
  readonly fillForSaid: number
  readonly facts: { readonly [name: string]: Fact }
  readonly note?: string
}

/** Every configuration of data/drains.json, nearest tier first. */
export function drainConfigurations(): readonly DrainConfiguration[] {
  return [...written().keys()].map(drainConfiguration)
}

export function drainConfiguration(id: string): DrainConfiguration {
  const record = written().get(id)
  if (record === undefined) throw unknownName('configuration', id, written().keys())
  const { medium, scale, name, parts, fill, path, paths, note } = record
  const { tierCapacity, tierBandwidth } = sizeOf(id, record)
  const at = {
    tierParts: parts?.value ?? 1,
    tierCapacity: tierCapacity.value,
    tierBandwidth: tierBandwidth.value,
    fill: fill?.value ?? 1,
    tierPaths: paths?.value ?? 1,
    // Without a path in between, a part is read by whoever is attached to it.
    pathBandwidth: path === undefined ? Number.MAX_VALUE : link(path).pathBandwidth,
  }
  const drainTime = configurationDrainTime(at)
  const said = saidOf(medium)
  return frozen({
    id,
    medium,
    scale,
    name,
    at,
    drainTime,
    said,
    reaches: drainTime >= said[0] / 2 && drainTime <= said[1] * 2,
    fillForSaid: (at.fill * said[1]) / drainTime,
    facts: { tierCapacity, tierBandwidth, ...(parts && { parts }), ...(fill && { fill }), ...(paths && { paths }) },
    ...(note !== undefined && { note }),
  })
}

type Written = NonNullable<ReturnType<ReturnType<typeof written>['get']>>

function sizeOf(id: string, record: Written): { readonly tierCapacity: Fact; readonly tierBandwidth: Fact } {
  const { tierCapacity, tierBandwidth } = factsOf(record)
  if (tierCapacity === undefined || tierBandwidth === undefined) {
    throw new Refusal(`data/drains.json, record "${id}": give an accelerator, a tier, or a capacity and a bandwidth.`)
  }
  return { tierCapacity, tierBandwidth }
}

function factsOf(record: Written): { readonly tierCapacity?: Fact; readonly tierBandwidth?: Fact } {
  if (record.tier !== undefined) return tier(record.tier).facts
  if (record.accelerator === undefined) return record
  const { memoryCapacity, memoryBandwidth } = accelerator(record.accelerator).facts
  return { tierCapacity: memoryCapacity, tierBandwidth: memoryBandwidth }
}

/** The range the ledger's claim gives for this tier. */
function saidOf(medium: DrainMedium): readonly [number, number] {
  const ladder = lectureFacts().claims['drain-ladder']?.value
  const value = Array.isArray(ladder) ? ladder[media.indexOf(medium)] : undefined
  if (value === undefined) throw new Refusal(`data/lecture.json says no drain time for ${medium}.`)
  return typeof value === 'number' ? [value, value] : value
}
