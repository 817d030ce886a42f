// What do rows of measurements name that the catalogue does not sell? Machines without a price, and models under other names.
import * as v from 'valibot'
import machines from '../../data/measured-machines.json'
import models from '../../data/measured-models.json'
import { type Architecture, readConfig } from '../model'
import { acceleratorRecords } from './acceleratorRecords'
import { accelerator, acceleratorIds } from './accelerators'
import { frozen, table } from './load'
import { model, modelIds } from './models'
import { factIn } from './schema'

const peak = v.exactOptional(factIn('FLOP/s'))
export const machineRecords = table(
  'data/measured-machines.json',
  machines,
  v.strictObject({
    name: v.string(),
    marketedCapacity: factIn('B'),
    memoryBandwidth: factIn('B/s'),
    scaleUpBandwidth: v.exactOptional(factIn('B/s')),
    hostBandwidth: v.exactOptional(factIn('B/s')),
    flops: v.strictObject({ bf16: peak, fp8: peak }),
    note: v.exactOptional(v.string()),
  }),
)
const modelRecords = table(
  'data/measured-models.json',
  models,
  v.union([
    v.strictObject({ as: v.string(), note: v.exactOptional(v.string()) }),
    v.strictObject({ config: v.record(v.string(), v.unknown()) }),
  ]),
)

export interface MeasuredMachine {
  readonly id: string
  readonly name: string
  /** B */
  readonly memoryCapacity: number
  /** B/s */
  readonly memoryBandwidth: number
  /** B/s of the fabric to other devices, both directions together, and to the host, one direction; absent where not known */
  readonly scaleUpBandwidth?: number
  readonly hostBandwidth?: number
  /** dense peaks in FLOP/s, by precision, as far as they are known */
  readonly peaks: Readonly<Partial<Record<'bf16' | 'fp8' | 'fp4', number>>>
}

export const measuredMachineIds = (): readonly string[] => [...acceleratorIds(), ...machineRecords().keys()]

/** The machine a row names by id, or undefined. */
export function measuredMachine(id: string): MeasuredMachine | undefined {
  if (acceleratorIds().includes(id)) return catalogued(id)
  const record = machineRecords().get(id)
  if (record === undefined) return undefined
  const { name, marketedCapacity, memoryBandwidth, scaleUpBandwidth, hostBandwidth, flops } = record
  return frozen({
    id,
    name,
    memoryCapacity: marketedCapacity.value,
    memoryBandwidth: memoryBandwidth.value,
    ...(scaleUpBandwidth && { scaleUpBandwidth: scaleUpBandwidth.value }),
    ...(hostBandwidth && { hostBandwidth: hostBandwidth.value }),
    peaks: known({ bf16: flops.bf16?.value, fp8: flops.fp8?.value }),
  })
}

function catalogued(id: string): MeasuredMachine {
  const { name, memoryCapacity, memoryBandwidth, scaleUpBandwidth, hostBandwidth } = accelerator(id)
  const flops = acceleratorRecords().get(id)?.flops
  const peaks = known({ bf16: flops?.bf16?.value, fp8: flops?.fp8?.value, fp4: flops?.fp4?.value })
  return frozen({
    ...{ id, name, memoryCapacity, memoryBandwidth, peaks },
    ...(scaleUpBandwidth !== undefined && { scaleUpBandwidth }),
    ...(hostBandwidth !== undefined && { hostBandwidth }),
  })
}

const known = (peaks: Readonly<Record<string, number | undefined>>): MeasuredMachine['peaks'] =>
  Object.fromEntries(Object.entries(peaks).filter(([, value]) => value !== undefined))

export interface MeasuredModel {
  /** catalogue id, or the name itself where the catalogue has no such model */
  readonly id: string
  readonly architecture: Architecture
}

/** The model of a Hugging Face name or catalogue id, whatever precision or tuning its name adds; or undefined. */
export function measuredModel(name: string): MeasuredModel | undefined {
  if (modelIds().includes(name)) return { id: name, architecture: model(name).architecture }
  const found = byName().get(plain(name))
  if (found === undefined) return undefined
  return typeof found === 'string'
    ? { id: found, architecture: model(found).architecture }
    : { id: name, architecture: found.architecture }
}

type Found = string | { readonly architecture: Architecture }
let names: ReadonlyMap<string, Found> | undefined

function byName(): ReadonlyMap<string, Found> {
  names ??= new Map<string, Found>([
    ...modelIds().map((id): [string, Found] => [plain(id), id]),
    ...modelIds().map((id): [string, Found] => [plain(model(id).source.title.split(',')[0] ?? id), id]),
    ...[...modelRecords()].map(([name, record]): [string, Found] => [
      plain(name),
      'as' in record ? record.as : { architecture: readConfig(record.config) },
    ]),
  ])
  return names
}

const added =
  /-(hf|base|chat|instruct|it|fp8|fp8-dynamic|fp8-kv|nvfp4|mxfp4|awq|gptq|int8|int4|w8a8|w4a16|bf16|fp16|quantized)$/

/** Without owner, and without endings that say how it was tuned or stored. */
function plain(name: string): string {
  let rest = name.toLowerCase().replace(/^.*\//, '')
  while (added.test(rest)) rest = rest.replace(added, '')
  return rest
}
