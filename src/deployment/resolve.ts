// What does a deployment come down to? Flat numbers of the vocabulary, each with where it came from; what was not said is chosen and noted.
import { type Architecture, devicesOf, groupsOf, type Layout as WholeLayout } from '../model'
import { formatNumber, Refusal, unknownName } from '../units'
import { amountsOf } from './amount'
import type { Unplaced } from './attached'
import { checkedNumbers } from './checked'
import { compressionNotes } from './compressed'
import { conversationOf } from './context'
import { usualNumbers } from './defaults'
import type { Deployment } from './deployment'
import { devicesFor, refuseUnfit } from './devices'
import { given, type KnownNumbers, knownAs, type Numbers, valuesOf } from './known'
import { wholeLayout } from './layout'
import { type Machine, machineOf } from './machine'
import { modelNumbers } from './modelNumbers'
import type { Operating } from './operating'
import type { Point } from './point'
import { portNotes } from './ports'
import { priceNotes } from './prices'
import { type Store, storesOf } from './store'
import { subjectOf } from './subject'

export interface Resolved {
  readonly kind: 'deployment'
  readonly model: string
  readonly accelerator: string
  readonly devices: number
  /** every rate at its peak, no rating and no room for a landing cache counted: a bound */
  readonly ideal: boolean
  readonly layout: WholeLayout
  /** by vocabulary name, in base units */
  readonly numbers: Numbers
  /** the same with unit, source and date of each */
  readonly provenance: KnownNumbers
  /** what one step of the point's batch reads and computes, where the architecture is known */
  readonly step: KnownNumbers
  readonly tiers: readonly Store[]
  readonly unplaced: readonly Unplaced[]
  /** what was chosen, and what to know about it, each a sentence */
  readonly notes: readonly string[]
  /** absent where only numbers are known */
  readonly architecture?: Architecture
  readonly machine: Machine
  /** the work of a step and of a prompt at this context, where the architecture is known */
  readonly operating?: Operating
}

/** Checked, chosen where nothing was said, and flat. Refuses what cannot be: a misfit, a context too long, a layout that does not divide. */
export function resolve(deployment: Deployment, point: Point = {}): Resolved {
  refuseUnknown(deployment)
  const { model, accelerator } = deployment
  if (model === undefined) throw new Refusal('The deployment has no model: give a catalogue id, or a config.json.')
  if (accelerator === undefined)
    throw new Refusal('The deployment has no accelerator: give a catalogue id, such as h100-sxm.')
  const subject = subjectOf(model)
  const machine = machineOf(accelerator, deployment)
  const set = amountsOf(deployment.set ?? {})
  const own = { ...machine.known, ...knownAs({ ...subject.given, ...set }, given) }
  const { known: context, notes } = conversationOf(subject, point.context ?? set.context, point.acceptContext ?? false)
  const { batch = 1 } = point
  const asked = { deployment, subject, machine, own: valuesOf(own), context: context.value, batch }
  const { devices, known: devicesKnown } = devicesFor(asked)
  const isGiven = devicesKnown.source === given.source
  const layout = wholeLayout(devices, deployment.layout ?? {}, subject, machine.scaleUpDevices, isGiven)
  refuseUnfit(asked, devices, layout)
  const brought = modelNumbers(asked, layout, point)
  const provenance = {
    ...{ ...usualNumbers(deployment.efficiency), ...brought.known, ...own },
    ...{ context, devices: devicesKnown },
  }
  const links = linksOf(layout, brought.operating?.step.copies ?? 1)
  const { stores: tiers, unplaced } = storesOf(deployment, machine, links, set)
  const { architecture } = subject
  const chosen = [
    ...notes,
    ...layoutNotes(layout),
    ...linkNotes(links, devices),
    ...portNotes(tiers),
    ...priceNotes(tiers, deployment.prices),
    ...compressionNotes(tiers),
  ]
  return {
    ...{ kind: 'deployment' as const, model: subject.name, accelerator: machine.name, devices, layout },
    ideal: deployment.efficiency === 'ideal',
    ...{ numbers: checkedNumbers(valuesOf(provenance)), provenance, step: brought.step },
    ...{ tiers, unplaced, machine },
    notes: [...chosen, ...brought.notes, ...(architecture?.notes ?? [])],
    ...(architecture && { architecture }),
    ...(brought.operating && { operating: brought.operating }),
  }
}

// Said only where there is something to split.
function layoutNotes({ tensorParallel, pipelineStages, expertParallel, attention }: WholeLayout): readonly string[] {
  const parts = [
    tensorParallel > 1 ? `matrices are cut over ${tensorParallel} devices` : '',
    expertParallel > 1 ? `experts are spread over ${expertParallel}` : '',
    pipelineStages > 1 ? `layers lie in ${pipelineStages} stages` : '',
    attention === 'data' ? 'a sequence lives on one device of its group' : '',
    attention === 'context' ? 'the cache is cut along the context' : '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? [] : [`Layout: ${parts.join(', ')}.`]
}

/** Each device that has part of a sequence loads it over its own link; what is there several times is loaded as often. */
export const linksOf = (layout: WholeLayout, copies: number): number => devicesOf(layout) / groupsOf(layout) / copies

const linkNotes = (links: number, devices: number): readonly string[] =>
  links === devices
    ? []
    : [
        `Every device loads what it keeps of a cache over its own link: as quick as ${formatNumber(links)} of ${devices} links.`,
      ]

const fields: Readonly<Record<keyof Deployment, true>> = {
  ...{ model: true, accelerator: true, devices: true, layout: true, precision: true, tiers: true, drives: true },
  ...{ links: true, basis: true, prices: true, asOf: true, efficiency: true, set: true },
}

// A field nobody reads would change nothing, and its writer would not know.
function refuseUnknown(deployment: object): void {
  const unknown = Object.keys(deployment).find((name) => !Object.hasOwn(fields, name))
  if (unknown !== undefined) throw unknownName('field of a deployment', unknown, Object.keys(fields))
}
