// Which tiers does a deployment have, each with its own numbers and where they come from?
import { type Fact, type Tier, tier } from '../catalog'
import { Refusal } from '../units'
import { amountIn, wholeIn } from './amount'
import { candidates, pathOf, type Unplaced, unplacedOn, whyNotAttached } from './attached'
import type { Amount, Deployment, TierAmount, TierNumbers, TierPart } from './deployment'
import { given, type Known, knownFact } from './known'
import type { Machine } from './machine'

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
  drives: '1',
  pathBandwidth: 'B/s',
  holdPrice: 'USD/(B*s)',
  retrievePrice: 'USD/B',
  writePrice: 'USD/B',
}
const names = Object.keys(tierUnits) as readonly TierAmount[]

type Options = Pick<Deployment, 'tiers' | 'basis' | 'asOf'>

/** The tiers asked for, or all that attach and have a price; and those left out, each with the reason. */
export function storesOf(
  { tiers, ...dated }: Options,
  machine: Machine,
  devices: number,
): { stores: readonly Store[]; unplaced: readonly Unplaced[] } {
  if (tiers !== undefined) {
    const stores = tiers.map((part) => storeOf(part, dated, machine, devices))
    const ids = stores.map(({ id }) => id)
    const twice = ids.find((id, i) => ids.indexOf(id) !== i)
    if (twice !== undefined) throw new Refusal(`tiers has ${twice} twice: give one of them an id of its own.`)
    return { stores, unplaced: [] }
  }
  const attached = candidates(dated).filter((one) => one.placeable && whyNotAttached(one, machine) === undefined)
  return {
    stores: attached.map((one) => fromRecord(one, {}, machine, devices)),
    unplaced: unplacedOn(machine, dated),
  }
}

function storeOf(part: TierPart, dated: Options, machine: Machine, devices: number): Store {
  if (typeof part === 'string') return fromRecord(placeable(part, dated, machine), {}, machine, devices)
  if ('facts' in part) return fromRecord(part as unknown as Tier, part, machine, devices)
  if (!('like' in part)) return ofNumbers(part as TierNumbers)
  const { like, id = like } = part as { like: string; id?: string }
  return { ...fromRecord(placeable(like, dated, machine), part, machine, devices), id }
}

function placeable(id: string, dated: Options, machine: Machine): Tier {
  const found = tier(id, { ...dated, basis: dated.basis ?? 'component' })
  const why = found.placeable ? whyNotAttached(found, machine) : found.notPlacedBecause
  if (why !== undefined) throw new Refusal(why)
  if (found.medium === 'hbm') throw new Refusal(`${id} is HBM, which every placement has: leave it out of tiers.`)
  return found
}

function fromRecord(record: Tier, changes: object, machine: Machine, devices: number): Store {
  if (!record.placeable) throw new Refusal(record.notPlacedBecause)
  const own = amountsIn(record, record.id)
  const changed = Object.fromEntries(
    Object.entries(amountsIn(changes, record.id)).filter(([name, value]) => own[name as TierAmount] !== value),
  )
  const { price, ...facts } = record.facts as { readonly [name: string]: Fact | undefined }
  const known = Object.entries({ purchasePrice: price, ...facts }).flatMap(([name, fact]) =>
    fact === undefined ? [] : [[name, knownFact(fact)] as const],
  )
  return {
    ...pathOf(record, machine, devices),
    ...own,
    ...changed,
    id: record.id,
    name: record.name,
    basis: record.basis,
    record,
    known: { ...Object.fromEntries(known), ...givenIn(changed) },
  }
}

function ofNumbers(part: TierNumbers): Store {
  const own = amountsIn(part, part.id)
  return { name: part.id, ...own, id: part.id, basis: part.basis ?? 'given', known: givenIn(own) }
}

function amountsIn(part: object, id: string): Partial<Record<TierAmount, number>> {
  const fields = part as { readonly [name in TierAmount]?: Amount }
  const amounts = Object.fromEntries(
    names.flatMap((name) => {
      const amount = fields[name]
      return amount === undefined ? [] : [[name, amountIn(amount, tierUnits[name], `${name} of ${id}`)]]
    }),
  )
  if (amounts.drives !== undefined) wholeIn(amounts.drives, `drives of ${id}`)
  return amounts
}

function givenIn(amounts: Readonly<Record<string, number | undefined>>): Record<string, Known> {
  return Object.fromEntries(
    Object.entries(amounts).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, { value, unit: tierUnits[name as TierAmount], ...given }]],
    ),
  )
}
