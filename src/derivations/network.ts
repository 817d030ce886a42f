// What does a network leave of a tier's bandwidth? The ports of the server that holds it are shared by all its parts.
import { equation, input } from '../algebra'
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
