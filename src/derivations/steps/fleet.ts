// What does a fleet of parts charge for a token? Little's law says how many parts; the scarcest resource says how many are rented.
import { type Derivation, derive } from '../../algebra/derivation'
import { flashTokenCost, fleetFlashCost, fleetKeepCost, fleetTokenCost, holdCost } from '..'
import { gives } from './derived'

const quickWrites = (says: string): Derivation =>
  derive(fleetTokenCost, {
    with: [fleetKeepCost, holdCost],
    says,
    because: 'enough parts for space, for reads and for writes: the most of the three',
  }).arm('readParts > writeParts')

export const fleet = [
  gives(fleetKeepCost, () =>
    quickWrites(fleetKeepCost.says)
      .substitute('spaceParts')
      .substitute('readParts')
      .suppose('reuses', '1')
      .suppose('bandwidthUse', '1')
      .rewrite(
        'fleetTokenCost = bytesPerToken * (tierPrice / (tierCapacity * fill)) * max(holdTime, fill * (tierCapacity / tierBandwidth))',
        'take what both arms share out of the max',
      )
      .name('tierPrice / (tierCapacity * fill)', 'holdPrice')
      .name('tierCapacity / tierBandwidth', 'drainTime')
      .suppose('fill', '1'),
  ),
  gives(fleetFlashCost, () =>
    derive(flashTokenCost, {
      with: [fleetFlashCost],
      says: fleetFlashCost.says,
      because: 'enough drives for space, for reads and for the writes they are rated for: the most of the three',
    })
      .substitute('spaceParts')
      .substitute('readParts')
      .substitute('enduranceParts')
      .suppose('bandwidthUse', '1')
      .rewrite(
        'flashTokenCost = bytesPerToken * (tierPrice / (tierCapacity * fill)) * max(holdTime, reuses * fill * (tierCapacity / tierBandwidth), fill / driveWritesPerDay)',
        'take what the arms share out of the max',
      )
      .name('tierPrice / (tierCapacity * fill)', 'holdPrice')
      .name('tierCapacity / tierBandwidth', 'drainTime')
      .suppose('fill', '1'),
  ),
  {
    ...gives(holdCost, () =>
      quickWrites('In a long pause a token pays for its space alone.')
        .arm('spaceParts > readParts')
        .substitute('spaceParts')
        .cancel('arrivals'),
    ),
    from: 'the same fleet where the pause is longer than the drain time: space binds',
    id: 'spaceBinds',
  },
]
