// Which flags edit a deployment? The same for every verb that asks about one.
import { priceSeries } from '../../catalog'
import { calibration } from '../../catalog/calibration'
import { weightFormats } from '../../deployment/operating'
import { bases } from '../../deployment/read'
import { kvDtypes } from '../../model'
import { readingFlags } from '../reading'
import { setFlag } from '../settings'
import { type Flags, manyPairs } from '../words'
import { precisionFlag } from './precision'

const { low, high } = calibration('mfu.bf16')

export const datedFlags: Flags = {
  basis: { takes: bases.join('|'), says: 'how tiers are priced: the bare part, with host and power, or rented' },
  prices: {
    takes: priceSeries.join('|'),
    says: "which market answers for tiers: each one's own, spot where it has one, or forecasts too (contract)",
  },
  'as-of': { takes: 'DATE', says: 'prices no later than this, such as 2025-Q3 or 2026-05' },
}

export const deploymentFlags: Flags = {
  deployment: { takes: 'FILE', says: 'read model, machine, layout, tiers and prices from this; other flags change it' },
  save: { takes: 'FILE', says: 'write the deployment of this command there' },
  model: { takes: 'MODEL', says: 'a catalogue model, a config.json, or - for standard input' },
  ...readingFlags,
  accelerator: { takes: 'ACCELERATOR', repeats: true, says: 'what serves it; place, fit and serve compare several' },
  devices: { takes: 'N', says: 'how many serve it together (the fewest with room for four such conversations)' },
  tp: { takes: 'N', says: 'devices over which matrices and heads are cut (as many as divide them)' },
  pp: { takes: 'N', says: 'stages of layers (the devices that are left)' },
  ep: { takes: 'N', says: 'devices over which experts are spread whole (1)' },
  'dp-attention': { says: 'a sequence lives on one device of its group: one copy of its cache' },
  dcp: { says: 'the cache is cut along the context over the --tp devices: one copy' },
  precision: precisionFlag,
  weights: { takes: Object.keys(weightFormats).join('|'), says: 'store all weights so (as the checkpoint does)' },
  'kv-dtype': {
    takes: 'DTYPE',
    says: `${kvDtypes.join(', ')}, or an engine's name for one; q8_0/q4_0 for keys and values apart; auto (bf16)`,
  },
  tiers: { takes: 'TIER,TIER…', says: 'only these (all that attach and have a price)' },
  drives: { takes: manyPairs, says: 'parts read side by side, such as nvme-tlc-gen5=4 (a usual number of each)' },
  network: { takes: 'LINK', says: 'over which each device reaches a service, such as network-400g' },
  ...datedFlags,
  ideal: { says: 'every rate at its peak: bounds' },
  calibrated: {
    says: `the usual shares of the peaks: a prefill reaches half, where measured ones reached ${low} to ${high} (this)`,
  },
  set: setFlag,
}

export const sourcesFlag = { says: 'also say where every number comes from' }

export const conversationFlags: Flags = {
  context: { takes: 'N', says: 'tokens of a conversation (32768, or all the model takes)' },
  'accept-context': { says: 'a context beyond the one the model was made for is meant' },
}

export const allRatings = ['on', 'endurance', 'off'] as const

export const ratingsFlag = {
  takes: allRatings.join('|'),
  says: "makers' ratings that limit a tier: yearly workload of disks and endurance of flash, that alone, none (on)",
}

/** Flags of what is asked of a deployment, where costs are counted. */
export const askingFlags: Flags = {
  stall: { takes: '0..1', says: 'share of the devices that wait while a cache is loaded (0)' },
  memory: {
    takes: 'all|after-weights|component',
    says: 'how HBM is priced: rent over all bytes, over those the weights leave, or as a part (all)',
  },
  ratings: ratingsFlag,
  residency: {
    takes: 'whole|streamed|off',
    says: 'the room in HBM a cache takes while it loads: all of it from the start, half on average, not counted (whole)',
  },
  stage: { takes: 'TIER', says: 'slower tiers load into this one first' },
  capital: { takes: 'RATE', says: 'cost of the capital in what is bought, a year, such as 10% (0)' },
  'no-writes': { says: 'writing wears nothing out' },
  'no-attention': { says: 'rematerializing is counted without attention' },
}
