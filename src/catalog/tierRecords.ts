// How is a place where bytes can wait written in data/?
import * as v from 'valibot'
import data from '../../data/tiers.json'
import { Refusal, unknownName } from '../units'
import { link } from './links'
import { frozen, table } from './load'
import { factIn, feeIn, market, priceIn } from './schema'
import { sourceId } from './sourceId'

const medium = v.picklist(['hbm', 'ddr', 'lpddr', 'cxl', 'flash', 'disk', 'object', 'block'])
const optional = (unit: string) => v.exactOptional(factIn(unit))
const named = { name: v.string(), medium, market }

const partSchema = v.strictObject({
  ...named,
  kind: v.literal('part'),
  tierCapacity: optional('B'),
  tierBandwidth: optional('B/s'),
  writeBandwidth: optional('B/s'),
  driveWritesPerDay: optional('1/s'),
  /** read and written, on average over a year */
  ratedWorkload: optional('B/s'),
  /** how long written bytes last without power */
  retention: optional('s'),
  lifetime: optional('s'),
  power: optional('W'),
  hostPrice: optional('USD'),
  drives: optional('1'),
  path: v.exactOptional(v.string()),
  /** what it cannot be owned or rented without */
  soldWith: v.exactOptional(v.string()),
  /** a product without the numbers of one */
  announcedIn: v.exactOptional(sourceId),
  prices: v.array(priceIn('USD/B', 'component')),
})

const serviceSchema = v.strictObject({
  ...named,
  kind: v.literal('service'),
  getPrice: v.exactOptional(feeIn('USD')),
  putPrice: v.exactOptional(feeIn('USD')),
  objectSize: optional('B'),
  /** from a request to its first byte; many requests wait side by side */
  firstByteTime: optional('s'),
  readPrice: v.exactOptional(feeIn('USD/B')),
  writePrice: v.exactOptional(feeIn('USD/B')),
  prices: v.array(priceIn('USD/(B*s)', 'rented')),
})

/** A part of the catalogue in another server: what it costs and holds is written once, with the part. */
const networkedSchema = v.strictObject({
  name: v.string(),
  kind: v.literal('networked'),
  of: v.string(),
  link: v.string(),
  ports: factIn('1'),
  portPrice: factIn('USD'),
})

type Networked = v.InferOutput<typeof networkedSchema>
export type PartRecord = v.InferOutput<typeof partSchema> & Partial<Pick<Networked, 'link' | 'ports' | 'portPrice'>>
export type ServiceRecord = v.InferOutput<typeof serviceSchema>
type Records = ReadonlyMap<string, PartRecord | ServiceRecord>

export const writtenTiers = table(
  'data/tiers.json',
  data,
  v.variant('kind', [partSchema, serviceSchema, networkedSchema]),
)
let records: Records | undefined

export function tierRecords(): Records {
  records ??= new Map(
    [...writtenTiers()].map(([id, record]) => [id, record.kind === 'networked' ? overPorts(record) : record]),
  )
  return records
}

function overPorts({ name, of, link: port, ports, portPrice }: Networked): PartRecord {
  const part = writtenTiers().get(of)
  if (part === undefined) throw unknownName('tier', of, [...writtenTiers().keys()])
  if (part.kind !== 'part')
    throw new Refusal(`data/tiers.json: ${name} is of ${of}, which is no part. Correct the file.`)
  return frozen({ ...part, name, link: link(port).id, ports, portPrice })
}
