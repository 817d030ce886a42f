// What do rows of single exchanges and copies say? Their latencies and shares of a bandwidth are read off alone, before any whole pass.
import { call } from '../../../algebra'
import { measuredMachine } from '../../../catalog/measured'
import { allReduceTime } from '../../../derivations'
import type { Fields } from '../row'
import type { Case, Rates } from './cases'

/** A case of an all-reduce, an all-to-all of few tokens, or a copy from the host; undefined for any other row. */
export function kernelCase(fields: Fields): Case | undefined {
  if (fields.suspect === true || typeof fields.value !== 'number') return undefined
  const predict = predictorOf(fields)
  if (predict === undefined) return undefined
  const source = [fields.source_key, fields.system].filter((word) => typeof word === 'string').join(', ')
  const kind = kinds[fields.quantity as keyof typeof kinds]
  const group = [source, fields.accel ?? fields.accelerator, fields.devices, kind].join(' | ')
  const measured = kind === 'copy' ? gigabyte / fields.value : fields.value
  const from = { source: `${kind}: ${source}`, publication: String(fields.source_key), group }
  return {
    id: String(fields.id),
    kind: 'load',
    ...from,
    machine: String(fields.accel),
    old: false,
    tokens: 0,
    measured,
    predict,
  }
}

const kinds = {
  all_reduce_s: 'all-reduce',
  all_to_all_dispatch_s: 'all-to-all',
  all_to_all_combine_s: 'all-to-all',
  host_to_device_B_s: 'copy',
} as const

function predictorOf(fields: Fields): Case['predict'] | undefined {
  const { quantity, accel, devices, batch } = fields
  const machine = typeof accel === 'string' ? measuredMachine(accel) : undefined
  if (quantity === 'host_to_device_B_s') return copyFrom(fields)
  if (quantity === 'all_reduce_s' && machine?.scaleUpBandwidth !== undefined) {
    const { scaleUpBandwidth } = machine
    const least = call(allReduceTime, { ranks: devices, allReduceBytes: messageBytes(fields), scaleUpBandwidth })
    return ({ allReduceLatency, fabricEfficiency }) => allReduceLatency + least / fabricEfficiency
  }
  // There or back is half of the way; one token on a node, whose bytes are none.
  const isShort = /^all_to_all/.test(String(quantity)) && batch === 1 && typeof devices === 'number' && devices <= 8
  return isShort ? ({ allToAllLatency }) => allToAllLatency / 2 : undefined
}

const gigabyte = 1e9

/** B/s of the link to the host, by the name a row gives its machine: PCIe Gen4 and Gen5 at 16 lanes, and Grace's own. */
const hosts: readonly (readonly [name: RegExp, bandwidth: number])[] = [
  [/GH200/, 450e9],
  [/H100|H200|H800/, 64e9],
  [/A100|4090/, 32e9],
]

function copyFrom({ accelerator }: Fields): Case['predict'] | undefined {
  const found = hosts.find(([name]) => typeof accelerator === 'string' && name.test(accelerator))
  return found && (({ linkEfficiency }: Rates) => gigabyte / (found[1] * linkEfficiency))
}

/** A row of ours says its bytes. Of the files they come from one counts elements of two bytes, and its id ends in them. */
function messageBytes({ bytes, id, source_key }: Fields): number {
  if (typeof bytes === 'number') return bytes
  const counted = Number(/(\d+)$/.exec(String(id))?.[1])
  return source_key === 'aic-kernels' ? 2 * counted : counted
}
