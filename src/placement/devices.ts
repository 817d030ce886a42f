// How many devices does the model need? As many as hold its weights.
import { Refusal } from '../units'

/** The fewest devices whose memory together holds the weights and leaves something for the cache. */
export function smallestNumberOfDevices(at: Readonly<Record<string, number>>): number {
  const { totalParams, bytesPerParam, memoryCapacity } = at
  if (totalParams === undefined || bytesPerParam === undefined || memoryCapacity === undefined) {
    throw new Refusal(
      'The number of devices cannot be chosen without totalParams, bytesPerParam and memoryCapacity: give devices.',
    )
  }
  return Math.floor((totalParams * bytesPerParam) / memoryCapacity) + 1
}
