// Which numbers do the records a reader names bring? Those of the deployment they describe, and of one tier, under vocabulary names.
import { spelled, tier, tierIds } from '../catalog'
import { type KnownNumbers, type Numbers, resolve } from '../deployment'
import { whyNotAttached } from '../deployment/attached'
import type { TierAmount } from '../deployment/deployment'
import { knownAs, knownFact, valuesOf } from '../deployment/known'
import { machineOf } from '../deployment/machine'
import { partialNumbers } from '../deployment/partial'
import { loneStore, type Store, storesOf, tierUnits } from '../deployment/store'
import { isVocabulary } from '../deployment/subject'
import { priceOf } from '../deployment/tierPrice'
import { Refusal } from '../units'
import { type Draft, draftIn, wholeDeployment } from './deployment/draft'
import { conversationFlags, deploymentFlags } from './deployment/flags'
import type { Io } from './verb'
import type { Flags, Words } from './words'

export const spreadFlags: Flags = {
  ...deploymentFlags,
  ...conversationFlags,
  tier: { takes: 'TIER', says: 'numbers of a memory or storage tier' },
}

export interface Spread {
  /** everything known: what was set, over what the records say */
  readonly at: Numbers
  /** the same with where it comes from */
  readonly known: KnownNumbers
  /** what was set */
  readonly set: Numbers
  /** a model was named, at whose point of operation numbers were worked out */
  readonly ofModel: boolean
  /** why a named record lacks numbers, if it does */
  readonly lacks: readonly string[]
}

export async function spreadNumbers(words: Words, io: Io): Promise<Spread> {
  const draft = await draftIn(words, io)
  const { given: set } = draft
  const { known, lacks } = partialNumbers(draft.deployment, draft.point)
  const asked = words.value('tier')
  const tierId = asked === undefined ? undefined : (spelled(asked, tierIds()) ?? asked)
  const store = tierId === undefined ? undefined : tierNumbers(tierId, draft)
  const all = { ...known, ...store?.known, ...knownAs(set, { source: 'given' }) }
  const at = valuesOf(all)
  return {
    at: withTierPrice(at),
    known: all,
    set,
    ofModel: draft.deployment.model !== undefined,
    lacks: [...lacks, ...(store?.lacks ?? [])],
  }
}

// Of a stripe as a placement reads it: so many parts, with the capacity, bandwidth and price of all.
function tierNumbers(id: string, { deployment, point }: Draft): { known: KnownNumbers; lacks: readonly string[] } {
  const { basis, prices, asOf, accelerator, devices = 1 } = deployment
  const found = tier(id, {
    ...(basis !== undefined && { basis }),
    ...(prices !== undefined && { prices }),
    ...(asOf !== undefined && { asOf }),
  })
  if (!found.placeable) {
    const known = Object.fromEntries(Object.entries(found.facts).map(([name, fact]) => [name, knownFact(fact)]))
    return { known: vocabularyOf(known), lacks: [found.notPlacedBecause.replace(/\.$/, '')] }
  }
  if (accelerator === undefined || found.medium === 'hbm') return { known: knownOf(loneStore(found)), lacks: [] }
  const machine = machineOf(accelerator, deployment)
  if (whyNotAttached(found, machine) !== undefined) {
    throw new Refusal(`${id} does not attach to ${machine.name}: name one of the two.`)
  }
  const options = { ...deployment, basis: found.basis }
  const { tiers } =
    deployment.model === undefined
      ? { tiers: storesOf({ ...options, tiers: [id] }, machine, devices).stores }
      : resolve({ ...wholeDeployment({ deployment, point, given: {} }), ...options, tiers: [id] }, point)
  const [store] = tiers
  return { known: store === undefined ? {} : knownOf(store), lacks: [] }
}

// A stripe is a larger part: so many parts, with the capacity, bandwidth, price and power of all of them.
const striped = ['tierCapacity', 'tierBandwidth', 'tierPrice', 'purchasePrice', 'power']

function knownOf(store: Store): KnownNumbers {
  const { drives = 1 } = store
  const known = Object.entries(tierUnits).flatMap(([name, unit]) => {
    const value = store[name as TierAmount]
    const origin = store.known[name] ?? { source: 'the catalogue', unit }
    if (value === undefined) return []
    if (drives === 1 || !striped.includes(name)) return [[name, { ...origin, value, unit }] as const]
    return [[name, { ...origin, value: drives * value, unit, source: `${drives} x ${origin.source}` }] as const]
  })
  return vocabularyOf(Object.fromEntries(known))
}

// A service's price per byte written is to an equation what wear is.
function vocabularyOf({ writePrice, ...known }: KnownNumbers): KnownNumbers {
  const wear = writePrice === undefined ? {} : { wearPrice: writePrice }
  return Object.fromEntries(Object.entries({ ...known, ...wear }).filter(([name]) => isVocabulary(name)))
}

function withTierPrice(at: Numbers): Numbers {
  const { tierPrice, purchasePrice, lifetime, power = 0, energyPrice = 0 } = at
  if (tierPrice !== undefined || purchasePrice === undefined || lifetime === undefined) return at
  return { ...at, tierPrice: priceOf({ id: 'the tier', purchasePrice, lifetime, power, energyPrice }) }
}
