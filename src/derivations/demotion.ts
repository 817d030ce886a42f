// What does a pause cost whose end nobody knows? Each tier for the time spent in it, the way down for those who still wait.
import { equation, input } from '../algebra'
import { rematCost, retrieveCost, writeCost } from './keepOrRemat'

export const holdRate = input('holdRate', {
  symbol: 'u_h',
  unit: 'USD/(token*s)',
  says: 'price of holding one token for a second',
})
export const timeInStage = input('timeInStage', {
  symbol: 't_s',
  unit: 's',
  says: 'mean time a pause lasts while its cache is in one stage: its chance to go on, summed over the stage',
})
export const returnedShare = input('returnedShare', {
  symbol: '\\phi_g',
  unit: '1',
  says: 'share of the pauses that end in a stage',
})
export const waitingShare = input('waitingShare', {
  symbol: '\\phi_w',
  unit: '1',
  says: 'share of the pauses that have not ended by a move',
})
export const readCost = input('readCost', {
  symbol: 'q_o',
  unit: 'USD/token',
  says: 'cost to read one token out of a tier where no device waits for it',
})
export const meanPause = input('meanPause', { symbol: '\\bar T', unit: 's', says: 'mean length of a pause' })
export const timeToLive = input('timeToLive', {
  symbol: 't_d',
  unit: 's',
  says: 'how long a cache is kept before it is deleted',
})

const source = 'renewal reward: the mean over pauses of what each pays'

export const stageCost = equation('stageCost', {
  symbol: 'q_i',
  unit: 'USD/token',
  says: 'expected cost of a stage: held by those who wait, retrieved by those who return in it',
  inputs: { holdRate, timeInStage, returnedShare, retrieveCost },
  expression: 'holdRate * timeInStage + returnedShare * retrieveCost',
  source,
})

export const moveCost = equation('moveCost', {
  symbol: 'q_m',
  unit: 'USD/token',
  says: 'expected cost of moving down a tier: read from one and written to the next for those who still wait',
  inputs: { waitingShare, readCost, writeCost },
  expression: 'waitingShare * (readCost + writeCost)',
  source,
})

export const memorylessCost = equation('memorylessCost', {
  symbol: 'q_e',
  unit: 'USD/token',
  says: 'expected cost of one tier and a time to live where the chance of a return is the same at every age',
  inputs: { writeCost, holdRate, meanPause, retrieveCost, timeToLive, rematCost },
  expression:
    'writeCost + (1 - exp(-timeToLive / meanPause)) * (holdRate * meanPause + retrieveCost) + exp(-timeToLive / meanPause) * rematCost',
  source: 'an exponential pause; linear in the share that outlives the time to live, so best at an end',
})
