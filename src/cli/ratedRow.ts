// What does a tier charge as much as its maker rates it for? Reads, writes and the time to move all of it once, beside what it can do.
import { call } from '../algebra'
import type { Store } from '../deployment'
import { priceOf } from '../deployment/tierPrice'
import * as derivations from '../derivations'
import type { Ratings } from '../placement'
import { formatDuration, formatMoney, formatNumber, formatQuantity } from '../units'
import { table } from './columns'

export interface Rated {
  readonly by: 'workload' | 'endurance'
  /** B/s that may be moved: read and written, or written */
  readonly rate: number
  /** s to move all of it once so */
  readonly drainTime: number
  /** USD/B */
  readonly retrievePrice: number
  readonly writePrice: number
}

const { drainTime, retrievePrice, sustainedRetrievePrice, wearPrice, workloadPrice } = derivations

/** Nothing for a service, for what has no rating, and where the rating does not count. */
export function ratedOf(store: Store, ratings: Ratings): Rated | null {
  const { tierCapacity, tierBandwidth, driveWritesPerDay, ratedWorkload, holdPrice } = store
  if (holdPrice !== undefined || tierCapacity === undefined || tierBandwidth === undefined) return null
  const numbers = { tierPrice: priceOf(store), tierCapacity, tierBandwidth }
  if (ratings === 'on' && ratedWorkload !== undefined) {
    return {
      ...{ by: 'workload', rate: ratedWorkload },
      drainTime: drainTime({ tierCapacity, tierBandwidth: ratedWorkload }),
      retrievePrice: call(sustainedRetrievePrice, { ...numbers, ratedWorkload, bandwidthUse: 1 }),
      writePrice: call(workloadPrice, { ...numbers, ratedWorkload }),
    }
  }
  if (ratings === 'off' || driveWritesPerDay === undefined) return null
  const rate = tierCapacity * driveWritesPerDay
  return {
    ...{ by: 'endurance', rate },
    drainTime: drainTime({ tierCapacity, tierBandwidth: rate }),
    retrievePrice: call(retrievePrice, numbers),
    writePrice: call(wearPrice, { ...numbers, driveWritesPerDay }),
  }
}

interface Row {
  readonly tier: string
  readonly rated: Rated | null
  readonly doubtful: readonly string[]
}

export const ratedTitle = "At the makers' ratings; the drain time is that of all bytes moved once so"

/** A table of those that are rated; with the bytes of a token, by the token. */
export function ratedLines(rows: readonly Row[], bytesPerToken?: number): string[] {
  const unit = bytesPerToken === undefined ? 'GB' : 'Mtoken'
  const cells = rows.flatMap(({ tier, rated, doubtful }) =>
    rated === null ? [] : [[tier, ...cellsOf(rated, doubtful.length > 0 ? '~' : '', bytesPerToken)]],
  )
  if (cells.length === 0) return []
  return table(['tier', 'rated for', 'drain time', `read/${unit}`, `write/${unit}`], cells, [1, 2, 3, 4])
}

function cellsOf(rated: Rated, mark: string, bytesPerToken: number | undefined): string[] {
  const bytes = bytesPerToken === undefined ? 1e9 : 1e6 * bytesPerToken
  const prices = [rated.retrievePrice, rated.writePrice].map((price) => `${mark}${formatMoney(price * bytes)}`)
  return [ratingText(rated), formatDuration(rated.drainTime), ...prices]
}

const [day, year] = [86_400, derivations.yearOfCapital.value]

const ratingText = ({ by, rate, drainTime }: Rated): string =>
  by === 'workload' ? `${formatQuantity(rate * year, 'B')}/year` : `written ${formatNumber(day / drainTime)}×/day`
