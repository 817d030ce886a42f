// Which numbers do the records a reader names bring? A model's, an accelerator's and a tier's, under vocabulary names.
import { accelerator, type Basis, type Tier, tier } from '../catalog'
import { amortizedPrice } from '../derivations'
import { quantities } from '../model'
import { type Numbers, tiersFor } from '../placement'
import { Refusal, unknownName } from '../units'
import { setFlag, settings } from './settings'
import { subjectNamed } from './subject'
import type { Io } from './verb'
import type { Flags, Words } from './words'

const bases: readonly Basis[] = ['component', 'owned', 'rented']

export const datedFlags: Flags = {
  basis: { takes: bases.join('|'), says: 'how tiers are priced: the bare part, with host and power, or rented' },
  'as-of': { takes: 'DATE', says: 'prices no later than this, such as 2025-Q3 or 2026-05' },
}

export const spreadFlags: Flags = {
  set: setFlag,
  model: { takes: 'MODEL', says: 'numbers of a catalogue model, or of a config.json' },
  accelerator: { takes: 'ACCELERATOR', says: 'numbers of an accelerator' },
  tier: { takes: 'TIER', says: 'numbers of a memory or storage tier' },
  ...datedFlags,
}

export interface Spread {
  /** everything known: what was set, over what the records say */
  readonly at: Numbers
  /** what was set */
  readonly set: Numbers
  /** why a named record lacks numbers, if it does */
  readonly lacks: readonly string[]
}

export async function spreadNumbers(words: Words, io: Io): Promise<Spread> {
  const set = settings(words)
  const [modelName, acceleratorId, tierId] = ['model', 'accelerator', 'tier'].map((flag) => words.value(flag))
  const dated = datesIn(words)
  const machine = acceleratorId === undefined ? undefined : accelerator(acceleratorId, asOfOnly(dated))
  const store = tierId === undefined ? undefined : tierNumbers(tier(tierId, dated), acceleratorId)
  const at: Record<string, number> = {
    ...(modelName !== undefined && numbersOf(quantities((await subjectNamed(modelName, io)).architecture))),
    ...(machine && numbersOf(machine)),
    ...store?.numbers,
    ...set,
  }
  const { tierPrice, purchasePrice, lifetime, power = 0, energyPrice = 0 } = at
  if (tierPrice === undefined && purchasePrice !== undefined && lifetime !== undefined) {
    at.tierPrice = amortizedPrice({ purchasePrice, lifetime, power, energyPrice })
  }
  const lacks = [machine?.missing.map((name) => `${machine.id} has no ${name}`) ?? [], store?.lacks ?? []].flat()
  return { at, set, lacks }
}

export interface Dated {
  readonly basis?: Basis
  readonly asOf?: string
}

export function datesIn(words: Words): Dated {
  const asked = words.value('basis')
  const basis = bases.find((name) => name === asked)
  if (asked !== undefined && basis === undefined) throw unknownName('basis', asked, bases)
  const asOf = words.value('as-of')
  return { ...(basis !== undefined && { basis }), ...(asOf !== undefined && { asOf }) }
}

export const asOfOnly = ({ asOf }: Dated): { asOf?: string } => (asOf === undefined ? {} : { asOf })

// A service's price per byte written is to an equation what wear is.
function tierNumbers(found: Tier, acceleratorId: string | undefined): { numbers: Numbers; lacks: readonly string[] } {
  const { writePrice, ...numbers } = numbersOf(found)
  const wear = writePrice === undefined ? {} : { wearPrice: writePrice }
  const lacks = found.placeable ? [] : [found.notPlacedBecause.replace(/\.$/, '')]
  return { numbers: { ...numbers, ...wear, ...pathNumbers(found, acceleratorId) }, lacks }
}

function pathNumbers(found: Tier, acceleratorId: string | undefined): Numbers {
  if (acceleratorId === undefined || !found.placeable || found.medium === 'hbm') return {}
  const attached = tiersFor(acceleratorId, { basis: found.basis }).find(({ id }) => id === found.id)
  if (attached === undefined) throw new Refusal(`${found.id} does not attach to ${acceleratorId}: name one of the two.`)
  return attached.pathBandwidth === undefined ? {} : { pathBandwidth: attached.pathBandwidth }
}

export function numbersOf(record: object): Record<string, number> {
  return Object.fromEntries(
    Object.entries(record).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  )
}
