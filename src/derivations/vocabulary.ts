// Which quantities does a reader give? One name each, everywhere: data key, equation input, argument, slider, --set.
import { constant, input } from '../algebra'

// The model
export const layers = input('layers', {
  symbol: 'L',
  unit: '1',
  says: 'attention layers whose cache grows with the context',
})
export const kvHeads = input('kvHeads', { symbol: 'n_{kv}', unit: '1', says: 'key/value heads per layer' })
export const queryHeads = input('queryHeads', { symbol: 'n_q', unit: '1', says: 'query heads per layer' })
export const headDim = input('headDim', {
  symbol: 'd_h',
  unit: '1',
  says: 'width of one head (mean of key and value widths)',
})
export const latentDim = input('latentDim', {
  symbol: 'd_c',
  unit: '1',
  says: 'width of the compressed latent in multi-head latent attention',
})
export const ropeDim = input('ropeDim', {
  symbol: 'd_r',
  unit: '1',
  says: 'width of the rotary key stored beside the latent',
})
export const activeParams = input('activeParams', {
  symbol: 'N_a',
  unit: '1',
  says: 'parameters a token passes through',
})
export const totalParams = input('totalParams', { symbol: 'N', unit: '1', says: 'all parameters' })
export const bytesPerElement = input('bytesPerElement', {
  symbol: 'w_{kv}',
  unit: 'B',
  says: 'bytes of one cached number',
})
export const bytesPerParam = input('bytesPerParam', { symbol: 'w', unit: 'B', says: 'bytes of one stored parameter' })
export const bytesPerToken = input('bytesPerToken', {
  symbol: 'b',
  unit: 'B/token',
  says: 'KV-cache bytes one token adds, whatever the architecture',
})

// The pass
export const batch = input('batch', { symbol: 'B', unit: '1', says: 'sequences in a step' })
export const context = input('context', { symbol: 'c', unit: 'token', says: 'tokens of a sequence already seen' })
export const passLength = input('passLength', {
  symbol: '\\ell',
  unit: 'token',
  says: 'new tokens of each sequence in a pass (1 in decode)',
})
export const attentionSlowdown = input('attentionSlowdown', {
  symbol: '\\zeta',
  unit: '1',
  says: "how many times slower attention's arithmetic runs than the weights': 2 for bf16 attention beside fp8 weights",
})

// The machine
export const flops = input('flops', { symbol: 'F', unit: 'FLOP/s', says: 'peak dense arithmetic rate of one device' })
export const mfu = input('mfu', {
  symbol: '\\eta',
  unit: '1',
  says: 'model FLOPs utilization: share of the peak a forward pass reaches',
})
export const memoryBandwidth = input('memoryBandwidth', {
  symbol: 'W_m',
  unit: 'B/s',
  says: 'HBM bandwidth of one device',
})
export const memoryCapacity = input('memoryCapacity', {
  symbol: 'C_m',
  unit: 'B',
  says: 'HBM capacity of one device, as its driver reports it',
})
export const devicePrice = input('devicePrice', {
  symbol: 'p_d',
  unit: 'USD/s',
  says: 'what one device costs while it is ours',
})
export const devices = input('devices', { symbol: 'n_d', unit: '1', says: 'devices that serve the model together' })
export const memoryShare = input('memoryShare', {
  symbol: '\\mu',
  unit: '1',
  says: "share of the device's price charged to its memory",
})

// The tier
export const tierCapacity = input('tierCapacity', { symbol: 'C', unit: 'B', says: 'capacity of the tier' })
export const tierBandwidth = input('tierBandwidth', { symbol: 'W', unit: 'B/s', says: 'read bandwidth of the tier' })
export const tierPrice = input('tierPrice', {
  symbol: 'p_t',
  unit: 'USD/s',
  says: 'what the tier costs while it is ours',
})
export const pathBandwidth = input('pathBandwidth', {
  symbol: 'W_p',
  unit: 'B/s',
  says: 'bandwidth of the link or network between tier and HBM',
})
export const fill = input('fill', { symbol: '\\phi', unit: '1', says: 'share of the tier that holds useful bytes' })
export const driveWritesPerDay = input('driveWritesPerDay', {
  symbol: 'k',
  unit: '1/s',
  says: 'full-drive writes per unit of time the flash survives over its life',
})
export const purchasePrice = input('purchasePrice', { symbol: 'P', unit: 'USD', says: 'what the part costs to buy' })
export const lifetime = input('lifetime', { symbol: '\\tau', unit: 's', says: 'time over which a part is written off' })
export const power = input('power', { symbol: 'Q', unit: 'J/s', says: 'electrical power the part draws' })
export const energyPrice = input('energyPrice', { symbol: 'e', unit: 'USD/J', says: 'price of electrical energy' })
export const pue = input('pue', {
  symbol: '\\upsilon',
  unit: '1',
  says: 'power usage effectiveness: energy of the building over energy of its machines',
})
export const capitalCost = input('capitalCost', {
  symbol: 'i',
  unit: '1',
  says: 'cost of capital: what the money of a purchase would have earned in a year, as a share of it',
})
export const bandwidthUse = input('bandwidthUse', {
  symbol: '\\phi_W',
  unit: '1',
  says: 'share of the bandwidth of a tier that traffic may be planned for',
})
export const ratedWorkload = input('ratedWorkload', {
  symbol: 'W_y',
  unit: 'B/s',
  says: 'bytes a disk is rated to read and write, on average over a year',
})

// The pause
export const holdTime = input('holdTime', { symbol: 'T', unit: 's', says: 'time the conversation is quiet' })
export const reuses = input('reuses', {
  symbol: 'r',
  unit: '1',
  says: 'expected uses per hold: below 1 the user may not return, above 1 a shared prefix',
})
export const stall = input('stall', {
  symbol: '\\sigma',
  unit: '1',
  says: 'stalled device-seconds over load time times devices: 0 hidden, 1 everything waits',
})

export const landing = input('landing', {
  symbol: '\\lambda_m',
  unit: '1',
  says: 'share of the load time for which a landing cache takes its room: 1 allocated at once, 1/2 as it streams in, 0 not counted',
})

export const waitPrice = input('waitPrice', {
  symbol: 'p_u',
  unit: 'USD/s',
  says: 'what a second of a waiting user is worth',
})

export const requestTime = input('requestTime', {
  symbol: 't_0',
  unit: 's',
  says: 'fixed time of a request in an engine, beside its arithmetic',
})

// The named 2s and 4s
export const keysAndValues = constant('keysAndValues', 2, {
  unit: '1/token',
  says: 'one key and one value vector per token',
})
export const latentsPerToken = constant('latentsPerToken', 1, {
  unit: '1/token',
  says: 'one latent per token, read as key and as value',
})
export const flopsPerParam = constant('flopsPerParam', 2, {
  unit: 'FLOP/token',
  says: 'one multiply and one add per parameter and token',
})
export const flopsPerPair = constant('flopsPerPair', 4, {
  unit: 'FLOP/token^2',
  says: 'a multiply-add for the score and one for the weighted value, per pair of tokens and head element',
})
