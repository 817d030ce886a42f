// What does a mixture of experts send between devices, and over which network?
import { constant, equation, input } from '../algebra'
import { batch, devices, passLength } from './vocabulary'

const source = 'pope2026 00:32'

export const experts = input('experts', { symbol: 'E', unit: '1', says: 'routed experts in a layer' })
export const activatedExperts = input('activatedExperts', {
  symbol: 'k_E',
  unit: '1',
  says: 'routed experts a token is sent to in a layer',
})
export const hiddenDim = input('hiddenDim', { symbol: 'd', unit: '1', says: 'width of the residual stream' })
export const bytesPerActivation = input('bytesPerActivation', {
  symbol: 'w_a',
  unit: 'B/token',
  says: 'bytes of one number of a token on its way through the network',
})
export const racks = input('racks', { symbol: 'n_r', unit: '1', says: 'racks one expert layer is spread over' })
export const scaleUpBandwidth = input('scaleUpBandwidth', {
  symbol: 'W_u',
  unit: 'B/s',
  says: 'fabric inside a scale-up domain, per device, both directions together',
})
export const networkBandwidth = input('networkBandwidth', {
  symbol: 'W_o',
  unit: 'B/s',
  says: 'scale-out network between domains, per device, one direction',
})
export const directions = constant('directions', 2, {
  unit: '1',
  says: 'a fabric is quoted with both directions added',
})
export const tripsToExperts = constant('tripsToExperts', 2, { unit: '1', says: 'to the experts and back' })

export const expertsPerDevice = equation('expertsPerDevice', {
  symbol: 'E/n_d',
  unit: '1',
  says: 'experts of a layer on one device',
  inputs: { experts, devices },
  expression: 'experts / devices',
  source,
})

export const expertsTouched = equation('expertsTouched', {
  symbol: 'E_B',
  unit: '1',
  says: 'experts of a layer that a decode step must read, tokens routed evenly and independently',
  inputs: { activatedExperts, experts, batch },
  expression: 'experts * (1 - (1 - activatedExperts / experts) ^ batch)',
  source,
})

export const dispatchBytes = equation('dispatchBytes', {
  symbol: 'b_d',
  unit: 'B/token',
  says: 'bytes a token sends in one expert layer, out to its experts and back',
  inputs: { tripsToExperts, activatedExperts, hiddenDim, bytesPerActivation },
  expression: 'tripsToExperts * activatedExperts * hiddenDim * bytesPerActivation',
  source,
})

export const crossingShare = equation('crossingShare', {
  symbol: 'x',
  unit: '1',
  says: 'share of what is sent that leaves its rack, experts chosen evenly',
  inputs: { racks },
  expression: '(racks - 1) / racks',
  source,
})

export const leavingTokens = equation('leavingTokens', {
  symbol: 'x_k',
  unit: '1',
  says: 'share of the tokens with at least one expert in another rack',
  inputs: { racks, activatedExperts },
  expression: '1 - (1 / racks) ^ activatedExperts',
  source,
})

export const allToAllTime = equation('allToAllTime', {
  symbol: 't_a',
  unit: 's',
  says: 'least time of the all-to-all of one expert layer inside a scale-up domain',
  inputs: { batch, passLength, dispatchBytes, devices, scaleUpBandwidth, directions },
  expression: 'batch * passLength * dispatchBytes / (devices * scaleUpBandwidth / directions)',
  source,
})

export const crossRackTime = equation('crossRackTime', {
  symbol: 't_x',
  unit: 's',
  says: 'least time of what leaves the racks when one expert layer is spread over several',
  inputs: { batch, passLength, dispatchBytes, crossingShare, devices, networkBandwidth },
  expression: 'batch * passLength * dispatchBytes * crossingShare / (devices * networkBandwidth)',
  source,
})

export const bandwidthRatio = equation('bandwidthRatio', {
  symbol: '\\rho_W',
  unit: '1',
  says: 'how many times faster scale-up is than scale-out, one direction each',
  inputs: { scaleUpBandwidth, directions, networkBandwidth },
  expression: 'scaleUpBandwidth / (directions * networkBandwidth)',
  source,
})

export const crossRackSlowdown = equation('crossRackSlowdown', {
  symbol: '\\sigma_x',
  unit: '1',
  says: 'how many times longer the all-to-all takes over several racks than inside one',
  inputs: { crossingShare, bandwidthRatio },
  expression: 'max(1 - crossingShare, crossingShare * bandwidthRatio)',
  source,
})
