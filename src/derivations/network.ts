// What does a network add to a load? The ports of the server that holds a tier are shared by its parts, and a request takes time to be answered.
import { equation, input } from '../algebra'
import { loadTime } from './latency'
import { tierBandwidth } from './vocabulary'

export const ports = input('ports', {
  symbol: 'n_p',
  unit: '1',
  says: 'network ports of the server that holds a tier',
})
export const portBandwidth = input('portBandwidth', {
  symbol: 'W_p',
  unit: 'B/s',
  says: 'bandwidth of one network port',
})
export const drives = input('drives', {
  symbol: 'n_z',
  unit: '1',
  says: 'parts of a tier read side by side in one server',
})

export const portedBandwidth = equation('portedBandwidth', {
  symbol: "W'",
  unit: 'B/s',
  says: 'read bandwidth of a part in another server: its own, or its share of the ports',
  inputs: { tierBandwidth, ports, portBandwidth, drives },
  expression: 'min(tierBandwidth, ports * portBandwidth / drives)',
  source: 'the slowest hop of a chain',
})

export const firstByteTime = input('firstByteTime', {
  symbol: 't_1',
  unit: 's',
  says: 'time from a request to its first byte',
})

export const answeredLoadTime = equation('answeredLoadTime', {
  symbol: "t_l''",
  unit: 's',
  says: 'time to load a whole context from a tier that answers late: all is asked for side by side, then it comes',
  inputs: { firstByteTime, loadTime },
  expression: 'firstByteTime + loadTime',
  source: 'makers of object stores quote the time to the first byte',
})
