// How long does it take to read a whole configuration of a tier once: many parts, perhaps behind few links, perhaps not full?
import { equation, input } from '../algebra'
import { fill, pathBandwidth, tierBandwidth, tierCapacity } from './vocabulary'

export const tierParts = input('tierParts', {
  symbol: 'n_t',
  unit: '1',
  says: 'parts of a tier that are read together',
})
export const tierPaths = input('tierPaths', { symbol: 'n_p', unit: '1', says: 'links between those parts and HBM' })

export const configurationDrainTime = equation('configurationDrainTime', {
  symbol: 'D_n',
  unit: 's',
  says: 'time to read what a configuration of parts holds once, through its links',
  inputs: { tierParts, tierCapacity, fill, tierBandwidth, tierPaths, pathBandwidth },
  expression: 'tierParts * tierCapacity * fill / min(tierParts * tierBandwidth, tierPaths * pathBandwidth)',
  source: 'pope2026 01:55',
})
