// What does a price list say about the machine behind it? Each reading rests on one assumption; `says` names it.
import { equation } from '../algebra'
import { rematCost, rematTime } from './keepOrRemat'
import { forwardFlops } from './passFlops'
import {
  hitPrice,
  inputPrice,
  longLife,
  longWritePrice,
  outputPrice,
  shortLife,
  shortWritePrice,
  storagePrice,
} from './priceVocabulary'
import { machineBalance } from './roofline'
import { holdPrice, memoryHoldPrice } from './tierPrices'
import { bytesPerToken, context, mfu, passLength, pathBandwidth } from './vocabulary'

const source = 'pope2026 01:33'

export const inferredBytesPerToken = equation('inferredBytesPerToken', {
  symbol: 'b_1',
  unit: 'B/token',
  says: 'KV bytes per token if reading the cache meets the arithmetic at the context where the price steps up',
  inputs: { passLength, forwardFlops, machineBalance, context },
  expression: 'passLength * forwardFlops / (machineBalance * context)',
  source,
  from: 'setting the time of the caches equal to that of the arithmetic at the context where a price list steps up',
})

export const outputOverInput = equation('outputOverInput', {
  symbol: 'p_o/p_i',
  unit: '1',
  says: 'how many times dearer a token is to write than to read',
  inputs: { outputPrice, inputPrice },
  expression: 'outputPrice / inputPrice',
  source,
})

export const impliedDecodeMfu = equation('impliedDecodeMfu', {
  symbol: '\\eta_d',
  unit: '1',
  says: 'share of the peak that decode reaches if both prices are cost and prefill reaches mfu',
  inputs: { mfu, outputOverInput },
  expression: 'mfu / outputOverInput',
  source,
})

export const hitOverMiss = equation('hitOverMiss', {
  symbol: 'p_h/p_i',
  unit: '1',
  says: 'price of a token from cache over that of one computed anew',
  inputs: { hitPrice, inputPrice },
  expression: 'hitPrice / inputPrice',
  source,
})

export const inferredBytesFromHit = equation('inferredBytesFromHit', {
  symbol: 'b_2',
  unit: 'B/token',
  says: 'KV bytes per token if a hit costs only the time a device stands still while the token is loaded: an upper bound',
  inputs: { hitOverMiss, rematTime, pathBandwidth },
  expression: 'hitOverMiss * rematTime * pathBandwidth',
  source,
})

export const storagePriceFromWrites = equation('storagePriceFromWrites', {
  symbol: 'p_w',
  unit: 'USD/(token*s)',
  says: 'price of keeping a token for a second if it is all that the two cache writes differ by',
  inputs: { longWritePrice, shortWritePrice, longLife, shortLife },
  expression: '(longWritePrice - shortWritePrice) / (longLife - shortLife)',
  source,
})

export const impliedHoldPrice = equation('impliedHoldPrice', {
  symbol: 'h_p',
  unit: 'USD/(B*s)',
  says: 'price of holding a byte for a second that a listed price per token means',
  inputs: { storagePrice, bytesPerToken },
  expression: 'storagePrice / bytesPerToken',
  source,
})

export const inferredBytesFromStorage = equation('inferredBytesFromStorage', {
  symbol: 'b_3',
  unit: 'B/token',
  says: 'KV bytes per token if storage is sold at what the tier costs',
  inputs: { storagePrice, holdPrice },
  expression: 'storagePrice / holdPrice',
  source,
})

export const listedCrossover = equation('listedCrossover', {
  symbol: 'T_p',
  unit: 's',
  says: 'hold time at which a list charges as much for keeping a token as for sending it again',
  inputs: { inputPrice, hitPrice, storagePrice },
  expression: '(inputPrice - hitPrice) / storagePrice',
  source,
  from: 'setting the price of a fresh token equal to a hit and its storage',
})

export const inferredBytesFromCrossover = equation('inferredBytesFromCrossover', {
  symbol: 'b_4',
  unit: 'B/token',
  says: "KV bytes per token if the list's crossover is that of HBM against rematerialization; the device's price cancels",
  inputs: { rematCost, memoryHoldPrice, listedCrossover },
  expression: 'rematCost / (memoryHoldPrice * listedCrossover)',
  source,
})

export const markup = equation('markup', {
  symbol: 'm_p',
  unit: '1',
  says: "buyer's price of input over the operator's cost of the forward pass",
  inputs: { inputPrice, rematCost },
  expression: 'inputPrice / rematCost',
  source,
})
