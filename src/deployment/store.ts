// Which tiers does a deployment have, each with its own numbers and where they come from?
import { type Tier, tier } from '../catalog'
import { Refusal, unknownName } from '../units'
import { amountIn, wholeIn } from './amount'
import { candidates, pathOf, type Unplaced, unplacedOn, whyNotAttached } from './attached'
import { compressed } from './compressed'
import type { Amount, Deployment, TierAmount, TierNumbers, TierPart } from './deployment'
import { given, type Known, knownFact, type Numbers } from './known'
import type { Machine } from './machine'
import { portsIn, throughPorts } from './ports'

/** A tier ready to be placed. */
export interface Store extends TierNumbers {
  readonly name: string
  /** the record it is, or is like */
  readonly record?: Extract<Tier, { placeable: true }>
  readonly known: Readonly<Record<string, Known>>
}

export const tierUnits: Readonly<Record<TierAmount, string>> = {
  tierCapacity: 'B',
  tierBandwidth: 'B/s',
  tierPrice: 'USD/s',
  purchasePrice: 'USD',
  lifetime: 's',
  power: 'W',
  energyPrice: 'USD/J',
  driveWritesPerDay: '1/s',
  ratedWorkload: 'B/s',
  retention: 's',
  drives: '1',
  ports: '1',
  portBandwidth: 'B/s',
  pathBandwidth: 'B/s',
  firstByteTime: 's',
  compression: '1',
  holdPrice: 'USD/(B*s)',
  retrievePrice: 'USD/B',
  writePrice: 'USD/B',
}
const names = Object.keys(tierUnits) as readonly TierAmount[]

type Options = Pick<Deployment, 'tiers' | 'basis' | 'prices' | 'asOf' | 'drives'>

/** The tiers asked for, or all that attach and have a price; and those left out, each with the reason. */
export function storesOf(
  options: Options,
  machine: Machine,
  links: number,
  own: Numbers = {},
): { stores: readonly Store[]; unplaced: readonly Unplaced[] } {
  const { tiers, drives = {}, ...dated } = options
  const stores =
    tiers === undefined ? everyStore(dated, machine, links) : tiers.map((part) => storeOf(part, dated, machine, links))
  const ids = stores.map(({ id }) => id)
  const twice = ids.find((id, i) => ids.indexOf(id) !== i)
  if (twice !== undefined) throw new Refusal(`tiers has ${twice} twice: give one of them an id of its own.`)
  const unknown = Object.keys(drives).find((id) => !ids.includes(id))
  if (unknown !== undefined) throw unknownName('tier in drives', unknown, ids)
  return {
    stores: stores.map((store) =>
      throughPorts(compressed(changed(changed(store, ofEvery(store, own)), countOf(drives[store.id], store.id)))),
    ),
    unplaced: tiers === undefined ? unplacedOn(machine, dated) : [],
  }
}

function everyStore(dated: Options, machine: Machine, links: number): Store[] {
  return candidates(dated)
    .filter((one) => one.placeable && whyNotAttached(one, machine) === undefined)
    .map((one) => fromRecord(one, {}, machine, links))
}

// Every tier has its own of these; one value that was set stands for all that have one.
const shared = ['lifetime', 'energyPrice', 'driveWritesPerDay', 'ratedWorkload'] as const

function ofEvery(store: Store, own: Numbers): Partial<Record<TierAmount, number>> {
  return Object.fromEntries(
    shared.flatMap((name) => (store[name] === undefined || own[name] === undefined ? [] : [[name, own[name]]])),
  )
}

const countOf = (drives: number | undefined, id: string): Partial<Record<TierAmount, number>> =>
  drives === undefined ? {} : { drives: wholeIn(drives, `drives of ${id}`) }

function changed(store: Store, changes: Partial<Record<TierAmount, number>>): Store {
  return { ...store, ...changes, known: { ...store.known, ...givenIn(changes) } }
}

function storeOf(part: TierPart, dated: Options, machine: Machine, links: number): Store {
  if (typeof part === 'string') return fromRecord(placeable(part, dated, machine), {}, machine, links)
  if ('facts' in part) return fromRecord(part as unknown as Tier, part, machine, links)
  if (!('like' in part)) return ofNumbers(part as TierNumbers)
  const { like, id = like } = part as { like: string; id?: string }
  return { ...fromRecord(placeable(like, dated, machine), part, machine, links), id }
}

function placeable(id: string, dated: Options, machine: Machine): Tier {
  const found = tier(id, { ...dated, basis: dated.basis ?? 'component' })
  const why = found.placeable ? whyNotAttached(found, machine) : found.notPlacedBecause
  if (why !== undefined) throw new Refusal(why)
  if (found.medium === 'hbm') throw new Refusal(`${id} is HBM, which every placement has: leave it out of tiers.`)
  return found
}

function fromRecord(record: Tier, changes: object, machine: Machine, links: number): Store {
  if (!record.placeable) throw new Refusal(record.notPlacedBecause)
  const own = amountsIn(record, record.id)
  const different = Object.fromEntries(
    Object.entries(amountsIn(changes, record.id)).filter(([name, value]) => own[name as TierAmount] !== value),
  )
  return {
    ...pathOf(record, machine, links),
    ...own,
    ...different,
    id: record.id,
    name: record.name,
    basis: record.basis,
    record,
    known: { ...factsOf(record), ...givenIn(different) },
  }
}

function factsOf(record: Tier): Record<string, Known> {
  return Object.fromEntries(Object.entries(record.facts).map(([name, fact]) => [name, knownFact(fact)]))
}

/** A tier of the catalogue by itself, attached to nothing. */
export function loneStore(record: Extract<Tier, { placeable: true }>): Store {
  return throughPorts({
    ...amountsIn(record, record.id),
    id: record.id,
    name: record.name,
    basis: record.basis,
    record,
    known: factsOf(record),
  })
}

function ofNumbers(part: TierNumbers): Store {
  const own = amountsIn(part, part.id)
  return { name: part.id, ...own, id: part.id, basis: part.basis ?? 'given', known: givenIn(own) }
}

function amountsIn(part: object, id: string): Partial<Record<TierAmount, number>> {
  const fields = part as { readonly [name in TierAmount]?: Amount }
  const named = portsIn(part)
  const amounts: { [name in TierAmount]?: number } = Object.fromEntries(
    names.flatMap((name) => {
      const amount = fields[name]
      return amount === undefined ? [] : [[name, amountIn(amount, tierUnits[name], `${name} of ${id}`)]]
    }),
  )
  for (const name of ['drives', 'ports'] as const)
    if (amounts[name] !== undefined) wholeIn(amounts[name], `${name} of ${id}`)
  return { ...named, ...amounts }
}

function givenIn(amounts: Readonly<Record<string, number | undefined>>): Record<string, Known> {
  return Object.fromEntries(
    Object.entries(amounts).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, { value, unit: tierUnits[name as TierAmount], ...given }]],
    ),
  )
}
