// Under which conventions does an answer hold, and what does it leave out?
import type { Store } from '../deployment'
import { formatDuration, formatNumber, formatQuantity } from '../units'
import type { Numbers } from './candidate'
import type { PlacedOption } from './place'
import { type Ratings, ratingsIn, type Settled } from './question'
import type { WaitLimit } from './wait'

const priced = { all: 'on all bytes of the device', 'after-weights': 'on the bytes left after the weights' }

/** Each a sentence. */
export function notesOf(question: Settled, at: Numbers, options: readonly PlacedOption[], limit: WaitLimit): string[] {
  const { attention = 'attend', memory = 'all', writes = 'wear', deployment } = question
  const ratings = ratingsIn(question)
  return [
    typeof memory === 'string'
      ? `HBM is priced by the rent of whole devices, ${priced[memory]}.`
      : `HBM is priced as the part ${memory.id}.`,
    at.stall === 0
      ? 'Loads are hidden: no device waits (stall 0).'
      : `Loads stall ${at.stall} of the devices' time while they last.`,
    residencyNote(at.landing ?? 0),
    attention === 'leave-out'
      ? 'The attention term of rematerialization is left out.'
      : 'Rematerialization includes attention over the context.',
    writes === 'free'
      ? 'Writes are free.'
      : ratings === 'off'
        ? 'Ratings are off: no endurance and no yearly workload is counted.'
        : 'Writing to flash costs the endurance it uses up, where a rating is known.',
    ...(ratings === 'on'
      ? ['Disks read and write no more in a year than they are rated for, where a rating is known.']
      : []),
    ...moneyNotes(at),
    ...unratedNote(options, deployment.tiers, ratings),
    ...retentionNote(deployment.tiers, at.holdTime ?? 0, ratings),
    ...stageNote(options),
    ...stripeNote(options),
    ...practiceNotes(question, at),
    ...limitNote(options, limit),
    'Left out: queueing saved by a hit, contention, and host and network where no path is given.',
  ]
}

function residencyNote(landing: number): string {
  if (landing === 0) return 'The room in HBM that a landing cache takes is not counted.'
  const streams = landing === 1 ? '' : `, for ${formatNumber(landing)} of the load since it streams in`
  return `While it loads, a cache pays for the room in HBM it lands in${streams}, unless stalled devices pay for more.`
}

function moneyNotes({ capitalCost = 0, pue = 1, fill = 1, bandwidthUse = 1, waitPrice = 0 }: Numbers): string[] {
  const use = [
    ...(fill < 1 ? [`${formatNumber(100 * fill)} % of their space`] : []),
    ...(bandwidthUse < 1 ? [`${formatNumber(100 * bandwidthUse)} % of their bandwidth`] : []),
  ]
  return [
    capitalCost === 0
      ? 'Money costs nothing: purchases are written off evenly over their life.'
      : `What is bought is paid for with money at ${formatNumber(100 * capitalCost)} % a year; what is rented is not.`,
    ...(pue > 1 ? [`A joule in a machine takes ${formatNumber(pue)} at the meter.`] : []),
    ...(use.length > 0 ? [`Tiers are used to ${use.join(' and ')}.`] : []),
    ...(waitPrice > 0 ? [`A second of a waiting user costs ${formatQuantity(waitPrice, 'USD/s')}.`] : []),
  ]
}

/** Memory wears nothing out; of a tier of the reader's own nobody knows. */
function unratedNote(options: readonly PlacedOption[], tiers: readonly Store[], ratings: Ratings): string[] {
  if (ratings === 'off') return []
  const raced = new Set(options.map(({ option }) => option))
  const unrated = tiers.filter(
    ({ id, record, driveWritesPerDay, ratedWorkload, holdPrice }) =>
      raced.has(id) &&
      holdPrice === undefined &&
      (driveWritesPerDay ?? ratedWorkload) === undefined &&
      (record === undefined || record.medium === 'flash' || record.medium === 'disk'),
  )
  const names = unrated.map(({ id }) => id).join(', ')
  return names === '' ? [] : [`No rating is known of ${names}: nothing limits what is written and read there.`]
}

function retentionNote(tiers: readonly Store[], holdTime: number, ratings: Ratings): string[] {
  if (ratings === 'off') return []
  const short = tiers.filter(({ retention }) => retention !== undefined && retention < holdTime)
  return short.map(
    ({ id, retention = 0 }) =>
      `${id} is rated to keep bytes for ${formatDuration(retention)} without power: keep it on.`,
  )
}

function stageNote(options: readonly PlacedOption[]): string[] {
  const [stage] = options.flatMap((option) => (option.stage === undefined ? [] : [option.stage]))
  const staged = options.filter((option) => option.stage !== undefined).map(({ option }) => option)
  return stage === undefined ? [] : [`Bytes from ${staged.join(', ')} land in ${stage} first.`]
}

function stripeNote(options: readonly PlacedOption[]): string[] {
  const several = options.flatMap(({ option, drives }) => (drives === undefined ? [] : [`${drives} x ${option}`]))
  return several.length === 0 ? [] : [`Parts are read side by side: ${several.join(', ')}.`]
}

function practiceNotes({ parallel = false, compress = {} }: Settled, { hitShare = 1 }: Numbers): string[] {
  return [
    ...(parallel
      ? ['With +remat devices compute the front of a context, and are paid for it, while the back loads.']
      : []),
    ...Object.entries(compress).map(
      ([name, { ratio, decodeTime = 0 }]) =>
        `In ${name} a cache has ${formatNumber(ratio)} times fewer bytes and is unpacked ${decodeTime === 0 ? 'for nothing' : `in ${formatDuration(decodeTime)} of a device a token, while it loads`}; what that does to answers is left out.`,
    ),
    ...(hitShare < 1
      ? [
          `Of a kept prefix ${formatNumber(100 * hitShare)} % still matches: the rest is computed at every use, in HBM too.`,
        ]
      : []),
  ]
}

function limitNote(options: readonly PlacedOption[], { seconds, rule }: WaitLimit): string[] {
  if (rule === 'price') {
    const unknown = options.filter(({ inTime }) => !inTime).map(({ option }) => option)
    return unknown.length === 0 ? [] : [`The wait for ${unknown.join(', ')} is not known, so it cannot be priced.`]
  }
  if (options.every(({ inTime }) => inTime)) return []
  return [
    rule === 'deadline'
      ? 'Options too slow for the deadline are left out of the race.'
      : `Options slower than rematerializing (${formatDuration(seconds)}, the time of a request included) are left out of the race.`,
  ]
}
