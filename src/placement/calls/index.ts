export { type Call, type CallTokens, cachedBy, promptOf } from './call'
export { callsIn, type LogReader, logReader } from './log'
