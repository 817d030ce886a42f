// What is an option called in few words, and which place do words mean? Without the catalogue, so that a page can ask too.
import type { Place } from './palette'

// The words people use.
const byWord: readonly (readonly [RegExp, Place])[] = [
  [/remat/i, 'remat'],
  [/hbm/i, 'hbm'],
  [/lpddr|\bgrace\b|\bvera\b/i, 'lpddr'],
  [/ddr|dram|cxl|memory/i, 'ddr'],
  [/nvme|flash|ssd|qlc|tlc|\bebs\b|\bcmx\b/i, 'flash'],
  [/hdd|disk/i, 'disk'],
]

const shortNames: Readonly<Record<string, string>> = {
  hbm: 'HBM',
  remat: 'rematerialize',
  'hbm3e-on-package': 'HBM3e',
  'ddr5-rdimm-server': 'DDR5',
  'grace-lpddr5x': 'Grace LPDDR5X',
  'vera-lpddr5x': 'Vera LPDDR5X',
  'cxl-cz120': 'CXL memory',
  'nvme-tlc-gen5': 'NVMe TLC',
  'nvme-tlc-gen6': 'NVMe TLC gen 6',
  'nvme-qlc': 'NVMe QLC',
  'hdd-hamr': 'disk',
  'aws-s3-standard': 'S3',
  'aws-s3-express': 'S3 Express',
  'gcs-standard': 'GCS',
  'aws-ebs-gp3': 'EBS gp3',
  'aws-ebs-io2': 'EBS io2',
  'aws-memory-marginal': 'rented DRAM',
  'nvidia-cmx': 'CMX',
  'rdma-pool-ddr5-rdimm': 'DDR5 pool',
  'nvme-of-tlc': 'NVMe-oF TLC',
}

/** A name that fits beside a curve. */
export function shortName(option: string): string {
  const [, tier = option, with_ = ''] = /^(.*?)([/+].*)?$/.exec(option) ?? []
  const name = shortNames[tier] ?? tier
  return with_ === '' ? name : `${name} ${with_ === '+remat' ? 'and remat' : `in ${with_.slice(1)}`}`
}

const known: ReadonlySet<string> = new Set(Object.values(shortNames))

/** The place a whole text names, such as a cell of a table: `DDR5`, or in doubt `DDR5 (?)`. */
export function placeNamed(text: string): Place | undefined {
  const name = text.trim().replace(/ \(\?\)$/, '')
  return known.has(name) ? (placeInWords(name) ?? 'object') : undefined
}

export function placeInWords(text: string): Place | undefined {
  return byWord.find(([word]) => word.test(text))?.[1]
}
