// How long does a pass take on a machine that is not ideal? Shares of the peaks, and times that do not shrink with the work.
import { constant, equation, input } from '../algebra'
import { allToAllTime, directions, scaleUpBandwidth } from './expertLayout'
import { loadTime } from './latency'
import { computeTime, kvTime, stepTime, weightTime } from './roofline'
import { batch, mfu, passLength, requestTime } from './vocabulary'

const source = 'fitted to measurements: npm run calibrate'

export const bandwidthEfficiency = input('bandwidthEfficiency', {
  symbol: '\\eta_W',
  unit: '1',
  says: 'share of the memory bandwidth that a pass reaches when it reads weights and caches',
})
export const linkEfficiency = input('linkEfficiency', {
  symbol: '\\eta_\\ell',
  unit: '1',
  says: 'share of the bandwidth of a link or network that a load reaches',
})
export const fabricEfficiency = input('fabricEfficiency', {
  symbol: '\\eta_u',
  unit: '1',
  says: 'share of the bandwidth of the fabric between devices that large exchanges reach',
})
export const halfTokens = input('halfTokens', {
  symbol: 'n_{1/2}',
  unit: 'token',
  says: 'tokens of a pass at which arithmetic reaches half of the utilization that it has in a long one',
})
export const passLayers = input('passLayers', {
  symbol: 'L_n',
  unit: '1',
  says: 'layers that a pass goes through, whatever they cache',
})
export const layerTime = input('layerTime', {
  symbol: 't_L',
  unit: 's',
  says: 'fixed time of a layer in a pass, however little it reads and computes',
})
export const ranks = input('ranks', { symbol: 'n_u', unit: '1', says: 'devices over which every matrix is cut' })
export const allReduces = input('allReduces', {
  symbol: 'n_\\Sigma',
  unit: '1',
  says: 'all-reduces of a pass: two a layer where matrices are cut over devices',
})
export const allReduceBytes = input('allReduceBytes', {
  symbol: 'b_\\Sigma',
  unit: 'B',
  says: 'bytes of one all-reduce: the width of the stream for each new token',
})
export const allReduceLatency = input('allReduceLatency', {
  symbol: 't_\\Sigma',
  unit: 's',
  says: 'time of an all-reduce of few bytes',
})
export const allToAlls = input('allToAlls', {
  symbol: 'n_\\leftrightarrow',
  unit: '1',
  says: 'layers of a pass whose tokens go to experts on other devices and back',
})
export const allToAllLatency = input('allToAllLatency', {
  symbol: 't_\\leftrightarrow',
  unit: 's',
  says: 'time to send few tokens to their experts and back, one layer',
})
export const transferTime = input('transferTime', {
  symbol: 't_f',
  unit: 's',
  says: 'fixed time of a load from another memory, however few bytes it moves',
})
export const ringPasses = constant('ringPasses', 2, {
  unit: '1',
  says: 'an all-reduce sends its bytes round twice: to be added up, and as sums',
})

export const reachedMfu = equation('reachedMfu', {
  symbol: '\\eta_n',
  unit: '1',
  says: 'model FLOPs utilization of a pass of that many tokens: short ones leave multipliers idle',
  inputs: { mfu, batch, passLength, halfTokens },
  expression: 'mfu * batch * passLength / (batch * passLength + halfTokens)',
  source,
})

export const launchTime = equation('launchTime', {
  symbol: 't_i',
  unit: 's',
  says: 'fixed time of a pass: of each layer, whatever it does',
  inputs: { passLayers, layerTime },
  expression: 'passLayers * layerTime',
  source,
})

export const allReduceTime = equation('allReduceTime', {
  symbol: 't_{\\Sigma b}',
  unit: 's',
  says: 'least time of the bytes of one all-reduce round a ring of devices',
  inputs: { ringPasses, ranks, allReduceBytes, scaleUpBandwidth, directions },
  expression: 'ringPasses * (ranks - 1) / ranks * allReduceBytes / (scaleUpBandwidth / directions)',
  source: 'ring all-reduce: each device sends its share on to the next, twice round',
})

export const exchangeTime = equation('exchangeTime', {
  symbol: 't_e',
  unit: 's',
  says: 'time in which devices wait for what others computed: sums under tensor, tokens under expert parallelism',
  inputs: { allReduces, allReduceLatency, allReduceTime, allToAlls, allToAllLatency, allToAllTime, fabricEfficiency },
  expression:
    'allReduces * (allReduceLatency + allReduceTime / fabricEfficiency) + allToAlls * (allToAllLatency + allToAllTime / fabricEfficiency)',
  source,
})

export const calibratedStepTime = equation('calibratedStepTime', {
  symbol: "t'",
  unit: 's',
  says: 'expected time of a pass: the roofline at the shares that are reached, then what does not shrink with the work',
  inputs: { computeTime, reachedMfu, weightTime, kvTime, bandwidthEfficiency, launchTime, exchangeTime },
  expression: 'max(computeTime / reachedMfu, (weightTime + kvTime) / bandwidthEfficiency) + launchTime + exchangeTime',
  source,
})

export const firstTokenTime = equation('firstTokenTime', {
  symbol: "t_1'",
  unit: 's',
  says: 'expected time to the first token of a request that waits for no other',
  inputs: { requestTime, calibratedStepTime },
  expression: 'requestTime + calibratedStepTime',
  source,
})

export const calibratedLoadTime = equation('calibratedLoadTime', {
  symbol: '\\tilde t_l',
  unit: 's',
  says: 'expected time to load a whole context into HBM, through the slower of tier and path',
  inputs: { transferTime, loadTime, linkEfficiency },
  expression: 'transferTime + loadTime / linkEfficiency',
  source,
})

export const rooflineReached = equation('rooflineReached', {
  symbol: '\\eta_t',
  unit: '1',
  says: 'share of its roofline that a pass reaches: least time over expected time',
  inputs: { stepTime, calibratedStepTime },
  expression: 'stepTime / calibratedStepTime',
  source,
})
