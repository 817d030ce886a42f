// Which accelerator serves it, and where do its numbers come from? A record of the catalogue, changed or in its place.
import { type Accelerator, accelerator, type Fact, link } from '../catalog'
import { Refusal } from '../units'
import { amountIn } from './amount'
import type { AcceleratorPart, Amount, Deployment, LinkPart } from './deployment'
import { given, type Known, knownFact } from './known'

export interface Machine {
  /** as the answer calls it */
  readonly name: string
  /** the record it is, or is like */
  readonly record?: Accelerator
  /** flops, memoryBandwidth, memoryCapacity, devicePrice and their like */
  readonly known: Readonly<Record<string, Known>>
  /** B/s from the host to one device */
  readonly hostBandwidth?: number
  /** the last date its prices may have, where one was given */
  readonly asOf?: string
  /** it was chosen in the deployment, and stands for the link of every part */
  readonly hostIsGiven: boolean
  /** B/s from the network of services to one device, where one is given */
  readonly networkBandwidth?: number
  /** devices that reach one another over the fast fabric */
  readonly scaleUpDevices: number
}

export const machineUnits: Readonly<Record<string, string>> = {
  flops: 'FLOP/s',
  memoryBandwidth: 'B/s',
  memoryCapacity: 'B',
  devicePrice: 'USD/s',
  hostBandwidth: 'B/s',
  scaleUpDevices: '1',
}
const names = Object.keys(machineUnits)
const vocabulary = ['flops', 'memoryBandwidth', 'memoryCapacity', 'devicePrice'] as const
const usualScaleUp = 8

type Options = Pick<Deployment, 'asOf' | 'precision' | 'links'>

export function machineOf(part: AcceleratorPart, options: Options = {}): Machine {
  if (Array.isArray(part)) {
    throw new Refusal(`accelerator is a list of ${part.length}: expected one, such as "${part[0] ?? 'h100-sxm'}".`)
  }
  const fields: Readonly<Record<string, unknown>> = typeof part === 'string' ? { like: part } : { ...part }
  const record = recordOf(part, fields, options)
  const known = { ...factsOf(record), ...changesIn(fields, record) }
  const { host: hostLink, network } = options.links ?? {}
  const host = hostLink === undefined ? known.hostBandwidth?.value : bandwidthOf(hostLink, 'host')
  return {
    name: typeof fields.id === 'string' ? fields.id : (record?.id ?? 'an accelerator of numbers'),
    ...(record && { record }),
    known: Object.fromEntries(vocabulary.flatMap((name) => (known[name] === undefined ? [] : [[name, known[name]]]))),
    ...(host !== undefined && { hostBandwidth: host }),
    ...(options.asOf !== undefined && { asOf: options.asOf }),
    hostIsGiven: hostLink !== undefined,
    ...(network !== undefined && { networkBandwidth: bandwidthOf(network, 'network') }),
    scaleUpDevices: known.scaleUpDevices?.value ?? usualScaleUp,
  }
}

// The record given is kept as it is: whoever chose its date or precision has done so already.
function recordOf(part: AcceleratorPart, { like }: Readonly<Record<string, unknown>>, options: Options) {
  if (typeof part === 'object' && 'facts' in part) return part as Accelerator
  if (typeof like !== 'string') return undefined
  const { asOf, precision } = options
  const dated = asOf === undefined ? {} : { asOf }
  const plain = accelerator(like, dated)
  if (precision?.weights === undefined || precision.weights === 'bf16') return plain
  try {
    return accelerator(like, { ...dated, precision: precision.weights })
  } catch (error) {
    if (error instanceof Refusal) return plain
    throw error
  }
}

function factsOf(record: Accelerator | undefined): Record<string, Known> {
  const facts = Object.entries({ ...record?.facts }) as [string, Fact | undefined][]
  return Object.fromEntries(
    facts.flatMap(([name, fact]) => {
      if (fact === undefined || machineUnits[name] === undefined) return []
      const known = knownFact(fact)
      const peak = name === 'flops' ? { note: noted(`dense ${record?.precision} peak`, known.note) } : {}
      return [[name, { ...known, ...peak }]]
    }),
  )
}

const noted = (first: string, more: string | undefined): string => (more === undefined ? first : `${first}; ${more}`)

// Numbers of a record that differ from its facts were changed by whoever spread it.
function changesIn(fields: Readonly<Record<string, unknown>>, record: Accelerator | undefined): Record<string, Known> {
  const facts = factsOf(record)
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = fields[name]
      if (value === undefined || value === facts[name]?.value) return []
      const unit = machineUnits[name] ?? '1'
      return [[name, { value: amountIn(value as Amount, unit, name), unit, ...given }]]
    }),
  )
}

/** B/s of a link by name or by its number. */
function bandwidthOf(part: LinkPart, where: string): number {
  return typeof part === 'string'
    ? link(part).pathBandwidth
    : amountIn(part.pathBandwidth, 'B/s', `links.${where}.pathBandwidth`)
}
