// How long does the user wait: for a load, or for a rematerialization?
import { equation } from '../algebra'
import { sequenceBytes } from './passBytes'
import { prefillFlops } from './passFlops'
import { context, devices, flops, mfu, pathBandwidth, requestTime, tierBandwidth } from './vocabulary'

export const loadTime = equation('loadTime', {
  symbol: 't_l',
  unit: 's',
  says: 'time to load a whole context into HBM, through the slower of tier and path',
  inputs: { sequenceBytes, tierBandwidth, pathBandwidth },
  expression: 'sequenceBytes / min(tierBandwidth, pathBandwidth)',
  source: 'pope2026 01:50',
})

export const rematLatency = equation('rematLatency', {
  symbol: 't_p',
  unit: 's',
  says: 'time to rematerialize a whole context on all devices, attention included',
  inputs: { context, prefillFlops, devices, flops, mfu },
  expression: 'context * prefillFlops / (devices * flops * mfu)',
  source: 'pope2026 01:50',
})

export const rematWait = equation('rematWait', {
  symbol: 't_u',
  unit: 's',
  says: 'what the user waits for a rematerialization: the fixed time of the request, then the forward pass',
  inputs: { requestTime, rematLatency },
  expression: 'requestTime + rematLatency',
  source: 'engines need 30 to 60 ms for a request to its first token',
})

export const breakEvenBandwidth = equation('breakEvenBandwidth', {
  symbol: 'W^*',
  unit: 'B/s',
  says: 'bandwidth at which loading takes as long as rematerializing',
  inputs: { sequenceBytes, rematLatency },
  expression: 'sequenceBytes / rematLatency',
  source: 'Mooncake, FAST 2025, eq. 2, states the same condition',
  from: 'setting the time to load equal to the time to rematerialize',
})
