// What does holding bytes in a part cost its owner? Its price by basis and date, or the reason there is none.
import { assumption } from './assumptions'
import { type Basis, doubtful, type Fact, known, values } from './fact'
import { link } from './links'
import { choiceOf, choosePrice, noPriceReason, type Price, priceRule } from './quote'
import type { PricedPart, TierOptions, UnplacedTier } from './tier'
import type { PartRecord } from './tierRecords'

export function partTier(id: string, record: PartRecord, options: TierOptions): PricedPart | UnplacedTier {
  const { name, kind, medium, market, prices, tierCapacity, tierBandwidth } = record
  const { lifetime, writeBandwidth, drives, driveWritesPerDay, ratedWorkload, retention } = record
  const ratings = { driveWritesPerDay, ratedWorkload, retention }
  const network = networkOf(record)
  const { portPrice: _, ...reached } = network
  const common = { id, name, kind, medium, priceRule, ...(record.link !== undefined && { link: record.link }) }
  const unplaced = (notPlacedBecause: string): UnplacedTier => {
    const facts = known({ tierCapacity, tierBandwidth, lifetime, ...ratings, writeBandwidth, drives, ...reached })
    return { ...common, ...values(facts), placeable: false, notPlacedBecause, facts, doubtful: doubtful(facts) }
  }

  if (record.announcedIn) {
    const { title, date } = record.announcedIn
    return unplaced(`${id} is announced without capacity, bandwidth or price (${title}, ${date}).`)
  }
  if (!tierCapacity || !tierBandwidth || !lifetime) {
    return unplaced(`${id} lacks a capacity, a bandwidth or a life in the catalogue.`)
  }
  const choice = choiceOf(prices, market, options)
  const price = choosePrice(prices, choice)
  if (!price) return unplaced(noPriceReason(id, prices, choice))
  const basis = options.basis ?? 'component'
  const cost = costOnBasis(basis, id, record, price, tierCapacity)
  if (typeof cost === 'string') return unplaced(cost)

  const facts = known({
    tierCapacity,
    tierBandwidth,
    lifetime,
    ...ratings,
    writeBandwidth,
    drives,
    ...reached,
    price,
    ...cost,
  })
  return {
    ...common,
    kind,
    ...values({ tierCapacity, tierBandwidth, lifetime, purchasePrice: cost.purchasePrice }),
    drives: drives?.value ?? 1,
    ...values(known({ ...ratings, ...reached })),
    power: cost.power?.value ?? 0,
    energyPrice: assumption('energyPrice').value,
    ...(record.path !== undefined && { path: record.path }),
    placeable: true,
    basis,
    priceAsOf: price.period,
    facts,
    // How many stand side by side changes no price.
    doubtful: doubtful(facts).filter((name) => name !== 'drives'),
  }
}

function networkOf({
  link: id,
  ports,
  portPrice,
}: PartRecord): Partial<Record<'ports' | 'portBandwidth' | 'portPrice', Fact>> {
  if (id === undefined || ports === undefined || portPrice === undefined) return {}
  return { ports, portBandwidth: link(id).facts.pathBandwidth, portPrice }
}

interface Cost {
  readonly purchasePrice: Fact
  /** counted for an owned part only */
  readonly power?: Fact
  readonly energyPrice?: Fact
  readonly hostPrice?: Fact
  readonly portPrice?: Fact
}

/** What one pays on this basis, or the reason nobody can say. */
function costOnBasis(basis: Basis, id: string, record: PartRecord, price: Price, capacity: Fact): Cost | string {
  const { soldWith, power, hostPrice, ports, portPrice, drives } = record
  const bare: Fact = { ...price, value: price.value * capacity.value, unit: 'USD' }
  if (basis === 'component') return { purchasePrice: bare }
  if (soldWith !== undefined) {
    return `${id} is ${basis} only with its ${soldWith}: charge a share of that instead (devicePrice and memoryShare).`
  }
  if (basis === 'rented') return `${id} has no rented price in the catalogue: ask for component or owned.`
  if (!power || !hostPrice) {
    return `${id} has no owned price, since the catalogue lacks its power or its share of a host: ask for component.`
  }
  const reached = portPrice === undefined ? 0 : ((ports?.value ?? 1) * portPrice.value) / (drives?.value ?? 1)
  const note = `the part at ${price.period} and an assumed share of its host${reached > 0 ? ' and its ports' : ''}`
  const value = bare.value + hostPrice.value + reached
  return {
    purchasePrice: { ...bare, value, basis, kind: 'assumed', confidence: 'low', note },
    power,
    energyPrice: assumption('energyPrice'),
    hostPrice,
    ...(portPrice && { portPrice }),
  }
}
