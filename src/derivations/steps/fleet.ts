// What does a fleet of parts charge for a token? Little's law says how many parts; the scarcest resource says how many are rented.
import { equation, input } from '../../algebra'
import { type Derivation, derive } from '../../algebra/derivation'
import { bytesPerToken, fill, fleetKeepCost, holdCost, holdTime, tierBandwidth, tierCapacity, tierPrice } from '..'
import { gives } from './derived'

const arrivals = input('arrivals', { symbol: '\\lambda', unit: 'token/s', says: 'tokens put to wait per second' })
const writeBandwidth = input('writeBandwidth', {
  symbol: 'W_w',
  unit: 'B/s',
  says: 'write bandwidth of one part of the tier',
})

const spaceParts = equation('spaceParts', {
  symbol: 'n_s',
  unit: '1',
  says: "parts needed for space: by Little's law arrivals times hold time wait at once",
  inputs: { arrivals, holdTime, bytesPerToken, tierCapacity, fill },
  expression: 'arrivals * holdTime * bytesPerToken / (tierCapacity * fill)',
})
const readParts = equation('readParts', {
  symbol: 'n_g',
  unit: '1',
  says: 'parts needed for reads: every token is read once',
  inputs: { arrivals, bytesPerToken, tierBandwidth },
  expression: 'arrivals * bytesPerToken / tierBandwidth',
})
const writeParts = equation('writeParts', {
  symbol: 'n_w',
  unit: '1',
  says: 'parts needed for writes: every token is written once',
  inputs: { arrivals, bytesPerToken, writeBandwidth },
  expression: 'arrivals * bytesPerToken / writeBandwidth',
})
const fleetTokenCost = equation('fleetTokenCost', {
  symbol: 'q_\\lambda',
  unit: 'USD/token',
  says: "a token's share of the rent of the fleet",
  inputs: { tierPrice, spaceParts, readParts, writeParts, arrivals },
  expression: 'tierPrice * max(spaceParts, readParts, writeParts) / arrivals',
})

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
      .rewrite(
        'fleetTokenCost = bytesPerToken * (tierPrice / (tierCapacity * fill)) * max(holdTime, fill * (tierCapacity / tierBandwidth))',
        'take what both arms share out of the max',
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
