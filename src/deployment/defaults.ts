// Which numbers are there where nobody says otherwise? Those of the usual conventions, and the shares of a peak that are reached.
import { assumption } from '../catalog'
import { calibration } from '../catalog/calibration'
import { amountIn } from './amount'
import type { Efficiency } from './deployment'
import { given, type Known, knownAs, knownFact } from './known'

/** Loads are hidden, each conversation returns once, tiers are full and busy, the whole rent is the memory's, money and waits cost nothing. */
const usual = { stall: 0, reuses: 1, fill: 1, bandwidthUse: 1, memoryShare: 1, capitalCost: 0, pue: 1, waitPrice: 0 }

export function usualNumbers(efficiency: Efficiency | undefined): Record<string, Known> {
  return {
    ...knownAs(usual, { source: 'default' }),
    // A bound leaves out what a machine that does better need not pay.
    landing: { value: efficiency === 'ideal' ? 0 : 1, unit: '1', source: 'default' },
    mfu: mfuOf(efficiency),
    requestTime: { ...knownFact(assumption('requestTime')), source: 'default', measured: calibration('requestTime') },
  }
}

function mfuOf(efficiency: Efficiency = 'calibrated'): Known {
  if (efficiency === 'ideal') return { value: 1, unit: '1', source: 'ideal: the peak itself, a bound' }
  if (efficiency === 'calibrated' || efficiency.mfu === undefined) {
    return { ...knownFact(assumption('mfu')), source: 'default', measured: calibration('mfu.bf16') }
  }
  return { value: amountIn(efficiency.mfu, '1', 'efficiency.mfu'), unit: '1', ...given }
}
