// What does a storage service charge for holding, reading and writing a byte? Its prices, already per byte.
import { Refusal } from '../units'
import { doubtful, type Fact, known, values } from './fact'
import { choiceOf, choosePrice, noPriceReason, priceRule } from './quote'
import type { PricedService, TierOptions, UnplacedTier } from './tier'
import type { ServiceRecord } from './tierRecords'

export function serviceTier(id: string, record: ServiceRecord, options: TierOptions): PricedService | UnplacedTier {
  const { name, kind, medium, market, prices, firstByteTime } = record
  const common = { id, name, kind, medium, priceRule }
  const unplaced = (notPlacedBecause: string): UnplacedTier => {
    return { ...common, placeable: false, notPlacedBecause, facts: {}, doubtful: [] }
  }

  const basis = options.basis ?? 'rented'
  if (basis !== 'rented') return unplaced(`${id} is a service, which has a rented price only, no ${basis} one.`)
  const choice = choiceOf(prices, market, options)
  const holdPrice = choosePrice(prices, choice)
  if (!holdPrice) return unplaced(noPriceReason(id, prices, choice))

  const objectSize = sizeOfObject(record, options.objectSize)
  const retrievePrice = pricePerByte(record.readPrice, record.getPrice, objectSize)
  const writePrice = pricePerByte(record.writePrice, record.putPrice, objectSize)
  if (!retrievePrice || !writePrice) return unplaced(`${id} has no price for reading and writing in the catalogue.`)
  const perByte = { holdPrice, retrievePrice, writePrice }
  const facts = known({ ...perByte, objectSize, firstByteTime })
  return {
    ...common,
    kind,
    ...values(perByte),
    ...values(known({ firstByteTime })),
    placeable: true,
    basis,
    priceAsOf: holdPrice.period,
    facts,
    doubtful: doubtful(facts),
  }
}

function sizeOfObject({ objectSize }: ServiceRecord, asked: number | undefined): Fact | undefined {
  if (!objectSize || asked === undefined) return objectSize
  if (!(asked > 0 && Number.isFinite(asked))) {
    throw new Refusal(`The object size cannot be ${asked} B: expected a positive number of bytes per request.`)
  }
  return { ...objectSize, value: asked, note: 'as asked' }
}

/** A fee per byte and a fee per request spread over the bytes of one object, whichever the service charges. */
function pricePerByte(perByte?: Fact, perRequest?: Fact, objectSize?: Fact): Fact | undefined {
  if (!perRequest || !objectSize) return perByte
  const { source, asOf, period } = perRequest
  return {
    value: (perByte?.value ?? 0) + perRequest.value / objectSize.value,
    unit: 'USD/B',
    source,
    asOf,
    period,
    kind: objectSize.kind,
    confidence: objectSize.confidence,
    basis: 'rented',
    note: `${perByte?.value ? 'a fee per byte, and ' : ''}one request per object of ${objectSize.value / 1e6} MB`,
  }
}
