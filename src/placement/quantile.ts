// Which value is above a given share of all?

/** The value below which the share `q` of the ascending values lies, interpolated between neighbours. */
export function quantile(values: ArrayLike<number>, q: number): number {
  const at = q * (values.length - 1)
  const below = values[Math.floor(at)] as number
  const above = values[Math.ceil(at)] as number
  return below + (above - below) * (at - Math.floor(at))
}
