// What do the equations call a field of data/? Its own name, or the number it becomes on the way to them.

const everywhere: Readonly<Record<string, readonly string[]>> = {
  memoryBandwidth: ['memoryBandwidth'],
  marketedCapacity: ['memoryCapacity'],
  driverCapacity: ['memoryCapacity'],
  flops: ['flops'],
  rental: ['devicePrice'],
  scaleUpBandwidth: ['scaleUpBandwidth'],
  networkBandwidth: ['networkBandwidth'],
  hostBandwidth: ['pathBandwidth'],
}

const parts: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    ['tierCapacity', 'tierBandwidth', 'writeBandwidth', 'driveWritesPerDay', 'ratedWorkload']
      .concat(['drives', 'ports', 'firstByteTime'])
      .map((name) => [name, [name]]),
  ),
  // What a part costs a second is worked out from what it cost, its life and its power.
  prices: ['purchasePrice', 'tierPrice'],
  hostPrice: ['purchasePrice', 'tierPrice'],
  portPrice: ['purchasePrice', 'tierPrice'],
  lifetime: ['lifetime', 'tierPrice'],
  power: ['power', 'tierPrice'],
}

// A service has its prices by the byte, which an equation works out for a part.
const services: Readonly<Record<string, readonly string[]>> = {
  prices: ['holdPrice'],
  firstByteTime: ['firstByteTime'],
  getPrice: ['retrievePrice'],
  readPrice: ['retrievePrice'],
  putPrice: ['writeCost'],
  writePrice: ['writeCost'],
  objectSize: ['retrievePrice', 'writeCost'],
}

const byList: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  models: { config: ['bytesPerToken', 'activeParams', 'totalParams', 'layers', 'queryHeads', 'headDim', 'kvHeads'] },
  tiers: parts,
  services,
  links: { pathBandwidth: ['pathBandwidth', 'portBandwidth'] },
  assumptions: {
    ...Object.fromEntries(['requestTime', 'mfu'].map((name) => [name, [name]])),
    energyPrice: ['energyPrice', 'tierPrice'],
    conversations: ['devices'],
    usualContext: ['context'],
  },
  'api-prices': {
    input: ['inputPrice'],
    cachedInput: ['hitPrice'],
    output: ['outputPrice'],
    cacheWrite: ['shortWritePrice'],
    cacheWrite5min: ['shortWritePrice'],
    cacheWrite1h: ['longWritePrice'],
    storage: ['storagePrice'],
  },
}

/** Names of inputs or equations; none where nothing is worked out from the field. */
export function vocabularyOf(list: string, field: string): readonly string[] {
  const [head = ''] = field.split('.')
  return (byList[list] ?? everywhere)[head] ?? []
}
