// Which colour and which short name has an option of a placement? Those of its medium, in every figure.
import { type Medium, tier, tierIds } from '../catalog'
import { type Place, palette } from './palette'

const byMedium: { readonly [medium in Medium]: Place } = {
  hbm: 'hbm',
  ddr: 'ddr',
  lpddr: 'lpddr',
  cxl: 'ddr',
  flash: 'flash',
  disk: 'disk',
  object: 'object',
  block: 'flash',
}

// For tiers a reader names, the words people use.
const byWord: readonly (readonly [RegExp, Place])[] = [
  [/remat/i, 'remat'],
  [/hbm/i, 'hbm'],
  [/lpddr|grace|vera/i, 'lpddr'],
  [/ddr|dram|cxl|memory/i, 'ddr'],
  [/nvme|flash|ssd|qlc|tlc/i, 'flash'],
  [/hdd|disk/i, 'disk'],
]

/** Where an option's bytes wait; an unknown name counts as a remote store. */
export function placeOf(option: string): Place {
  if (option === 'hbm' || option === 'remat') return option
  if (tierIds().includes(option)) return byMedium[tier(option).medium]
  return byWord.find(([word]) => word.test(option))?.[1] ?? 'object'
}

export function colourOf(option: string): string {
  return palette[placeOf(option)]
}

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
}

/** A name that fits beside a curve. */
export function shortName(option: string): string {
  return shortNames[option] ?? option
}
