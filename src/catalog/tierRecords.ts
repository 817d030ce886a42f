// How is a place where bytes can wait written in data/?
import * as v from 'valibot'
import data from '../../data/tiers.json'
import { table } from './load'
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
  readPrice: v.exactOptional(feeIn('USD/B')),
  writePrice: v.exactOptional(feeIn('USD/B')),
  prices: v.array(priceIn('USD/(B*s)', 'rented')),
})

export type PartRecord = v.InferOutput<typeof partSchema>
export type ServiceRecord = v.InferOutput<typeof serviceSchema>

export const tierRecords: () => ReadonlyMap<string, PartRecord | ServiceRecord> = table(
  'data/tiers.json',
  data,
  v.variant('kind', [partSchema, serviceSchema]),
)
